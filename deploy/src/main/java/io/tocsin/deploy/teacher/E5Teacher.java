package io.tocsin.deploy.teacher;

import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Labels texts that a person gave as texts to learn from. One whose language nobody can tell, as
 * short ones often are, is taken for English; one that is clearly in another language is not
 * labelled.
 */
public final class E5Teacher implements AutoCloseable {
  private static final String ENGLISH = "en";

  private final SentimentScorer e5;

  private E5Teacher(SentimentScorer e5) {
    this.e5 = e5;
  }

  /**
   * Opens e5.
   *
   * @param head a head from {@code tocsin teach head}; null for the one that ships with Tocsin
   * @throws BadInputException if it cannot be opened
   */
  public static E5Teacher open(@Nullable Path head) {
    return new E5Teacher(ScorerOptions.open(ScorerOptions.named("e5", head)));
  }

  /** What e5 says of the text; empty where it is in another language. */
  public Optional<Sentiment> label(String text) {
    Sentiment said = e5.score(text, null);
    if (said.label() == SentimentLabel.UNSCORED && said.language() == null) {
      said = e5.score(text, ENGLISH);
    }
    return said.label() == SentimentLabel.UNSCORED ? Optional.empty() : Optional.of(said);
  }

  @Override
  public void close() {
    e5.close();
  }
}
