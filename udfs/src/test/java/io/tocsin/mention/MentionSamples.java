package io.tocsin.mention;

import java.util.List;

/** Mentions for tests that care for one field or two. */
final class MentionSamples {
  private MentionSamples() {}

  static Mention withText(String text) {
    return of("1", text, List.of());
  }

  static Mention addressedTo(String... handles) {
    return of("1", "hello", List.of(handles));
  }

  private static Mention of(String id, String text, List<String> addressedTo) {
    return new Mention(
        id,
        "x",
        text,
        null,
        1_772_000_000_000L,
        new Author("7", null, null, null, null),
        MentionKind.POST,
        null,
        null,
        addressedTo,
        null,
        null,
        Visibility.PUBLIC,
        Engagement.NONE);
  }
}
