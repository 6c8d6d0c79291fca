package io.tocsin.response.plan;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A moment as people write it: with an offset, {@code 2026-02-08T23:30:00Z}, or as the time of a
 * place whose zone is named beside it, {@code 2026-02-08T18:30}.
 */
final class EventTime {
  private EventTime() {}

  /** The zone of this name; null if there is none, which is then a problem. */
  static @Nullable ZoneId zone(@Nullable YamlValue value) {
    String name = value == null ? null : value.text(TextForm.ANY_WORD);
    if (value == null || name == null) {
      return null;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      value.error(
          "not a time zone like Europe/Paris: "
              + OneLine.quote(name)
              + DidYouMean.hint(name, new TreeSet<>(ZoneId.getAvailableZoneIds())));
      return null;
    }
  }

  /** Epoch milliseconds; null if the value is no such moment, which is then a problem. */
  static @Nullable Long millis(@Nullable YamlValue value, @Nullable ZoneId zone) {
    String text = value == null ? null : value.dateText();
    if (value == null || text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeParseException e) {
      return local(value, text, zone);
    }
  }

  private static @Nullable Long local(YamlValue value, String text, @Nullable ZoneId zone) {
    LocalDateTime time;
    try {
      time = LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      value.error("not a time like 2026-02-08T23:30:00Z: " + OneLine.quote(text));
      return null;
    }
    if (zone == null) {
      value.error("needs an offset, as in " + text + "Z, or a zone beside it: '" + text + "'");
      return null;
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.size() != 1) {
      String times = offsets.isEmpty() ? "never" : "twice";
      value.error("comes " + times + " in " + zone + ", write it with an offset: '" + text + "'");
      return null;
    }
    return time.toInstant(offsets.get(0)).toEpochMilli();
  }
}
