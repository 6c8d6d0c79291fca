package io.tocsin.window;

import io.tocsin.mention.Drill;
import io.tocsin.mention.Mention;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.scoring.intent.IntentKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Sums mentions, and panes, of one watch and one slice of event time. What comes in any order gives
 * the same pane.
 */
final class PaneAccumulator {
  private long mentions;
  private long negative;
  private long neutral;
  private long positive;
  private long negativityMicros;
  private long positivityMicros;
  private long reach;
  private long engagements;
  private long shares;
  private long views;
  private long needsResponseMicros;
  private final Map<IntentKind, Long> kinds = new EnumMap<>(IntentKind.class);
  private final FewTexts fewTexts = new FewTexts();
  private final DistinctCount texts = new DistinctCount();
  private final DistinctCount nearTexts = new DistinctCount();
  private final DistinctCount authors = new DistinctCount();
  private final TopExamples examples = new TopExamples();
  private final CrowdAccumulator crowd = new CrowdAccumulator();

  void add(ScoredMention scored) {
    Mention mention = scored.mention();
    Sentiment sentiment = scored.sentiment();
    mentions++;
    switch (sentiment.label()) {
      case NEGATIVE -> negative++;
      case NEUTRAL -> neutral++;
      case POSITIVE -> positive++;
      case UNSCORED -> {}
    }
    negativityMicros += micros(sentiment.negative());
    positivityMicros += micros(sentiment.positive());
    reach += scored.influence().reach();
    var engagement = mention.engagement();
    engagements += engagement.likes() + engagement.shares() + engagement.replies();
    shares += engagement.shares();
    views += engagement.views();
    add(scored.intent());
    fewTexts.add(scored.textHash());
    texts.add(scored.textHash());
    nearTexts.add(scored.nearTextKey());
    long author = authorHash(mention);
    authors.add(author);
    crowd.add(scored, author);
    if (mention.visibility() == Visibility.PUBLIC
        && examples.wants(scored.influence().score(), sentiment.negative())) {
      examples.add(example(scored));
    }
  }

  /** Counts a mention that came too late for the rest. */
  void addLate() {
    crowd.addLate();
  }

  void add(Pane pane) {
    mentions += pane.mentions();
    negative += pane.negative();
    neutral += pane.neutral();
    positive += pane.positive();
    negativityMicros += pane.negativityMicros();
    positivityMicros += pane.positivityMicros();
    reach += pane.reach();
    engagements += pane.engagements();
    shares += pane.shares();
    views += pane.views();
    needsResponseMicros += pane.needsResponseMicros();
    pane.kinds().forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
    fewTexts.merge(pane.fewTexts());
    texts.merge(pane.texts());
    nearTexts.merge(pane.nearTexts());
    authors.merge(pane.authors());
    pane.examples().forEach(examples::add);
    crowd.add(pane.crowd());
  }

  Pane toPane(Watch watch, long startMillis) {
    return new Pane(
        watch,
        startMillis,
        mentions,
        negative,
        neutral,
        positive,
        negativityMicros,
        positivityMicros,
        reach,
        engagements,
        shares,
        views,
        needsResponseMicros,
        new EnumMap<>(kinds),
        fewTexts.named(),
        texts.toBytes(),
        nearTexts.toBytes(),
        authors.toBytes(),
        examples.best(),
        crowd.toCrowd());
  }

  Slide toSlide(long startMillis) {
    long voices = Math.min(mentions, Math.min(nearTexts.estimate(), authors.estimate()));
    return new Slide(
        startMillis,
        mentions,
        voices,
        negative + neutral + positive,
        negative,
        negativityMicros,
        reach,
        texts.estimate(),
        authors.estimate(),
        examples.best(),
        fewTexts.named(),
        crowd.toCrowd());
  }

  private void add(Intent intent) {
    Float needsResponse = intent.needsResponse();
    needsResponseMicros += needsResponse == null ? 0 : micros(needsResponse);
    for (IntentKind kind : intent.kinds()) {
      kinds.merge(kind, 1L, Long::sum);
    }
  }

  private static long authorHash(Mention mention) {
    return (mention.author().id().hashCode() + 31L * mention.channel().hashCode())
        * 0x9E3779B97F4A7C15L;
  }

  private static long micros(float probability) {
    return Math.round(probability * Pane.MICROS);
  }

  private static KeyedExample example(ScoredMention scored) {
    Mention mention = scored.mention();
    String handle = mention.author().handle();
    Drill drill = mention.drill();
    ExamplePost post =
        new ExamplePost(
            mention.id(),
            mention.channel(),
            handle == null ? mention.author().id() : handle,
            mention.text(),
            mention.url(),
            scored.influence().score(),
            scored.sentiment().negative(),
            scored.intent().kinds(),
            drill == null ? null : drill.id());
    return new KeyedExample(scored.nearTextKey(), post);
  }
}
