package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.text.Trade;
import io.tocsin.mention.BrandTerms;
import java.util.List;
import java.util.Locale;

/**
 * A made-up brand that people of the simulated world talk about.
 *
 * @param key the brand's key: {@code nimbus}
 * @param name its name for people: Nimbus Mobile
 * @param trade what it sells
 * @param handle its account name on every network, without {@code @}
 * @param hashtag what people tag it with, without {@code #}
 * @param perSecond mentions a second at the daily mean
 * @param rhythm how that rises and falls over the day
 * @param negativeShare usual share of negative mentions, from 0 to 1
 */
public record Brand(
    String key,
    String name,
    Trade trade,
    String handle,
    String hashtag,
    double perSecond,
    Rhythm rhythm,
    double negativeShare) {
  /**
   * Checks the two numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Brand {
    if (perSecond < 0) {
      throw new IllegalArgumentException("perSecond of " + key + " is negative: " + perSecond);
    }
    if (negativeShare < 0 || negativeShare > 1) {
      throw new IllegalArgumentException(
          "negativeShare of " + key + " is not from 0 to 1: " + negativeShare);
    }
  }

  /** Mentions a second to expect at this moment on an ordinary day. */
  public double perSecondAt(long millis) {
    return perSecond * rhythm.factor(millis);
  }

  /** What finds every mention that is made of this brand here. */
  public BrandTerms terms() {
    return new BrandTerms(
        key,
        List.of(handle),
        List.of(hashtag),
        List.of(),
        List.of(name.toLowerCase(Locale.ROOT)),
        List.of());
  }

  /** Appends the brand as somebody would call it. */
  void call(Chance chance, StringBuilder out) {
    switch (chance.below(10)) {
      case 0, 1, 2 -> out.append('@').append(handle);
      case 3, 4 -> out.append('#').append(hashtag);
      default -> out.append(name);
    }
  }
}
