package io.tocsin.deploy.bench;

import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.influence.ReachBasis;
import io.tocsin.scoring.influence.ScaleBasis;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Panes of one post of usual length, each by another author in other words. */
final class WatchSample {
  /** So many that a watch hears none of them twice within minutes. */
  private static final int COUNT = 4_096;

  private WatchSample() {}

  static List<Pane> panes() {
    List<Pane> samples = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      samples.add(pane(i));
    }
    return List.copyOf(samples);
  }

  private static Pane pane(int number) {
    PartialPanes panes = new PartialPanes(1);
    panes.add(scored(number), 0);
    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);
    return flushed.get(0);
  }

  private static ScoredMention scored(int number) {
    long key = new SplittableRandom(number).nextLong();
    return new ScoredMention(
        post(number),
        List.of("bench"),
        List.of(),
        new Sentiment(0.7f, 0.2f, 0.1f, SentimentLabel.NEGATIVE, "en", "bench"),
        new Influence(0.4, 300, ReachBasis.FOLLOWERS, ScaleBasis.FIXED),
        key,
        key,
        Intent.UNKNOWN);
  }

  private static Mention post(int number) {
    return new Mention(
        Integer.toString(number),
        "x",
        "Half an hour in the queue at the corner and then they are out of oat milk, again.",
        "en",
        0,
        new Author("a" + number, "someone", 312L, false, null),
        MentionKind.POST,
        null,
        null,
        List.of(),
        null,
        "https://x.example/" + number,
        Visibility.PUBLIC,
        Engagement.NONE);
  }
}
