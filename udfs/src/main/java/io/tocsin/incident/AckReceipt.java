package io.tocsin.incident;

import java.time.Instant;

/**
 * What became of what a person did: every record of the topic of acknowledgements has one.
 *
 * @param ack what the person did
 * @param answer done, or why not
 * @param detail the same in words
 * @param at event time of the answer
 */
public record AckReceipt(Ack ack, AckAnswer answer, String detail, Instant at) {
  /** With the answer's own words. */
  static AckReceipt of(Ack ack, AckAnswer answer, Instant at) {
    return new AckReceipt(ack, answer, answer.words(), at);
  }
}
