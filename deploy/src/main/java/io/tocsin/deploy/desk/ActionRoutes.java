package io.tocsin.deploy.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.tocsin.incident.Ack;
import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What people do to incidents and brands beside acknowledging, by HTTP. */
final class ActionRoutes {
  private final TopicReader reader;
  private final AckWriter acks;
  private final Clock clock;

  ActionRoutes(TopicReader reader, AckWriter acks, Clock clock) {
    this.reader = reader;
    this.acks = acks;
    this.clock = clock;
  }

  /**
   * Adds the routes.
   *
   * @param guard refuses what comes from another site; true where it did
   */
  void configure(JavalinConfig config, Predicate<Context> guard) {
    config.routes.post("/api/incidents/{id}/actions", ctx -> act(ctx, guard, this::ofIncident));
    config.routes.post("/api/brands/{brand}/actions", ctx -> act(ctx, guard, this::ofBrand));
  }

  private interface Judge {
    ActionVerdict of(Context ctx, ActionWish wish);
  }

  private ActionVerdict ofIncident(Context ctx, ActionWish wish) {
    return ActionVerdict.ofIncident(
        reader.snapshot().happenings(), ctx.pathParam("id"), wish, clock.instant());
  }

  private ActionVerdict ofBrand(Context ctx, ActionWish wish) {
    return ActionVerdict.ofBrand(ctx.pathParam("brand"), wish, clock.instant());
  }

  private void act(Context ctx, Predicate<Context> guard, Judge judge) {
    if (guard.test(ctx)) {
      return;
    }
    ActionWish wish = wishIn(ctx);
    ActionVerdict verdict =
        wish == null
            ? ActionVerdict.refused(
                ActionVerdict.Reason.BAD_REQUEST, "not an object with by, action and until")
            : judge.of(ctx, wish.by(DeskServer.visitor(ctx).named(wish.by())));
    Ack ack = verdict.ack();
    if (ack != null) {
      acks.write(ack);
    }
    int status = verdict.reason().status();
    DeskServer.answer(
        ctx,
        status,
        ack == null ? new DeskServer.Problem(verdict.reason().name(), verdict.detail()) : ack);
  }

  /** The request's body; null where it is no such object. */
  private static @Nullable ActionWish wishIn(Context ctx) {
    try {
      return WireJson.fromBytes(ctx.bodyAsBytes(), ActionWish.class);
    } catch (IOException e) {
      return null;
    }
  }
}
