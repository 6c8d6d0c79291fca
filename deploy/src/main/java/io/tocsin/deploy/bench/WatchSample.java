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
import java.util.Map;

/** A pane of one post of usual length. */
final class WatchSample {
  private static final Mention POST =
      new Mention(
          "1",
          "x",
          "Half an hour in the queue at the corner and then they are out of oat milk, again.",
          "en",
          0,
          new Author("a1", "someone", 312L, false, null),
          MentionKind.POST,
          null,
          null,
          List.of(),
          null,
          "https://x.example/1",
          Visibility.PUBLIC,
          Engagement.NONE);

  private WatchSample() {}

  static Pane pane() {
    PartialPanes panes = new PartialPanes(1, Map.of());
    panes.add(
        new ScoredMention(
            POST,
            List.of("bench"),
            List.of(),
            new Sentiment(0.7f, 0.2f, 0.1f, SentimentLabel.NEGATIVE, "en", "bench"),
            new Influence(0.4, 300, ReachBasis.FOLLOWERS, ScaleBasis.FIXED),
            1,
            1,
            Intent.UNKNOWN),
        0);
    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);
    return flushed.get(0);
  }
}
