package io.tocsin.response.oncall;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a person is not to be woken for less than a critical incident, every day by the person's own
 * clock.
 *
 * @param zone the person's clock
 * @param from first quiet moment
 * @param until end, exclusive; before {@code from} it lies on the next day; not equal to it
 */
public record QuietHours(ZoneId zone, LocalTime from, LocalTime until) implements Serializable {
  /** The end of the quiet hours that hold this moment; the moment itself where none do. */
  public Instant endOf(Instant moment) {
    LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
    boolean overnight = until.isBefore(from);
    boolean begun = !wall.toLocalTime().isBefore(from);
    boolean ended = !wall.toLocalTime().isBefore(until);
    if (overnight ? !begun && ended : !begun || ended) {
      return moment;
    }
    LocalDate lastDay = overnight && begun ? wall.toLocalDate().plusDays(1) : wall.toLocalDate();
    Instant end = WallClock.reaches(lastDay.atTime(until), zone);
    return end.isAfter(moment) ? end : WallClock.reachesLast(lastDay.atTime(until), zone);
  }
}
