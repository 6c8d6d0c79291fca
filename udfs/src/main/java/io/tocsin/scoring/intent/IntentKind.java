package io.tocsin.scoring.intent;

import java.util.Locale;

/** What a post wants or does. A post may be of several kinds. */
public enum IntentKind {
  /** Says that something is not as it should be. */
  COMPLAINT(1 << 0),
  /** Asks something, or asks for help. */
  QUESTION(1 << 1),
  /** Thanks or praises. */
  PRAISE(1 << 2),
  /** Is about to buy, or weighs it. */
  PURCHASE_BEFORE(1 << 3),
  /** Is buying, or waits for what was bought. */
  PURCHASE_DURING(1 << 4),
  /** Has bought, and has it. */
  PURCHASE_AFTER(1 << 5),
  /** None of the others. */
  OTHER(0);

  /** Bits from this one on stand for no kind. */
  static final int FREE_BIT = 1 << 6;

  private final int bit;

  IntentKind(int bit) {
    this.bit = bit;
  }

  /** What stands for it among bits; 0 for {@link #OTHER}. */
  int bit() {
    return bit;
  }

  /** Its name in models: {@code purchase-before}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
