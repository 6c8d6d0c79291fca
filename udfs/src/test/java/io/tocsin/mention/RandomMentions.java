package io.tocsin.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Mentions of every shape the contract allows, from a seed. */
final class RandomMentions {
  static final long RECEIVED_AT = 1_772_000_000_000L;

  private static final String[] PIECES = {
    "a",
    "Z",
    "9",
    " ",
    "\n",
    "\t",
    "\"",
    "\\",
    "/",
    "\u0000",
    "\u007F",
    "é",
    "ß",
    "語",
    "🔥",
    "👩🏽",
    "@acme",
    "#fail",
    "$T",
    "http://x.y",
    "\uFFFD",
    "\uFEFF",
    "İ"
  };

  private final Random random;

  RandomMentions(Random random) {
    this.random = random;
  }

  Mention next() {
    return new Mention(
        text(20),
        text(8),
        text(300),
        maybe(() -> text(4)),
        MentionParser.EARLIEST_MILLIS
            + random.nextLong(RECEIVED_AT - MentionParser.EARLIEST_MILLIS),
        author(),
        oneOf(MentionKind.values()),
        maybe(() -> text(20)),
        maybe(() -> text(20)),
        handles(),
        maybe(() -> text(40)),
        maybe(() -> text(60)),
        oneOf(Visibility.values()),
        new Engagement(count(), count(), count(), count()));
  }

  private Author author() {
    return new Author(
        text(20),
        maybe(this::handle),
        maybe(this::count),
        maybe(random::nextBoolean),
        maybe(() -> MentionParser.EARLIEST_MILLIS + random.nextLong(800_000_000_000L)));
  }

  private List<String> handles() {
    List<String> handles = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      handles.add(handle());
    }
    return handles;
  }

  private String handle() {
    return "user" + random.nextInt(1000);
  }

  private long count() {
    return random.nextInt(4) == 0 ? 0 : random.nextLong(Long.MAX_VALUE);
  }

  private String text(int maxPieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(maxPieces); i > 0; i--) {
      text.append(oneOf(PIECES));
    }
    return text.toString();
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
