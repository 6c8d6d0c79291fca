package io.tocsin.response.oncall;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a rota has nobody on duty: in a week like any other, and on its holidays. Stand-ins are left
 * out, since they are exceptions.
 */
public final class RotaGaps {
  private static final LocalDate A_MONDAY =
      LocalDate.EPOCH.with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  private final Rota rota;
  private final List<String> gaps = new ArrayList<>();

  private RotaGaps(Rota rota) {
    this.rota = rota;
  }

  /** Each gap as the end of a sentence, {@code on sunday from 03:00 to 05:00}; in order. */
  public static List<String> of(Rota rota) {
    RotaGaps search = new RotaGaps(rota);
    for (int day = 0; day < 7; day++) {
      search.search(A_MONDAY.plusDays(day), false);
    }
    rota.holidays().stream().sorted().forEach(day -> search.search(day, true));
    return search.gaps;
  }

  private void search(LocalDate day, boolean holiday) {
    LocalTime from = null;
    for (LocalTime time : changes()) {
      boolean open = !onDuty(day.atTime(time), holiday);
      if (open && from == null) {
        from = time;
      } else if (!open && from != null) {
        add(day, holiday, from, time);
        from = null;
      }
    }
    if (from != null) {
      add(day, holiday, from, null);
    }
  }

  /** A gap; without an end it lasts until midnight. */
  private void add(LocalDate day, boolean holiday, LocalTime from, @Nullable LocalTime until) {
    String name = holiday ? "the holiday " + day : weekday(day);
    String gap = "on " + name + " from " + from + " to " + (until == null ? "24:00" : until);
    if (!holiday || !gaps.contains(gap.replace(name, weekday(day)))) {
      gaps.add(gap);
    }
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
  }

  private boolean onDuty(LocalDateTime wall, boolean holiday) {
    return rota.layers().stream().anyMatch(layer -> layer.onDuty(wall, holiday));
  }

  /** When, of a day, duty may begin or end. */
  private SortedSet<LocalTime> changes() {
    TreeSet<LocalTime> changes = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
    for (RotaLayer layer : rota.layers()) {
      for (DayHours hours : layer.hours()) {
        changes.add(hours.from());
        changes.add(hours.until());
      }
    }
    return changes;
  }
}
