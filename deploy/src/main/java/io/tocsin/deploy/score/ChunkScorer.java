package io.tocsin.deploy.score;

import io.tocsin.mention.Utf8;
import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Scores the lines of chunks, one thread at a time. What cannot be scored is told with its reason:
 * an empty line, one that is too long, one that is not UTF-8, and what the scorer does not judge.
 */
final class ChunkScorer implements AutoCloseable {
  private final SentimentScorer scorer;
  private final @Nullable String language;
  private final Judgement judgement = new Judgement();
  private final SentimentJson json = new SentimentJson();
  private int lines;
  private int unscored;

  /**
   * Takes the scorer over and closes it with itself.
   *
   * @param language BCP 47 tag of all texts; null where each text must tell
   */
  ChunkScorer(SentimentScorer scorer, @Nullable String language) {
    this.scorer = scorer;
    this.language = language;
  }

  /** A JSON object for each line. */
  ScoredChunk score(Chunk chunk) {
    lines = 0;
    unscored = 0;
    byte[] bytes = chunk.bytes();
    int from = chunk.from();
    for (int i = from; i < chunk.to(); i++) {
      if (bytes[i] == '\n') {
        scoreLine(bytes, from, i);
        from = i + 1;
      }
    }
    if (from < chunk.to()) {
      scoreLine(bytes, from, chunk.to());
    }
    return new ScoredChunk(json.take(), lines, unscored);
  }

  /** Windows ends its lines with a carriage return as well. */
  private void scoreLine(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    lines++;
    if (end - from > LineChunks.LONGEST_LINE) {
      leaveUnscored("longer than " + LineChunks.LONGEST_LINE + " bytes");
      return;
    }
    int invalid = Utf8.firstInvalid(bytes, from, end);
    if (invalid != Utf8.VALID) {
      leaveUnscored(notUtf8(bytes[invalid] & 0xFF, invalid - from));
      return;
    }
    scoreText(new String(bytes, from, end - from, StandardCharsets.UTF_8));
  }

  private void scoreText(String text) {
    if (text.isBlank()) {
      leaveUnscored("empty line");
      return;
    }
    scorer.judge(text, language, judgement);
    if (judgement.label() == SentimentLabel.UNSCORED) {
      unscored++;
      json.unscored(judgement, reason(judgement));
    } else {
      json.scored(judgement);
    }
  }

  private void leaveUnscored(String reason) {
    unscored++;
    judgement.unscored(null, scorer.model());
    json.unscored(judgement, reason);
  }

  private static String notUtf8(int value, int offset) {
    return String.format(Locale.ROOT, "not UTF-8: byte 0x%02X at offset %d", value, offset);
  }

  private static String reason(Judgement judgement) {
    return judgement.language() == null
        ? "language unknown"
        : "nothing that this model can score in language " + judgement.language();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
