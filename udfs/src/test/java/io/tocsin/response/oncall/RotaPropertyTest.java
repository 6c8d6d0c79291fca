package io.tocsin.response.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds rotas to a calendar that is walked day by day, over ten years and every change of the clock
 * of every zone.
 */
class RotaPropertyTest {
  private static final long SEED = 20260105;
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST_DAY = FIRST_DAY.plusYears(10);
  private static final Duration STEP = Duration.ofMinutes(15);

  private final Random random = new Random(SEED);

  @Test
  void agreesWithACalendarAroundEveryChangeOfEveryClock() {
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      RotaLayer layer = layer();
      Set<LocalDate> holidays = holidays();
      Rota rota = new Rota("r", zone, List.of(layer), List.of(), holidays);
      Walk walk = new Walk(layer, zone, holidays);
      for (Instant moment : moments(zone)) {
        assertThat(rota.at(moment))
            .as("seed %d, %s at %s, %s", SEED, id, moment, layer)
            .isEqualTo(walk.at(moment));
      }
    }
  }

  /** Two days around each change of the clock in ten years, and a hundred moments of any day. */
  private List<Instant> moments(ZoneId zone) {
    Instant begin = FIRST_DAY.atStartOfDay(zone).toInstant();
    Instant end = LAST_DAY.minusDays(2).atStartOfDay(zone).toInstant();
    List<Instant> moments = new ArrayList<>();
    ZoneOffsetTransition change = zone.getRules().nextTransition(begin);
    while (change != null && change.getInstant().isBefore(end)) {
      Instant from = change.getInstant().minus(Duration.ofHours(24));
      for (int i = 0; i < 192; i++) {
        moments.add(from.plus(STEP.multipliedBy(i)));
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    for (int i = 0; i < 100; i++) {
      moments.add(begin.plusSeconds(random.nextLong(Duration.between(begin, end).toSeconds())));
    }
    return moments;
  }

  private RotaLayer layer() {
    List<String> people = List.of("ana", "ben", "cem", "dia").subList(0, 1 + random.nextInt(4));
    LocalDateTime start = FIRST_DAY.plusDays(random.nextInt(30)).atTime(time());
    List<DayHours> hours = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      hours.add(new DayHours(days(), time(), time()));
    }
    List<HolidayRule> rules = List.of(HolidayRule.values());
    HolidayRule rule = rules.get(random.nextInt(rules.size()));
    return new RotaLayer(people, start, 1 + random.nextInt(14), hours, rule);
  }

  private LocalTime time() {
    return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
  }

  private Set<DayOfWeek> days() {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextBoolean()) {
        days.add(day);
      }
    }
    return days;
  }

  private Set<LocalDate> holidays() {
    Set<LocalDate> holidays = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      holidays.add(FIRST_DAY.plusDays(random.nextInt(3_650)));
    }
    return holidays;
  }

  /** The same, without arithmetic: turns written down one after another, hours by looking. */
  private static final class Walk {
    private final RotaLayer layer;
    private final ZoneId zone;
    private final Set<LocalDate> holidays;
    private final TreeMap<Instant, String> turns = new TreeMap<>();

    Walk(RotaLayer layer, ZoneId zone, Set<LocalDate> holidays) {
      this.layer = layer;
      this.zone = zone;
      this.holidays = holidays;
      int turn = 0;
      for (LocalDateTime at = layer.firstHandOver();
          at.toLocalDate().isBefore(LAST_DAY);
          at = at.plusDays(layer.turnDays())) {
        turns.put(firstShowing(at), layer.people().get(turn++ % layer.people().size()));
      }
    }

    @Nullable String at(Instant moment) {
      LocalDateTime wall = moment.atZone(zone).toLocalDateTime();
      boolean holiday = holidays.contains(wall.toLocalDate());
      boolean off =
          holiday ? layer.holidays() == HolidayRule.FREE : layer.holidays() == HolidayRule.ONLY;
      var turn = turns.floorEntry(moment);
      return off || turn == null || !inHours(wall) ? null : turn.getValue();
    }

    private boolean inHours(LocalDateTime wall) {
      if (layer.hours().isEmpty()) {
        return true;
      }
      for (DayHours hours : layer.hours()) {
        for (DayOfWeek day : hours.days()) {
          int sinceDay = Math.floorMod(wall.getDayOfWeek().getValue() - day.getValue(), 7);
          int minute = sinceDay * 1_440 + wall.toLocalTime().toSecondOfDay() / 60;
          int from = hours.from().toSecondOfDay() / 60;
          int until = hours.until().toSecondOfDay() / 60;
          int end = until > from ? until : until + 1_440;
          if (minute >= from && minute < end) {
            return true;
          }
        }
      }
      return false;
    }

    /** Looks minute by minute when the clock first shows this time or a later one. */
    private Instant firstShowing(LocalDateTime wall) {
      Instant moment = wall.minusHours(3).atZone(zone).toInstant();
      while (moment.atZone(zone).toLocalDateTime().isBefore(wall)) {
        moment = moment.plusSeconds(60);
      }
      return moment;
    }
  }
}
