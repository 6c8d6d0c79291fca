package io.tocsin.mention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionWriterTest {
  private static final Author NOBODY = new Author("7", null, null, null, null);
  private static final Author SOMEBODY = new Author("8", "ann_l", 120L, true, 1_500_000_000_000L);

  private final MentionWriter writer = new MentionWriter();

  @Test
  void writesEveryFieldOfTheContract() {
    Mention mention =
        new Mention(
            "1",
            "x",
            "say \"hi\"\nto @acme 🙂",
            "en",
            1_700_000_000_123L,
            SOMEBODY,
            MentionKind.QUOTE,
            "c1",
            "r1",
            List.of("acme", "bob"),
            "Leeds",
            "https://x.example/1",
            Visibility.PRIVATE,
            new Engagement(1, 2, 3, 4));

    assertThat(new String(writer.write(mention), UTF_8))
        .isEqualTo(
            "{\"id\":\"1\",\"channel\":\"x\",\"text\":\"say \\\"hi\\\"\\nto @acme 🙂\",\"lang\":\"en\","
                + "\"createdAt\":1700000000123,\"author\":{\"id\":\"8\",\"handle\":\"ann_l\","
                + "\"followers\":120,\"verified\":true,\"createdAt\":1500000000000},"
                + "\"kind\":\"quote\",\"conversationId\":\"c1\",\"inReplyTo\":\"r1\","
                + "\"addressedTo\":[\"acme\",\"bob\"],\"location\":\"Leeds\","
                + "\"url\":\"https://x.example/1\",\"visibility\":\"private\","
                + "\"engagement\":{\"likes\":1,\"shares\":2,\"replies\":3,\"views\":4}}");
  }

  @Test
  void leavesOutWhatIsNotKnown() throws IOException {
    JsonNode json = new ObjectMapper().readTree(writer.write(plain("hello")));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "channel",
            "text",
            "createdAt",
            "author",
            "kind",
            "addressedTo",
            "visibility",
            "engagement");
    assertThat(json.get("author").fieldNames()).toIterable().containsExactly("id");
  }

  @Test
  void keepsNothingOfALongerMentionBefore() {
    byte[] expected = new MentionWriter().write(plain("short"));

    writer.write(plain("long ".repeat(1_000)));

    assertThat(writer.write(plain("short"))).isEqualTo(expected);
  }

  @Test
  void givesBytesThatALaterMentionDoesNotChange() {
    byte[] first = writer.write(plain("first"));
    byte[] copy = first.clone();

    writer.write(plain("other"));

    assertThat(first).isEqualTo(copy);
  }

  @Test
  void keepsHalfASurrogatePairAsAnEscape() throws IOException {
    for (String text : List.of("broken \ud83d", "broken \ud83d here", "\ude42 broken")) {
      JsonNode json = new ObjectMapper().readTree(writer.write(plain(text)));

      assertThat(json.get("text").textValue()).isEqualTo(text);
    }
  }

  private static Mention plain(String text) {
    return new Mention(
        "1",
        "x",
        text,
        null,
        1L,
        NOBODY,
        MentionKind.POST,
        null,
        null,
        List.of(),
        null,
        null,
        Visibility.PUBLIC,
        Engagement.NONE);
  }
}
