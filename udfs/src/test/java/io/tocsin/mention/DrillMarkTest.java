package io.tocsin.mention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.testing.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrillMarkTest {
  private static final Instant ENDS = Instant.parse("2026-03-01T12:00:00.250Z");
  private static final long RECEIVED_MILLIS = ENDS.toEpochMilli();

  @Test
  void isReadAsItWasWritten() {
    Drill drill = new Drill("drill-7", true, ENDS);
    Mention mention = Samples.madeUp(Samples.mention("1", "x", RECEIVED_MILLIS), drill);

    assertThat(parse(new String(new MentionWriter().write(mention), UTF_8)).mention())
        .isEqualTo(mention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"drill\":null"})
  void isAbsentFromARealPost(String field) {
    Mention real = parse(post(field)).mention();

    assertThat(real).isNotNull().extracting(Mention::drill).isNull();
    assertThat(new String(new MentionWriter().write(real), UTF_8)).doesNotContain("drill");
  }

  @Test
  void meansTheDrillReceiversWhereItDoesNotSay() {
    Mention mention =
        parse(post(",\"drill\":{\"id\":\"d\",\"endsAt\":\"2026-03-01T12:00:00.250Z\"}")).mention();

    assertThat(mention).isNotNull();
    assertThat(mention.drill()).isEqualTo(new Drill("d", false, ENDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"endsAt\":1}|MISSING_FIELD|drill.id is missing",
        "{\"id\":\"d\"}|MISSING_FIELD|drill.endsAt is missing",
        "{\"id\":\"a~b\",\"endsAt\":1}|OUT_OF_RANGE|drill.id is not lower-case letters, digits and"
            + " '-', 64 at most: a~b",
        "\"drill-7\"|WRONG_TYPE|drill is a string: drill-7",
        "{\"id\":\"d\",\"endsAt\":1,\"toRealPeople\":\"yes\"}|WRONG_TYPE|drill.toRealPeople is a"
            + " string: yes"
      })
  void isRefusedWithItsReason(String mark, DeadLetterReason reason, String detail) {
    DeadLetter letter = parse(post(",\"drill\":" + mark)).deadLetter();

    assertThat(letter).isNotNull();
    assertThat(letter.reason()).isEqualTo(reason);
    assertThat(letter.detail()).isEqualTo(detail);
  }

  private static String post(String more) {
    return "{\"id\":\"1\",\"channel\":\"x\",\"text\":\"hi\",\"createdAt\":1700000000000,"
        + "\"author\":{\"id\":\"a\"}"
        + more
        + "}";
  }

  private static ParsedRecord parse(String json) {
    return new MentionParser()
        .parse(new RawRecord(json.getBytes(UTF_8), "test", 0, 0, RECEIVED_MILLIS));
  }
}
