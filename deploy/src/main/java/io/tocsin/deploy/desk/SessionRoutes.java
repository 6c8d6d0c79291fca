package io.tocsin.deploy.desk;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/session}: who asks, and the trade of the token for a cookie that no script can read
 * and no other site can use. A browser's stream of events cannot carry a token.
 */
final class SessionRoutes {
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

  /** What the page sends to sign in. */
  private record SignIn(@Nullable String token) {}

  /** What it is told of itself. */
  private record Standing(
      Visitor.Way way, @Nullable String name, boolean mayRead, boolean mayWrite) {}

  private final DeskSettings settings;
  private final Function<Context, Visitor> visitors;
  private final Clock clock;

  SessionRoutes(DeskSettings settings, Function<Context, Visitor> visitors) {
    this.settings = settings;
    this.visitors = visitors;
    this.clock = settings.clock();
  }

  /**
   * Adds the routes.
   *
   * @param guard refuses what comes from another site; true where it did
   */
  void configure(JavalinConfig config, Predicate<Context> guard) {
    config.routes.get("/api/session", this::tell);
    config.routes.post("/api/session", ctx -> signIn(ctx, guard));
    config.routes.delete("/api/session", ctx -> signOut(ctx, guard));
  }

  /** Whoever looks in is signed in for another shift. */
  private void tell(Context ctx) {
    Visitor visitor = visitors.apply(ctx);
    if (visitor.way() == Visitor.Way.SESSION) {
      giveTicket(ctx);
    }
    answer(ctx, visitor);
  }

  private void signIn(Context ctx, Predicate<Context> guard) {
    if (guard.test(ctx)) {
      return;
    }
    if (!settings.doorkeeper().isToken(tokenIn(ctx))) {
      DeskServer.answer(
          ctx, 403, new DeskServer.Problem("WRONG_TOKEN", "this is not the desk's token"));
      return;
    }
    giveTicket(ctx);
    answer(ctx, new Visitor(Visitor.Way.SESSION, null));
  }

  private void signOut(Context ctx, Predicate<Context> guard) {
    if (!guard.test(ctx)) {
      ctx.cookie(cookie(ctx, "", 0));
      answer(ctx, Visitor.STRANGER);
    }
  }

  private void answer(Context ctx, Visitor visitor) {
    Doorkeeper keeper = settings.doorkeeper();
    DeskServer.answer(
        ctx,
        200,
        new Standing(
            visitor.way(),
            visitor.name(),
            keeper.admits(visitor, Door.READ),
            keeper.admits(visitor, Door.WRITE)));
  }

  private void giveTicket(Context ctx) {
    String token = settings.secrets().token();
    if (token != null) {
      String ticket = new Sessions(token).open(clock.instant());
      ctx.cookie(cookie(ctx, ticket, Math.toIntExact(Sessions.LENGTH.toSeconds())));
    }
  }

  private Cookie cookie(Context ctx, String value, int seconds) {
    boolean secure = settings.isSecure() || "https".equals(ctx.header("X-Forwarded-Proto"));
    return new Cookie(
        cookieName(ctx), value, pathOf(ctx), seconds, secure, true, null, SameSite.STRICT);
  }

  /** Cookies know no ports: two desks on one machine must not sign each other out. */
  static String cookieName(Context ctx) {
    return "tocsin-desk-" + ctx.req().getLocalPort();
  }

  /** Under a proxy's prefix the rest of its name is not the desk's; it is told of itself only. */
  private static String pathOf(Context ctx) {
    String prefix = ctx.header("X-Forwarded-Prefix");
    return prefix != null && PREFIX.matcher(prefix).matches() ? prefix + "/" : "/";
  }

  private static @Nullable String tokenIn(Context ctx) {
    try {
      @Nullable SignIn body = WireJson.fromBytes(ctx.bodyAsBytes(), SignIn.class);
      return body == null ? null : body.token();
    } catch (IOException e) {
      return null;
    }
  }
}
