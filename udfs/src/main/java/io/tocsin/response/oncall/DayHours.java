package io.tocsin.response.oncall;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * The same hours of some days of the week, by the clock on the wall.
 *
 * @param days the days on which the hours begin
 * @param from first moment, inclusive
 * @param until end, exclusive; at or before {@code from} it lies on the next day, so that equal
 *     times are a whole day
 */
public record DayHours(Set<DayOfWeek> days, LocalTime from, LocalTime until)
    implements Serializable {
  /** Whether the clock shows one of these hours. */
  public boolean covers(LocalDateTime wall) {
    LocalDate day = wall.toLocalDate();
    return coversFrom(day, wall) || coversFrom(day.minusDays(1), wall);
  }

  private boolean coversFrom(LocalDate day, LocalDateTime wall) {
    if (!days.contains(day.getDayOfWeek())) {
      return false;
    }
    LocalDate lastDay = until.isAfter(from) ? day : day.plusDays(1);
    return !wall.isBefore(day.atTime(from)) && wall.isBefore(lastDay.atTime(until));
  }
}
