package io.tocsin.deploy.intent;

/**
 * A post of which a person said whether it complains.
 *
 * @param text as written
 * @param complains what the person said
 * @param domain trade of the company that it is addressed to, or how else it was found
 */
record ComplaintPost(String text, boolean complains, String domain) {
  private static final String FOUND_AT_RANDOM = "random";

  /** Whether it was drawn at random, and not found by a company that it speaks to. */
  boolean isRandom() {
    return domain.startsWith(FOUND_AT_RANDOM);
  }
}
