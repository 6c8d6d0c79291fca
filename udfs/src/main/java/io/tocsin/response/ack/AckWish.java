package io.tocsin.response.ack;

import io.tocsin.incident.Severity;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person wants to take an incident.
 *
 * @param incidentId which
 * @param severity how bad it was when the person was paged
 * @param person who
 */
public record AckWish(String incidentId, Severity severity, String person) {
  /** Incident, severity and target, as receivers that keep alerts know an alarm. */
  private static final Pattern ALERT_KEY = Pattern.compile("(.+?)/(notice|warning|critical)/.*");

  /**
   * The wish of a person who took the alarm of this key at a receiver; null if it is none of our
   * alarms.
   */
  static @Nullable AckWish about(String alertKey, String person) {
    Matcher key = ALERT_KEY.matcher(alertKey);
    return key.matches()
        ? new AckWish(key.group(1), Severity.valueOf(key.group(2).toUpperCase(Locale.ROOT)), person)
        : null;
  }
}
