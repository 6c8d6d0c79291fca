package io.tocsin.response.delivery;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageAddress;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import io.tocsin.response.ack.AckToken;
import io.tocsin.response.ack.AckTokens;
import io.tocsin.response.secret.Secrets;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.window.ExamplePost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages for tests. */
final class Pages {
  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  /** A pager without a desk. */
  static final PagerHost HOST =
      new PagerHost(new DeskAccess(null, DeskAccess.KEY_SECRET, 60_000), null, null);

  static final DeskLinks NO_LINKS = new DeskLinks(HOST.desk(), new Secrets(Map.of()));

  private static final String KEY = "a key of sixteen";

  static final DeskLinks LINKS =
      new DeskLinks(
          new DeskAccess("https://desk.test", DeskAccess.KEY_SECRET, 60_000),
          new Secrets(Map.of("TOCSIN_SECRET_ACK_LINKS", KEY)));

  /** What stands in the link of {@link #console}. */
  static final String TOKEN =
      new AckTokens(KEY)
          .write(new AckToken("acme-1", Severity.CRITICAL, "on-call", NOON.plusSeconds(60)));

  private Pages() {}

  static Page webhook(@Nullable String url) {
    return page("acme-1", "trigger", PageTarget.of("on-call", Transport.WEBHOOK, url));
  }

  static Page console() {
    return page("acme-1", "trigger", PageTarget.of("on-call", Transport.CONSOLE, null));
  }

  static Page of(String incidentId, String name, String target) {
    return page(incidentId, name, PageTarget.of(target, Transport.CONSOLE, null));
  }

  /** A page whose target has these addresses, each but a name. */
  static Page withAddresses(String... urls) {
    List<PageAddress> addresses =
        Stream.of(urls).map(url -> new PageAddress(Transport.CONSOLE, url, null)).toList();
    return page("acme-1", "trigger", new PageTarget("on-call", addresses));
  }

  /** The same page with other words, as of an incident of this severity. */
  static Page with(Page page, PageAction action, Severity severity, String title, String body) {
    return new Page(
        page.dedupKey(),
        action,
        page.target(),
        page.incidentId(),
        page.brand(),
        severity,
        page.at(),
        page.since(),
        title,
        body,
        page.examples(),
        page.planVersion(),
        page.decision());
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
            new ExamplePost(
                "7",
                "x",
                "ada",
                "no signal \"at all\"",
                "https://x.test/7",
                0.9,
                0.8,
                List.of(IntentKind.COMPLAINT)),
            new ExamplePost("8", "bluesky", "bob", "same", null, 0.2, 0.7, List.of())),
        "plan-3",
        "critical pages everyone");
  }
}
