package io.tocsin.deploy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.deploy.testing.Alertmanager;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageAddress;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import io.tocsin.response.delivery.DeliveryAnswer;
import io.tocsin.response.delivery.DeliveryVerdict;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.delivery.PageTransport;
import io.tocsin.response.delivery.PageTransports;
import io.tocsin.response.delivery.PagerHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages through a real Alertmanager: they fire, are grouped, reach a webhook, and resolve. */
class AlertmanagerIT {
  private static final long PATIENT_MILLIS = 30_000;

  @TempDir private Path folder;

  private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
  private final PageTransport transport =
      Objects.requireNonNull(
          PageTransports.of(
                  System.out,
                  HttpClient.newHttpClient(),
                  PATIENT_MILLIS,
                  Clock.systemUTC(),
                  Map.of(),
                  new PagerHost(
                      new DeskAccess("https://desk.test", DeskAccess.KEY_SECRET, 60_000),
                      null,
                      null),
                  Runnable::run)
              .get(Transport.ALERTMANAGER));

  @Test
  void firesGroupsAndResolves() throws Exception {
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    hook.start();
    try (Alertmanager alertmanager =
        Alertmanager.start(folder, "http://127.0.0.1:" + hook.getAddress().getPort() + "/")) {
      send(alertmanager, PageAction.TRIGGER, "duty-lead");
      send(alertmanager, PageAction.TRIGGER, "backup-team");
      Eventually.holds(() -> assertThat(alertmanager.activeAlerts()).hasSize(2));
      Eventually.holds(() -> assertThat(received).anyMatch(body -> alerts(body, "firing") == 2));

      send(alertmanager, PageAction.RESOLVE, "duty-lead");
      send(alertmanager, PageAction.RESOLVE, "backup-team");

      Eventually.holds(() -> assertThat(alertmanager.activeAlerts()).isEmpty());
      Eventually.holds(() -> assertThat(received).anyMatch(body -> alerts(body, "resolved") == 2));
    } finally {
      hook.stop(0);
    }
  }

  private void send(Alertmanager alertmanager, PageAction action, String target) {
    PageAddress address = new PageAddress(Transport.ALERTMANAGER, alertmanager.url(), null);
    DeliveryAnswer answer = transport.send(page(action, target, address), address).join();
    assertThat(answer).isEqualTo(new DeliveryAnswer(DeliveryVerdict.OK, "HTTP 200", 0));
  }

  private static int alerts(String body, String status) {
    try {
      int count = 0;
      for (JsonNode alert : new ObjectMapper().readTree(body).get("alerts")) {
        count += alert.get("status").asText().equals(status) ? 1 : 0;
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page page(PageAction action, String target, PageAddress address) {
    Instant now = Instant.now();
    return new Page(
        "acme-1/critical/" + target,
        action,
        new PageTarget(target, List.of(address)),
        "acme-1",
        "acme",
        Severity.CRITICAL,
        now,
        now.minusSeconds(40),
        "acme: critical, 80 % negative, 20 times the usual",
        "No signal since noon.",
        List.of(),
        "plan-3",
        "critical pages everyone");
  }
}
