package io.tocsin.mention;

import org.jspecify.annotations.Nullable;

/**
 * What became of one record of the firehose: exactly one of the two is set.
 *
 * @param mention the mention that was read
 * @param deadLetter the refusal
 */
public record ParsedRecord(@Nullable Mention mention, @Nullable DeadLetter deadLetter) {
  static ParsedRecord accepted(Mention mention) {
    return new ParsedRecord(mention, null);
  }

  static ParsedRecord rejected(DeadLetter deadLetter) {
    return new ParsedRecord(null, deadLetter);
  }
}
