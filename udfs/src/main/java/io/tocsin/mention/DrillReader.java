package io.tocsin.mention;

import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the mark of a drill. */
final class DrillReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private DrillReader() {}

  /** A drill, or null where the field is null. */
  static @Nullable Drill read(FieldReader fields) throws IOException, RefusedException {
    if (!fields.entersObject("drill")) {
      return null;
    }
    String id = null;
    Long endsAtMillis = null;
    boolean toRealPeople = false;
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "id" -> id = fields.string("drill.id");
        case "toRealPeople" ->
            toRealPeople = Boolean.TRUE.equals(fields.flag("drill.toRealPeople"));
        case "endsAt" -> endsAtMillis = fields.timeMillis("drill.endsAt");
        default -> fields.skip();
      }
    }
    if (id == null || endsAtMillis == null) {
      throw new RefusedException(
          DeadLetterReason.MISSING_FIELD,
          "drill." + (id == null ? "id" : "endsAt") + " is missing");
    }
    if (!ID.matcher(id).matches()) {
      throw new RefusedException(
          DeadLetterReason.OUT_OF_RANGE,
          "drill.id is not lower-case letters, digits and '-', 64 at most: " + id);
    }
    return new Drill(id, toRealPeople, Instant.ofEpochMilli(endsAtMillis));
  }
}
