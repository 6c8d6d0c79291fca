package io.tocsin.response.delivery;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import io.tocsin.window.ExamplePost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages for tests. */
final class Pages {
  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private Pages() {}

  static Page webhook(@Nullable String url) {
    return page("acme-1", "trigger", new PageTarget("on-call", Transport.WEBHOOK, url));
  }

  static Page console() {
    return page("acme-1", "trigger", new PageTarget("on-call", Transport.CONSOLE, null));
  }

  static Page of(String incidentId, String name, String target) {
    return page(incidentId, name, new PageTarget(target, Transport.CONSOLE, null));
  }

  private static Page page(String incidentId, String name, PageTarget target) {
    return new Page(
        incidentId + "/critical/" + target.name() + "/" + name,
        PageAction.TRIGGER,
        target,
        incidentId,
        "acme",
        Severity.CRITICAL,
        NOON,
        NOON.minusSeconds(40),
        "acme: 412 mentions a minute, 30 expected",
        "No signal since 11:59:20Z.\nGuidance: open the overflow.",
        List.of(
            new ExamplePost("7", "x", "ada", "no signal \"at all\"", "https://x.test/7", 0.9, 0.8),
            new ExamplePost("8", "bluesky", "bob", "same", null, 0.2, 0.7)),
        "plan-3",
        "critical pages everyone");
  }
}
