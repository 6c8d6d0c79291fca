package io.tocsin.response.plan;

import io.tocsin.response.Contact;
import io.tocsin.response.OnCall;
import io.tocsin.response.oncall.DayHours;
import io.tocsin.response.oncall.HolidayRule;
import io.tocsin.response.oncall.Rota;
import io.tocsin.response.oncall.RotaGaps;
import io.tocsin.response.oncall.RotaLayer;
import io.tocsin.response.oncall.StandIn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rotas of the plan. */
final class RotaReader {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long WEEK_MILLIS = 7 * DAY_MILLIS;

  private final Register<Contact> people;

  private RotaReader(Register<Contact> people) {
    this.people = people;
  }

  static Register<OnCall> read(@Nullable YamlValue rotas, Register<Contact> people) {
    Register<OnCall> register = new Register<>("rota");
    RotaReader reader = new RotaReader(people);
    for (YamlValue item : rotas == null ? List.<YamlValue>of() : rotas.items()) {
      YamlFields fields = item.fields("rota", "zone", "layers", "standIns", "holidays");
      Named name = fields.named("rota", TextForm.TARGET);
      Rota rota = reader.rota(fields, name == null ? "" : name.name());
      if (name != null) {
        register.define(name, rota == null ? null : new OnCall(rota, people.values()));
      }
      if (name != null && rota != null) {
        RotaGaps.of(rota).forEach(gap -> name.at().warning("nobody is on call " + gap));
      }
    }
    return register;
  }

  private @Nullable Rota rota(YamlFields fields, String name) {
    ZoneId zone = EventTime.zone(fields.required("zone"));
    List<RotaLayer> layers = layers(fields.required("layers"));
    List<StandIn> standIns = standIns(fields.optional("standIns"));
    Set<LocalDate> holidays = holidays(fields.optional("holidays"));
    return zone == null || layers.isEmpty()
        ? null
        : new Rota(name, zone, layers, standIns, holidays);
  }

  private List<RotaLayer> layers(@Nullable YamlValue value) {
    List<RotaLayer> layers = new ArrayList<>();
    if (value != null && value.isEmptyList()) {
      value.error("has no layer");
    } else if (value != null) {
      for (YamlValue item : value.items()) {
        RotaLayer layer = layer(item);
        if (layer != null) {
          layers.add(layer);
        }
      }
    }
    return List.copyOf(layers);
  }

  private @Nullable RotaLayer layer(YamlValue item) {
    YamlFields fields = item.fields("people", "from", "turn", "hours", "holidays");
    List<String> members = members(fields.required("people"));
    LocalDateTime from = WallTimes.dateTime(fields.required("from"));
    int turnDays = turnDays(fields.optional("turn"));
    List<DayHours> hours = hours(fields.optional("hours"));
    YamlValue rule = fields.optional("holidays");
    HolidayRule holidays = rule == null ? null : EnumWords.read(rule, HolidayRule.class);
    return members.isEmpty() || from == null
        ? null
        : new RotaLayer(
            members, from, turnDays, hours, holidays == null ? HolidayRule.WORKED : holidays);
  }

  private List<String> members(@Nullable YamlValue value) {
    if (value == null) {
      return List.of();
    }
    if (value.isEmptyList()) {
      value.error("has nobody");
      return List.of();
    }
    List<String> members = new ArrayList<>();
    for (YamlValue item : value.items()) {
      String person = people.name(item);
      if (person != null) {
        members.add(person);
      }
    }
    return List.copyOf(members);
  }

  /** Whole days, a week where nothing is said. */
  private static int turnDays(@Nullable YamlValue value) {
    long millis = Durations.millis(value, WEEK_MILLIS, "1d", "366d");
    if (value != null && millis % DAY_MILLIS != 0) {
      value.error("a turn is a number of whole days, as in 1d or 7d");
    }
    return (int) (millis / DAY_MILLIS);
  }

  private static List<DayHours> hours(@Nullable YamlValue value) {
    List<DayHours> hours = new ArrayList<>();
    if (value != null && value.isEmptyList()) {
      value.error("has no hours; leave it out for always");
    } else if (value != null) {
      for (YamlValue item : value.items()) {
        YamlFields fields = item.fields("days", "from", "until");
        Set<DayOfWeek> days = days(fields.optional("days"));
        LocalTime from = WallTimes.time(fields.required("from"));
        LocalTime until = WallTimes.time(fields.required("until"));
        if (from != null && until != null) {
          hours.add(new DayHours(days, from, until));
        }
      }
    }
    return List.copyOf(hours);
  }

  /** Every day where nothing is said. */
  private static Set<DayOfWeek> days(@Nullable YamlValue value) {
    if (value == null) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (value.isEmptyList()) {
      value.error("has no day; leave it out for every day");
    }
    for (YamlValue item : value.items()) {
      DayOfWeek day = EnumWords.read(item, DayOfWeek.class);
      if (day != null && !days.add(day)) {
        item.error(EnumWords.of(day) + " is there twice");
      }
    }
    return days;
  }

  private List<StandIn> standIns(@Nullable YamlValue value) {
    List<StandIn> standIns = new ArrayList<>();
    for (YamlValue item : value == null ? List.<YamlValue>of() : value.items()) {
      YamlFields fields = item.fields("person", "from", "until");
      String person = people.name(fields.required("person"));
      LocalDateTime from = WallTimes.dateTime(fields.required("from"));
      LocalDateTime until = WallTimes.dateTime(fields.required("until"));
      if (from != null && until != null && !from.isBefore(until)) {
        item.error("ends at " + until + ", which is not after " + from);
      } else if (person != null && from != null && until != null) {
        standIns.add(new StandIn(person, from, until));
      }
    }
    return List.copyOf(standIns);
  }

  private static Set<LocalDate> holidays(@Nullable YamlValue value) {
    Set<LocalDate> holidays = new TreeSet<>();
    for (YamlValue item : value == null ? List.<YamlValue>of() : value.items()) {
      LocalDate day = WallTimes.date(item);
      if (day != null && !holidays.add(day)) {
        item.error(day + " is there twice");
      }
    }
    return holidays;
  }
}
