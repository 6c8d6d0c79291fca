package io.tocsin.response.delivery;

/**
 * What became of one attempt.
 *
 * @param verdict what it means
 * @param detail the receiver's answer or the fault, for a person
 * @param retryAfterMillis how long the receiver asks us to wait; 0 where it does not say
 */
public record DeliveryAnswer(DeliveryVerdict verdict, String detail, long retryAfterMillis) {
  static DeliveryAnswer of(DeliveryVerdict verdict, String detail) {
    return new DeliveryAnswer(verdict, detail, 0);
  }
}
