package io.tocsin.response.plan;

import io.tocsin.incident.LifePolicy;
import io.tocsin.incident.RecordOnly;
import io.tocsin.spike.DeclaredEvent;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a brand's incidents reopen, when acknowledgements lapse, when nobody is paged. */
final class LifeReader {
  private LifeReader() {}

  /**
   * Reads one brand's.
   *
   * @param fields of the brand
   * @param calendar what concerns the brand
   */
  static LifePolicy read(YamlFields fields, List<CalendarEntry> calendar) {
    List<RecordOnly> silent = new ArrayList<>();
    for (YamlValue item : items(fields.optional("recordOnly"))) {
      RecordOnly span = span(item.fields("why", "from", "until", "zone"));
      if (span != null) {
        silent.add(span);
      }
    }
    calendar.stream()
        .filter(CalendarEntry::recordOnly)
        .map(CalendarEntry::event)
        .forEach(event -> silent.add(during(event)));
    return new LifePolicy(
        Durations.millis(fields.optional("reopen"), LifePolicy.STANDARD.reopenMillis(), "0s", "7d"),
        Durations.millis(fields.optional("acknowledgedFor"), 0, "1m", "7d"),
        Durations.millis(fields.optional("criticalAfter"), 0, "1m", "7d"),
        List.copyOf(silent));
  }

  private static List<YamlValue> items(@Nullable YamlValue list) {
    return list == null ? List.of() : list.items();
  }

  private static RecordOnly during(DeclaredEvent event) {
    return new RecordOnly(event.name(), event.fromMillis(), event.untilMillis());
  }

  private static @Nullable RecordOnly span(YamlFields fields) {
    Named why = fields.named("why", TextForm.DISPLAY_NAME);
    YamlValue zoneValue = fields.optional("zone");
    ZoneId zone = EventTime.zone(zoneValue);
    // Of a zone that is no zone one message is enough.
    ZoneId used = zoneValue != null && zone == null ? ZoneOffset.UTC : zone;
    YamlValue begin = fields.optional("from");
    Long from = begin == null ? Long.valueOf(0) : EventTime.millis(begin, used);
    YamlValue end = fields.required("until");
    Long until = EventTime.millis(end, used);
    if (why == null || from == null || until == null || end == null) {
      return null;
    }
    if (until <= from) {
      end.error("is not after from");
    }
    return new RecordOnly(why.name(), from, until);
  }
}
