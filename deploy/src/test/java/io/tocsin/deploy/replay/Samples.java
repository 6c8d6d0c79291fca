package io.tocsin.deploy.replay;

import io.tocsin.incident.Severity;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import io.tocsin.response.plan.CrisisPlanParser;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Plans, and pages that call somebody. */
final class Samples {
  private Samples() {}

  static CrisisPlan plan(String version) {
    String yaml =
        "version: " + version + "\nbrands: [{brand: acme, match: {hashtags: [acme]}, page: []}]";
    return Objects.requireNonNull(CrisisPlanParser.read(yaml, "p").plan());
  }

  static Page call(String brand, String incident, Instant at) {
    return new Page(
        incident + "/warning/duty/" + at,
        PageAction.TRIGGER,
        PageTarget.of("duty", Transport.CONSOLE, null),
        incident,
        brand,
        Severity.WARNING,
        at,
        at,
        brand + ": warning",
        "body",
        List.of(),
        "v1",
        "opened");
  }
}
