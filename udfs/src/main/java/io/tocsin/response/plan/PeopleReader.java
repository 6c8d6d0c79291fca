package io.tocsin.response.plan;

import io.tocsin.response.Contact;
import io.tocsin.response.Department;
import io.tocsin.response.PageTarget;
import io.tocsin.response.oncall.QuietHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of the plan. */
final class PeopleReader {
  private static final String[] FIELDS = {
    "person",
    "transport",
    "url",
    "secret",
    "fallback",
    "contacts",
    "quiet",
    "department",
    "skills",
    "trained"
  };

  private final Register<Department> departments;
  private final Map<String, Training> training = new HashMap<>();

  PeopleReader(Register<Department> departments) {
    this.departments = departments;
  }

  Register<Contact> read(@Nullable YamlValue people) {
    Register<Contact> register = new Register<>("person");
    for (YamlValue item : people == null ? List.<YamlValue>of() : people.items()) {
      YamlFields fields = item.fields(FIELDS);
      Named name = fields.named("person", TextForm.TARGET);
      PageTarget target = TargetReader.readPerson(fields, name);
      QuietHours quiet = quiet(fields.optional("quiet"));
      departments.value(fields.optional("department"));
      Training knows =
          new Training(
              TermsReader.names(TermsReader.terms(fields, "skills", TextForm.SKILL)),
              WallTimes.date(fields.optional("trained")));
      if (name != null) {
        training.putIfAbsent(name.name(), knows);
        register.define(name, target == null ? null : new Contact(target, quiet));
      }
    }
    return register;
  }

  /** What each person knows, by name, once the people were read. */
  Map<String, Training> training() {
    return training;
  }

  private static @Nullable QuietHours quiet(@Nullable YamlValue value) {
    if (value == null) {
      return null;
    }
    YamlFields fields = value.fields("zone", "from", "until");
    ZoneId zone = EventTime.zone(fields.required("zone"));
    LocalTime from = WallTimes.time(fields.required("from"));
    LocalTime until = WallTimes.time(fields.required("until"));
    if (zone == null || from == null || until == null) {
      return null;
    }
    if (from.equals(until)) {
      value.error("begins and ends at " + from + ": a whole day cannot be quiet");
      return null;
    }
    return new QuietHours(zone, from, until);
  }
}
