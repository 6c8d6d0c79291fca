package io.tocsin.response.oncall;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who take turns of whole days, handing over at the same hour of the rota's clock. On a day
 * on which the clock jumps over that hour they hand over at the jump; where it shows the hour
 * twice, the first time counts.
 *
 * @param people keys, in the order of their turns; at least one
 * @param firstHandOver when the first turn begins, by the rota's clock
 * @param turnDays length of a turn in days, at least 1
 * @param hours when the layer is on duty; empty means always
 * @param holidays what holidays mean for it
 */
public record RotaLayer(
    List<String> people,
    LocalDateTime firstHandOver,
    int turnDays,
    List<DayHours> hours,
    HolidayRule holidays)
    implements Serializable {
  /** Who is on duty at this moment; null if nobody is. */
  @Nullable String at(Instant moment, ZoneId zone, boolean holiday) {
    LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
    if (!onDuty(wall, holiday)) {
      return null;
    }
    long days = ChronoUnit.DAYS.between(firstHandOver.toLocalDate(), dayOfTurn(moment, wall, zone));
    return days < 0
        ? null
        : people.get(Math.floorMod(Math.floorDiv(days, turnDays), people.size()));
  }

  /** Whether somebody of the layer is on duty when the clock shows this. */
  boolean onDuty(LocalDateTime wall, boolean holiday) {
    return holidays.allows(holiday)
        && (hours.isEmpty() || hours.stream().anyMatch(span -> span.covers(wall)));
  }

  /** The day whose hand-over was the last before this moment. */
  private LocalDate dayOfTurn(Instant moment, LocalDateTime wall, ZoneId zone) {
    LocalDate today = wall.toLocalDate();
    Instant handOver = WallClock.reaches(today.atTime(firstHandOver.toLocalTime()), zone);
    return moment.isBefore(handOver) ? today.minusDays(1) : today;
  }
}
