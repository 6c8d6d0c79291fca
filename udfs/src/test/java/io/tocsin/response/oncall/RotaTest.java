package io.tocsin.response.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotaTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Monday. */
  private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T09:00");

  private static final RotaLayer WEEKLY =
      new RotaLayer(List.of("ana", "ben", "cem"), START, 7, List.of(), HolidayRule.WORKED);

  @Test
  void takesTurnsOfAWeek() {
    Rota rota = rota(WEEKLY);

    assertThat(at(rota, "2026-01-05T09:00")).isEqualTo("ana");
    assertThat(at(rota, "2026-01-12T08:59")).isEqualTo("ana");
    assertThat(at(rota, "2026-01-12T09:00")).isEqualTo("ben");
    assertThat(at(rota, "2026-01-19T09:00")).isEqualTo("cem");
    assertThat(at(rota, "2026-01-26T09:00")).isEqualTo("ana");
  }

  @Test
  void hasNobodyBeforeItBegins() {
    assertThat(at(rota(WEEKLY), "2026-01-05T08:59")).isNull();
  }

  @Test
  void handsOverAtNineInSummerToo() {
    Rota rota = rota(WEEKLY);

    assertThat(at(rota, "2026-03-30T08:59")).isEqualTo("cem");
    assertThat(at(rota, "2026-03-30T09:00")).isEqualTo("ana");
    assertThat(rota.at(Instant.parse("2026-03-30T07:00:00Z"))).isEqualTo("ana");
  }

  @Test
  void handsOverAtTheJumpWhereTheClockHasNoSuchHour() {
    RotaLayer daily =
        new RotaLayer(
            List.of("ana", "ben"),
            LocalDateTime.parse("2026-03-28T02:30"),
            1,
            List.of(),
            HolidayRule.WORKED);

    assertThat(rota(daily).at(Instant.parse("2026-03-29T00:59:59Z"))).isEqualTo("ana");
    assertThat(rota(daily).at(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("ben");
  }

  @Test
  void letsALaterLayerCoverWhatAnEarlierLeavesOpen() {
    DayHours office =
        new DayHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0));
    RotaLayer days = new RotaLayer(List.of("ana"), START, 7, List.of(office), HolidayRule.FREE);
    RotaLayer rest = new RotaLayer(List.of("ben"), START, 7, List.of(), HolidayRule.WORKED);
    Rota rota =
        new Rota("first", BERLIN, List.of(days, rest), List.of(), Set.of(LocalDate.of(2026, 4, 3)));

    assertThat(at(rota, "2026-04-01T10:00")).isEqualTo("ana");
    assertThat(at(rota, "2026-04-01T18:00")).isEqualTo("ben");
    assertThat(at(rota, "2026-04-04T10:00")).isEqualTo("ben");
    assertThat(at(rota, "2026-04-03T10:00")).as("Good Friday").isEqualTo("ben");
  }

  @Test
  void prefersTheLastStandInWritten() {
    Rota rota =
        new Rota(
            "first",
            BERLIN,
            List.of(WEEKLY),
            List.of(
                new StandIn("cem", START.plusDays(1), START.plusDays(3)),
                new StandIn("ben", START.plusDays(2), START.plusDays(3))),
            Set.of());

    assertThat(at(rota, "2026-01-06T08:59")).isEqualTo("ana");
    assertThat(at(rota, "2026-01-06T09:00")).isEqualTo("cem");
    assertThat(at(rota, "2026-01-07T09:00")).isEqualTo("ben");
    assertThat(at(rota, "2026-01-08T09:00")).isEqualTo("ana");
  }

  @Test
  void tellsWhenNobodyIsOnCall() {
    DayHours week =
        new DayHours(
            EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT);
    DayHours early = sunday(LocalTime.MIDNIGHT, LocalTime.of(3, 0));
    DayHours late = sunday(LocalTime.of(5, 0), LocalTime.MIDNIGHT);
    RotaLayer layer =
        new RotaLayer(List.of("ana"), START, 7, List.of(week, early, late), HolidayRule.FREE);
    Rota rota =
        new Rota("first", BERLIN, List.of(layer), List.of(), Set.of(LocalDate.of(2026, 12, 25)));

    assertThat(RotaGaps.of(rota))
        .containsExactly(
            "on sunday from 03:00 to 05:00", "on the holiday 2026-12-25 from 00:00 to 24:00");
    assertThat(RotaGaps.of(rota(WEEKLY))).isEmpty();
  }

  private static DayHours sunday(LocalTime from, LocalTime until) {
    return new DayHours(Set.of(DayOfWeek.SUNDAY), from, until);
  }

  private static @Nullable String at(Rota rota, String wall) {
    return rota.at(LocalDateTime.parse(wall).atZone(rota.zone()).toInstant());
  }

  private static Rota rota(RotaLayer layer) {
    return new Rota("first", BERLIN, List.of(layer), List.of(), Set.of());
  }
}
