package io.tocsin.deploy.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.tocsin.deploy.desk.AckCounts.Way;
import io.tocsin.deploy.desk.AckVerdict.Reason;
import io.tocsin.incident.Ack;
import io.tocsin.response.ack.AckTokens;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The links of pages: GET shows what a link would do and does nothing, POST acknowledges. */
final class AckRoutes {
  /** No script at all; the one form may go to the desk alone. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  private final TopicReader reader;
  private final AckWriter acks;
  private final AckCounts counts;
  private final DeskLinkKey key;
  private final Clock clock;
  private final UsedLinks used = new UsedLinks();

  AckRoutes(TopicReader reader, AckWriter acks, AckCounts counts, DeskSettings settings) {
    this.reader = reader;
    this.acks = acks;
    this.counts = counts;
    this.key = settings.linkKey();
    this.clock = settings.clock();
  }

  void configure(JavalinConfig config) {
    config.routes.get("/ack/{token}", this::show);
    config.routes.post("/ack/{token}", this::take);
  }

  private void show(Context ctx) {
    AckVerdict verdict = judge(ctx);
    Ack ack = verdict.ack();
    @Nullable IncidentCard card = ack == null ? null : happenings().open(ack.incidentId());
    int status = verdict.reason() == Reason.ACCEPTED ? 200 : verdict.reason().status();
    answer(ctx, status, AckPage.before(verdict, card));
  }

  private void take(Context ctx) {
    AckVerdict verdict = judge(ctx);
    if (verdict.ack() != null) {
      verdict = take(ctx.pathParam("token"), verdict);
    }
    counts.count(Way.LINK, verdict.reason());
    answer(ctx, verdict.reason().status(), AckPage.after(verdict));
  }

  /** The one that comes first of two clicks writes; the other is told the same. */
  private AckVerdict take(String token, AckVerdict verdict) {
    Ack ack = Objects.requireNonNull(verdict.ack());
    if (!used.use(token, clock.instant())) {
      return AckVerdict.refused(Reason.ALREADY_YOURS, ack.by() + " has acknowledged already");
    }
    try {
      acks.write(ack);
      return verdict;
    } catch (AckNotWrittenException e) {
      used.giveBack(token);
      return AckVerdict.refused(Reason.NOT_WRITTEN, e.getMessage() + "; try again");
    }
  }

  private AckVerdict judge(Context ctx) {
    if (!reader.feed().isUp()) {
      return AckVerdict.refused(
          Reason.NOT_READY, "the desk does not know what is going on yet; try again in a moment");
    }
    @Nullable AckTokens tokens = key.tokens();
    return AckLink.judge(happenings(), tokens, ctx.pathParam("token"), clock.instant());
  }

  private Happenings happenings() {
    return reader.snapshot().happenings();
  }

  /** The address of this page is a secret: it is neither kept nor told to another site. */
  private static void answer(Context ctx, int status, String html) {
    ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    ctx.header("Cache-Control", "no-store");
    ctx.status(status).html(html);
  }
}
