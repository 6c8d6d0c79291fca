package io.tocsin.response.plan;

import io.tocsin.response.Contact;
import io.tocsin.response.PageTarget;
import io.tocsin.response.oncall.QuietHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of the plan. */
final class PeopleReader {
  private PeopleReader() {}

  static Register<Contact> read(@Nullable YamlValue people) {
    Register<Contact> register = new Register<>("person");
    for (YamlValue item : people == null ? List.<YamlValue>of() : people.items()) {
      YamlFields fields = item.fields("person", "transport", "url", "secret", "fallback", "quiet");
      Named name = fields.named("person", TextForm.TARGET);
      PageTarget target = TargetReader.read(fields, name);
      QuietHours quiet = quiet(fields.optional("quiet"));
      if (name != null) {
        register.define(name, target == null ? null : new Contact(target, quiet));
      }
    }
    return register;
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
