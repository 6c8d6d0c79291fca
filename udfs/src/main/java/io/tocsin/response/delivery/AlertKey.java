package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.secret.Hmac;
import java.util.HexFormat;

/**
 * What ties the all-clear to the alarm at receivers that keep alerts: the same for the first page,
 * its repeats and its end.
 */
final class AlertKey {
  private AlertKey() {}

  /** Incident, severity and target; shortened to fit, with a hash that keeps it apart. */
  static String of(Page page, int longest) {
    String key = page.incidentId() + "/" + Texts.word(page.severity()) + "/" + page.target().name();
    if (key.length() <= longest) {
      return key;
    }
    byte[] hash = Hmac.sha256("alert-key", key);
    String end = "~" + HexFormat.of().formatHex(hash, 0, 8);
    return key.substring(0, longest - end.length()) + end;
  }
}
