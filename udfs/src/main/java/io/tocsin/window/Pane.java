package io.tocsin.window;

import io.tocsin.scoring.intent.IntentKind;
import java.util.List;
import java.util.Map;

/**
 * The sums of one watch over one short slice of event time, as one subtask saw it. Sums of
 * fractions are held in millionths, so that adding panes in any order gives the same bits.
 *
 * @param watch whose sums
 * @param startMillis where the slice begins, epoch milliseconds
 * @param mentions posts, each counted
 * @param negative posts labelled negative
 * @param neutral posts labelled neutral
 * @param positive posts labelled positive
 * @param negativityMicros sum of the probabilities of negative, in millionths
 * @param positivityMicros sum of the probabilities of positive, in millionths
 * @param reach people, estimate
 * @param engagements likes, shares and replies
 * @param shares shares alone
 * @param views views
 * @param needsResponseMicros sum of the probabilities that a post needs a response, in millionths
 * @param kinds how many posts are of each kind; a post may be of several
 * @param fewTexts hashes of normalised texts, sorted; none where they are many
 * @param texts {@link DistinctCount} of normalised texts
 * @param nearTexts {@link DistinctCount} of near-duplicate keys: copies with small changes count
 *     once
 * @param authors {@link DistinctCount} of authors
 * @param examples the most telling public posts
 * @param crowd who speaks
 */
public record Pane(
    Watch watch,
    long startMillis,
    long mentions,
    long negative,
    long neutral,
    long positive,
    long negativityMicros,
    long positivityMicros,
    long reach,
    long engagements,
    long shares,
    long views,
    long needsResponseMicros,
    Map<IntentKind, Long> kinds,
    List<Long> fewTexts,
    byte[] texts,
    byte[] nearTexts,
    byte[] authors,
    List<KeyedExample> examples,
    Crowd crowd) {
  /** Millionths in one. */
  public static final double MICROS = 1e6;

  /** The same sums as those of another watch and slice. */
  public Pane of(Watch other, long otherStartMillis) {
    return with(other, otherStartMillis, crowd);
  }

  /** The same sums without the texts. */
  Pane withoutTexts() {
    return with(watch, startMillis, crowd.withoutTexts());
  }

  /** Posts that a model could score. */
  public long scored() {
    return negative + neutral + positive;
  }

  private Pane with(Watch otherWatch, long otherStartMillis, Crowd otherCrowd) {
    return new Pane(
        otherWatch,
        otherStartMillis,
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
        kinds,
        fewTexts,
        texts,
        nearTexts,
        authors,
        examples,
        otherCrowd);
  }
}
