package io.tocsin.response.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @Test
  void endInTheMorningOfTheOwnClock() {
    QuietHours night = new QuietHours(MADRID, LocalTime.of(22, 0), LocalTime.of(7, 0));

    assertThat(endOf(night, "2026-01-05T21:30:00Z")).isEqualTo("2026-01-06T06:00:00Z");
    assertThat(endOf(night, "2026-01-06T02:00:00Z")).isEqualTo("2026-01-06T06:00:00Z");
    assertThat(endOf(night, "2026-01-06T06:00:00Z")).isEqualTo("2026-01-06T06:00:00Z");
    assertThat(endOf(night, "2026-07-06T02:00:00Z")).isEqualTo("2026-07-06T05:00:00Z");
    assertThat(endOf(night, "2026-07-06T19:59:00Z")).isEqualTo("2026-07-06T19:59:00Z");
  }

  @Test
  void mayLieWithinADay() {
    QuietHours siesta = new QuietHours(MADRID, LocalTime.of(14, 0), LocalTime.of(16, 0));

    assertThat(endOf(siesta, "2026-01-05T13:00:00Z")).isEqualTo("2026-01-05T15:00:00Z");
    assertThat(endOf(siesta, "2026-01-05T12:59:00Z")).isEqualTo("2026-01-05T12:59:00Z");
  }

  @Test
  void endWhenTheClockJumpsOverTheirEnd() {
    QuietHours night = new QuietHours(MADRID, LocalTime.of(22, 0), LocalTime.of(2, 30));

    assertThat(endOf(night, "2026-03-29T00:30:00Z")).isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void lastThroughTheHourThatTheClockShowsTwice() {
    QuietHours night = new QuietHours(MADRID, LocalTime.of(22, 0), LocalTime.of(2, 30));

    assertThat(endOf(night, "2026-10-25T01:10:00Z")).isEqualTo("2026-10-25T01:30:00Z");
  }

  private static String endOf(QuietHours hours, String moment) {
    return hours.endOf(Instant.parse(moment)).toString();
  }
}
