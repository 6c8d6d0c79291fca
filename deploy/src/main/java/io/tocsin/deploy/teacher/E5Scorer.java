package io.tocsin.deploy.teacher;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.LanguageTag;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import org.jspecify.annotations.Nullable;

/**
 * Scores English by e5-small-v2 and a head trained on tweets; what is not English is unscored.
 * Where the network states no language, the other scorer tells it. A tweet costs 4 to 8 ms of CPU.
 *
 * <p>The probabilities hold where the three classes are equally common. It holds about 150 MB
 * outside the heap until it is closed. Not thread-safe.
 */
public final class E5Scorer implements SentimentScorer {
  private static final String ENGLISH = "en";

  private final E5Head head;
  private final E5Encoder encoder;
  private final SentimentScorer languages;

  private E5Scorer(E5Head head, E5Encoder encoder, SentimentScorer languages) {
    this.head = head;
    this.encoder = encoder;
    this.languages = languages;
  }

  /**
   * Opens it with the head that ships with Tocsin.
   *
   * @param languages tells the language of a text that came without one; it is closed with this
   * @throws ScorerUnavailableException if e5 does not run on this machine
   */
  public static E5Scorer open(SentimentScorer languages) {
    return open(E5HeadFile.own(), languages);
  }

  static E5Scorer open(E5Head head, SentimentScorer languages) {
    try {
      return new E5Scorer(head, E5Encoder.open(head.layers()), languages);
    } catch (ScorerUnavailableException e) {
      languages.close();
      throw e;
    }
  }

  @Override
  public void judge(String text, @Nullable String lang, Judgement judgement) {
    String stated = LanguageTag.primary(lang);
    String language = stated == null ? languages.score(text, null).language() : stated;
    if (!ENGLISH.equals(language) || text.isBlank()) {
      judgement.unscored(language, head.version());
      return;
    }
    float[] probabilities = head.judge(encoder.encode(text));
    judgement.scored(
        probabilities[0],
        probabilities[1],
        probabilities[2],
        likeliest(probabilities),
        ENGLISH,
        head.version());
  }

  private static SentimentLabel likeliest(float[] probabilities) {
    if (probabilities[0] > probabilities[1] && probabilities[0] >= probabilities[2]) {
      return SentimentLabel.NEGATIVE;
    }
    return probabilities[2] > probabilities[1] ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL;
  }

  @Override
  public String model() {
    return head.version();
  }

  /** Lets go of what is held outside the heap. */
  @Override
  public void close() {
    encoder.close();
    languages.close();
  }
}
