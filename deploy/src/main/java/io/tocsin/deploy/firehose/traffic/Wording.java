package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Person;
import io.tocsin.deploy.firehose.text.Intent;
import io.tocsin.deploy.firehose.text.Phrasebook;
import io.tocsin.deploy.firehose.text.Slot;
import io.tocsin.deploy.firehose.text.Topic;
import io.tocsin.deploy.firehose.text.Trade;
import io.tocsin.deploy.firehose.text.Utterance;
import org.jspecify.annotations.Nullable;

/** Puts what somebody means into words. Every text about a brand names it. */
final class Wording {
  private static final int LEAST_NUMBER = 2;
  private static final int NUMBERS = 58;
  private static final int LINK_RADIX = 36;

  private final Phrasebook phrasebook;
  private final @Nullable Brand brand;
  private final Chance chance;
  private final StringBuilder text = new StringBuilder();

  /**
   * Words about this brand.
   *
   * @param brand null for anything but a brand
   */
  Wording(Phrasebook phrasebook, @Nullable Brand brand, Chance chance) {
    this.phrasebook = phrasebook;
    this.brand = brand;
    this.chance = chance;
  }

  /** A text by this person, in the language of their home. */
  String words(Person person, Topic topic, Intent intent) {
    Trade trade = brand == null ? Trade.RETAIL : brand.trade();
    Utterance what = new Utterance(person.home().language(), trade, topic, intent);
    text.setLength(0);
    phrasebook.say(what, person.habit(), chance, (slot, out) -> fill(slot, person, out), text);
    return text.toString();
  }

  private void fill(Slot slot, Person person, StringBuilder out) {
    switch (slot) {
      case CITY -> out.append(person.home().city());
      case NUMBER -> out.append(number());
      case LINK -> out.append("https://win.example/").append(code());
      case BRAND -> {
        if (brand == null) {
          throw new IllegalStateException("a text about no brand names one: " + out);
        }
        brand.call(chance, out);
      }
    }
  }

  /** From 2 to 59, small ones more likely. */
  private int number() {
    return LEAST_NUMBER + (int) (chance.unit() * chance.unit() * NUMBERS);
  }

  private String code() {
    return Long.toString(chance.bits() >>> Integer.SIZE, LINK_RADIX);
  }
}
