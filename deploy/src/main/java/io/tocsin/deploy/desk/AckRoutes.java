package io.tocsin.deploy.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.tocsin.deploy.desk.AckCounts.Way;
import io.tocsin.deploy.desk.AckVerdict.Reason;
import io.tocsin.incident.Ack;
import org.jspecify.annotations.Nullable;

/** The links of pages: GET shows what a link would do and does nothing, POST acknowledges. */
final class AckRoutes {
  /** No script at all; the one form may go to the desk alone. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  private final AckTaking taking;
  private final AckCounts counts;
  private final DeskSecrets secrets;

  AckRoutes(AckTaking taking, AckCounts counts, DeskSecrets secrets) {
    this.taking = taking;
    this.counts = counts;
    this.secrets = secrets;
  }

  void configure(JavalinConfig config) {
    config.routes.get("/ack/{token}", this::show);
    config.routes.post("/ack/{token}", this::take);
  }

  private void show(Context ctx) {
    AckVerdict verdict = taking.look(secrets.tokens(), ctx.pathParam("token"));
    Ack ack = verdict.ack();
    @Nullable IncidentCard card = ack == null ? null : taking.happenings().open(ack.incidentId());
    int status = verdict.reason() == Reason.ACCEPTED ? 200 : verdict.reason().status();
    answer(ctx, status, AckPage.before(verdict, card));
  }

  private void take(Context ctx) {
    AckVerdict verdict = taking.take(secrets.tokens(), ctx.pathParam("token"));
    counts.count(Way.LINK, verdict.reason().name());
    answer(ctx, verdict.reason().status(), AckPage.after(verdict));
  }

  /** The address of this page is a secret: it is neither kept nor told to another site. */
  private static void answer(Context ctx, int status, String html) {
    ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    ctx.header("Cache-Control", "no-store");
    ctx.status(status).html(html);
  }
}
