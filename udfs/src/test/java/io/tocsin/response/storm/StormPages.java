package io.tocsin.response.storm;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import java.time.Instant;
import java.util.List;

/** Pages to one target. */
final class StormPages {
  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private StormPages() {}

  static Page alarm(String brand, Severity severity) {
    return page(brand, PageAction.TRIGGER, severity, "");
  }

  static Page notice(String brand) {
    return page(brand, PageAction.INFORM, Severity.NOTICE, "/notify");
  }

  static Page allClear(String brand) {
    return page(brand, PageAction.RESOLVE, Severity.WARNING, "/resolve");
  }

  private static Page page(String brand, PageAction action, Severity severity, String end) {
    String incident = brand + "-1";
    return new Page(
        incident + "/" + severity + "/duty" + end,
        action,
        PageTarget.of("duty", Transport.CONSOLE, null),
        incident,
        brand,
        severity,
        NOON,
        NOON.minusSeconds(40),
        brand + " burns",
        "No signal at " + brand + ".",
        List.of(),
        "plan-3",
        "opened");
  }
}
