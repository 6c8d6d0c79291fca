package io.tocsin.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The telephone of the person on call in the demo: a webhook that takes pages over HTTP as any
 * receiver does, and a person who picks up after a while and follows the page's link to
 * acknowledge.
 */
public final class OnCallPhone implements AutoCloseable {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService person = Executors.newSingleThreadScheduledExecutor();
  private final long pickUpMillis;
  private final Consumer<String> acknowledge;
  private final Javalin server;

  private OnCallPhone(int port, long pickUpMillis, Consumer<String> acknowledge) {
    this.pickUpMillis = pickUpMillis;
    this.acknowledge = acknowledge;
    this.server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post("/pages", this::ring);
                })
            .start("127.0.0.1", port);
  }

  /**
   * Switches the phone on.
   *
   * @param port 0 for any that is free
   * @param pickUpMillis how long the person takes
   * @param acknowledge takes the link by which the person acknowledges
   */
  public static OnCallPhone start(int port, long pickUpMillis, Consumer<String> acknowledge) {
    return new OnCallPhone(port, pickUpMillis, acknowledge);
  }

  /** Where pages are to be POSTed. */
  public String url() {
    return "http://127.0.0.1:" + server.port() + "/pages";
  }

  private void ring(Context context) throws IOException {
    JsonNode page = mapper.readTree(context.bodyAsBytes());
    String incident = page.path("incidentId").asText();
    String link = page.path("ackUrl").asText();
    if (!link.isEmpty() && heard.add(incident)) {
      var unused =
          person.schedule(() -> acknowledge.accept(link), pickUpMillis, TimeUnit.MILLISECONDS);
    }
    context.status(202);
  }

  @Override
  public void close() {
    person.shutdownNow();
    server.stop();
  }
}
