package io.tocsin.deploy.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamageTest {
  private static final long START = Instant.parse("2026-01-05T12:00:00Z").toEpochMilli();

  @ParameterizedTest
  @EnumSource
  void breaksEveryMentionInItsOwnWay(Damage damage) {
    List<FirehoseRecord> records = new ArrayList<>();
    new World(1, START, WorldSettings.defaults()).until(START + 10_000, records::add);

    for (FirehoseRecord record : records) {
      assertThat(Contract.problemsOf(damage.apply(record.value())))
          .as(damage + " on " + new String(record.value(), UTF_8))
          .containsAnyOf(expected(damage));
    }
  }

  private static String[] expected(Damage damage) {
    return switch (damage) {
      case CUT_OFF -> new String[] {"no JSON", "no UTF-8"};
      case NO_TEXT -> new String[] {"text"};
      case NEGATIVE_FOLLOWERS -> new String[] {"author.followers"};
      case WORD_FOR_TIME -> new String[] {"createdAt"};
      case NOT_UTF8 -> new String[] {"no UTF-8"};
      case NOT_JSON -> new String[] {"no JSON"};
    };
  }
}
