package io.tocsin.deploy.desk;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import io.tocsin.deploy.desk.AckCounts.Way;
import io.tocsin.deploy.host.PortInUseException;
import io.tocsin.deploy.host.UserException;
import io.tocsin.incident.Ack;
import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The desk's HTTP: the live page, its data, acknowledgements, metrics and health. */
final class DeskServer implements AutoCloseable {
  /**
   * Only the desk's own files run and only the desk is asked; text never becomes markup, not even
   * by mistake (Trusted Types).
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  /** Alertmanager's groups are the largest. */
  private static final long MOST_REQUEST_BYTES = 1 << 20;

  private static final String VISITOR = "visitor";

  /** A name and what JSON needs around it. */
  private static final int MOST_ACK_BYTES = 4_096;

  /** What the page sends to acknowledge. */
  private record AckRequest(@Nullable String by) {}

  record Problem(String error, String detail) {}

  private record Health(String status, Feed.State state, String detail) {}

  private final TopicReader reader;
  private final AckWriter acks;
  private final EventStream events;
  private final DeskSettings settings;
  private final DeskCollector metrics;
  private final RequestGuard guard;
  private final AckCounts counts = new AckCounts();
  private final AckRoutes ackRoutes;
  private final HookRoutes hookRoutes;
  private final Clock clock;
  private final Javalin http;

  private DeskServer(DeskSettings settings, TopicReader reader, AckWriter acks, NoteCounts notes) {
    this.settings = settings;
    this.reader = reader;
    this.acks = acks;
    this.clock = settings.clock();
    this.events = new EventStream(reader, clock);
    this.metrics = new DeskCollector(reader::snapshot, reader::feed, counts, notes, clock);
    AckTaking taking = new AckTaking(reader, acks, clock);
    this.ackRoutes = new AckRoutes(taking, counts, settings.secrets());
    this.hookRoutes = new HookRoutes(taking, counts, settings.secrets());
    this.guard =
        new RequestGuard(settings.isLoopback(), settings.publicName(), settings.publicOrigin());
    this.http = Javalin.create(this::configure);
  }

  /**
   * Begins to listen.
   *
   * @throws PortInUseException if another program holds the port
   * @throws UserException if the address cannot be listened on, or anybody could read there
   */
  static DeskServer start(
      DeskSettings settings, TopicReader reader, AckWriter acks, NoteCounts notes) {
    settings.requireDoor();
    DeskServer server = new DeskServer(settings, reader, acks, notes);
    try {
      server.http.start(settings.host(), settings.port());
      return server;
    } catch (JavalinException e) {
      server.close();
      throw explained(settings, e);
    }
  }

  private static UserException explained(DeskSettings settings, JavalinException fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String address = settings.host() + ":" + settings.port();
    return String.valueOf(cause.getMessage()).contains("in use")
        ? new PortInUseException("the desk", settings.port(), fault)
        : new UserException(
            "the desk cannot listen on " + address + ": " + cause.getMessage(), fault);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MOST_REQUEST_BYTES;
    config.routes.before(this::admit);
    PageAssets.load().forEach((path, asset) -> config.routes.get(path, ctx -> serve(asset, ctx)));
    config.routes.get("/api/state", this::state);
    config.routes.before("/api/events", this::refuseWhenFull);
    config.routes.sse("/api/events", client -> events.join(client, viewIn(client.ctx())));
    config.routes.post("/api/incidents/{id}/ack", this::acknowledge);
    ackRoutes.configure(config);
    hookRoutes.configure(config);
    new ActionRoutes(reader, acks, clock).configure(config, this::refuseForeign);
    new SessionRoutes(settings, DeskServer::visitor).configure(config, this::refuseForeign);
    config.routes.get("/metrics", this::metrics);
    config.routes.get("/healthz", this::health);
    config.routes.exception(AckNotWrittenException.class, DeskServer::notWritten);
  }

  /** Headers for every answer; a request that must not be answered goes no further. */
  private void admit(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-cache");
    if (!refuse(ctx, guard.ofHost(ctx.header("Host")))) {
      admitVisitor(ctx);
    }
  }

  private void admitVisitor(Context ctx) {
    Doorkeeper keeper = settings.doorkeeper();
    Visitor visitor = keeper.identify(credentials(ctx), clock.instant());
    ctx.attribute(VISITOR, visitor);
    if (!keeper.admits(visitor, Door.of(ctx.method().name(), ctx.path()))) {
      ctx.header("WWW-Authenticate", "Bearer");
      answer(ctx, 401, new Problem("UNKNOWN_VISITOR", whyUnknown(keeper)));
      ctx.skipRemainingHandlers();
    }
  }

  private Doorkeeper.Credentials credentials(Context ctx) {
    return new Doorkeeper.Credentials(
        ctx.header("Authorization"),
        ctx.cookie(SessionRoutes.cookieName(ctx)),
        ctx.req().getRemoteAddr(),
        ctx.header(settings.proxies().userHeader()));
  }

  private String whyUnknown(Doorkeeper keeper) {
    return keeper.token() == null
        ? "nobody can show who they are: " + settings.secrets().whyNoToken()
        : "show the desk's token";
  }

  /** Who asks, as found out when the request came. */
  static Visitor visitor(Context ctx) {
    return Objects.requireNonNullElse(ctx.attribute(VISITOR), Visitor.STRANGER);
  }

  private static DeskView viewIn(Context ctx) {
    return DeskView.of(ctx.queryParam("brand"), ctx.queryParam("find"));
  }

  private static boolean refuse(Context ctx, RequestGuard.@Nullable Refusal refusal) {
    if (refusal == null) {
      return false;
    }
    answer(ctx, refusal.status(), new Problem(refusal.name(), refusal.detail()));
    ctx.skipRemainingHandlers();
    return true;
  }

  static void answer(Context ctx, int status, Object body) {
    ctx.status(status).contentType("application/json").result(WireJson.toBytes(body));
  }

  private static void serve(PageAssets.Asset asset, Context ctx) {
    ctx.contentType(asset.contentType()).result(asset.bytes());
  }

  private void state(Context ctx) {
    answer(ctx, 200, events.state(viewIn(ctx)).since(null));
  }

  private void refuseWhenFull(Context ctx) {
    if (events.isFull()) {
      String detail = "no more than " + EventStream.MOST_PAGES + " pages at a time";
      answer(ctx, 503, new Problem("TOO_MANY_PAGES", detail));
      ctx.skipRemainingHandlers();
    }
  }

  /** Answers a change that another site asks for; false where it goes on. */
  private boolean refuseForeign(Context ctx) {
    return refuse(
        ctx,
        guard.ofChange(
            ctx.header("Content-Type"),
            ctx.header("Host"),
            ctx.header("Origin"),
            ctx.header("Sec-Fetch-Site")));
  }

  private void acknowledge(Context ctx) {
    if (refuseForeign(ctx)) {
      return;
    }
    if (ctx.bodyAsBytes().length > MOST_ACK_BYTES) {
      answer(ctx, 413, new Problem("TOO_LONG", "more than " + MOST_ACK_BYTES + " bytes"));
      return;
    }
    AckVerdict verdict =
        AckVerdict.judge(
            reader.snapshot().happenings(),
            ctx.pathParam("id"),
            visitor(ctx).named(nameIn(ctx)),
            clock.instant());
    counts.count(Way.BUTTON, verdict.reason().name());
    Ack ack = verdict.ack();
    if (ack == null) {
      Problem problem = new Problem(verdict.reason().name(), verdict.detail());
      answer(ctx, verdict.reason().status(), problem);
      return;
    }
    acks.write(ack);
    answer(ctx, verdict.reason().status(), ack);
  }

  /** The name in the request's body; null where the body is no such object. */
  private static @Nullable String nameIn(Context ctx) {
    try {
      @Nullable AckRequest request = WireJson.fromBytes(ctx.bodyAsBytes(), AckRequest.class);
      return request == null ? null : request.by();
    } catch (IOException e) {
      return null;
    }
  }

  private static void notWritten(AckNotWrittenException e, Context ctx) {
    answer(ctx, 503, new Problem("NOT_WRITTEN", e.getMessage() + "; try again"));
  }

  private void metrics(Context ctx) {
    Exposition scrape = Exposition.of(metrics, ctx.header("Accept"));
    ctx.contentType(scrape.contentType()).result(scrape.body());
  }

  private void health(Context ctx) {
    Feed feed = reader.feed();
    String status = feed.isUp() ? "up" : "down";
    answer(ctx, feed.isUp() ? 200 : 503, new Health(status, feed.state(), feed.detail()));
  }

  /** The port on which it listens. */
  int port() {
    return http.port();
  }

  @Override
  public void close() {
    events.close();
    http.stop();
  }
}
