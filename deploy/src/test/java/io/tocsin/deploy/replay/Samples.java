package io.tocsin.deploy.replay;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
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
import org.jspecify.annotations.Nullable;

/** Plans, pages that call somebody, and gaps of the feed. */
final class Samples {
  private Samples() {}

  static CrisisPlan plan(String version) {
    String yaml =
        "version: " + version + "\nbrands: [{brand: acme, match: {hashtags: [acme]}, page: []}]";
    return Objects.requireNonNull(CrisisPlanParser.read(yaml, "p").plan());
  }

  /** The whole feed has brought nothing for a minute. */
  static FeedReport gap(Instant since) {
    return feed(FeedPhase.STANDING_STILL, null, since, since.plusSeconds(60));
  }

  static FeedReport feed(FeedPhase phase, @Nullable String channel, Instant since, Instant at) {
    return new FeedReport(channel + "@" + since, channel, phase, at, since, 100, 9, "why");
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
