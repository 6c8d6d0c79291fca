package io.tocsin.deploy.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.tocsin.deploy.desk.AckCounts.Way;
import io.tocsin.deploy.desk.AckVerdict.Reason;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.ack.AckHook;
import io.tocsin.response.ack.AckWish;
import io.tocsin.response.ack.HookReading;
import io.tocsin.response.ack.Signing;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Receivers' own webhooks: {@code POST /hooks/pagerduty} and so on. What is not signed by somebody
 * who knows the shared secret is refused before it is read. What changes nothing is answered with
 * 200, since a receiver would send it again; what may succeed later with 503, so that it does.
 */
final class HookRoutes {
  /** What is said to the receiver. */
  private record Answer(String outcome, String detail) {}

  private final AckTaking taking;
  private final AckCounts counts;
  private final DeskSecrets secrets;

  HookRoutes(AckTaking taking, AckCounts counts, DeskSecrets secrets) {
    this.taking = taking;
    this.counts = counts;
    this.secrets = secrets;
  }

  void configure(JavalinConfig config) {
    for (AckHook hook : AckHook.values()) {
      config.routes.post("/hooks/" + hook.receiver(), ctx -> hear(hook, ctx));
    }
  }

  private void hear(AckHook hook, Context ctx) {
    String secret = secrets.of(hook);
    if (secret == null) {
      answer(hook, ctx, 403, "NO_SECRET", secrets.secrets().whyMissing(hook.secretName()));
      return;
    }
    String body = new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8);
    switch (hook.check(secret, body, ctx.header(hook.signatureHeader()))) {
      case MISSING ->
          answer(hook, ctx, 401, Signing.MISSING.name(), hook.signatureHeader() + " is missing");
      case WRONG ->
          answer(hook, ctx, 403, Signing.WRONG.name(), "signed with another secret than ours");
      case GOOD -> hear(hook, hook.read(body), ctx);
    }
  }

  private void hear(AckHook hook, HookReading reading, Context ctx) {
    @Nullable AckWish wish = reading.wish();
    if (wish == null) {
      int status = reading.reason() == HookReading.Reason.MALFORMED ? 400 : 200;
      answer(hook, ctx, status, reading.reason().name(), reading.detail());
      return;
    }
    AckVerdict verdict = taking.take(hook.receiver() + " " + wish, wish);
    answer(hook, ctx, status(verdict.reason()), verdict.reason().name(), verdict.detail());
  }

  private static int status(Reason reason) {
    return switch (reason) {
      case ACCEPTED, NOT_READY, NOT_WRITTEN -> reason.status();
      default -> 200;
    };
  }

  private void answer(AckHook hook, Context ctx, int status, String outcome, String detail) {
    counts.count(Way.valueOf(hook.name()), outcome);
    byte[] body = WireJson.toBytes(new Answer(outcome, detail));
    ctx.status(status).contentType("application/json").result(body);
  }
}
