package io.tocsin.response.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.response.PageAddress;
import io.tocsin.response.Transport;
import io.tocsin.response.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
  private static final long PATIENT_MILLIS = 30_000;
  private static final long IMPATIENT_MILLIS = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService serverThreads = Executors.newCachedThreadPool();
  private final CountDownLatch testEnded = new CountDownLatch(1);
  private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(serverThreads);
    server.start();
  }

  @AfterEach
  void stop() {
    testEnded.countDown();
    server.stop(0);
    serverThreads.shutdownNow();
  }

  @Test
  void postsTheDocumentedJsonUnderAnIdempotencyKey() throws Exception {
    receiver(exchange -> answer(exchange, 202, ""));

    DeliveryAnswer answer = send(PATIENT_MILLIS);

    assertThat(answer).isEqualTo(DeliveryAnswer.of(DeliveryVerdict.OK, "HTTP 202"));
    Received request = received.remove();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.contentType()).isEqualTo("application/json");
    assertThat(request.idempotencyKey()).matches("\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"");
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(request.body()).toPrettyString()).isEqualTo(golden());
  }

  @Test
  void sendsTheSameIdempotencyKeyForTheSamePage() {
    receiver(exchange -> answer(exchange, 200, ""));
    send(PATIENT_MILLIS);
    send(PATIENT_MILLIS);

    assertThat(received.remove().idempotencyKey()).isEqualTo(received.remove().idempotencyKey());
  }

  @Test
  void tellsWhatTheReceiverSaysOfARefusal() {
    receiver(exchange -> answer(exchange, 400, "unknown\nrouting key " + "x".repeat(5_000)));

    DeliveryAnswer answer = send(PATIENT_MILLIS);

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.DROP);
    assertThat(answer.detail())
        .startsWith("HTTP 400 'unknown routing key xxx")
        .hasSizeLessThan(320);
  }

  @Test
  void passesOnHowLongTheReceiverAsksToWait() {
    receiver(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "17");
          answer(exchange, 429, "");
        });

    assertThat(send(PATIENT_MILLIS))
        .isEqualTo(new DeliveryAnswer(DeliveryVerdict.RETRY, "HTTP 429", 17_000));
  }

  @Test
  void followsNoRedirect() {
    receiver(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          answer(exchange, 307, "");
        });

    assertThat(send(PATIENT_MILLIS).verdict()).isEqualTo(DeliveryVerdict.FATAL);
    assertThat(received).hasSize(1);
  }

  @Test
  void doesNotWaitForeverForAnAnswer() {
    receiver(exchange -> awaitEndOfTest());

    DeliveryAnswer answer = send(IMPATIENT_MILLIS);

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.RETRY);
    assertThat(answer.detail()).startsWith("no answer: ").containsIgnoringCase("time");
  }

  @Test
  void doesNotWaitForeverForTheRestOfAnAnswer() {
    receiver(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("I am thi".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          awaitEndOfTest();
        });

    assertThat(send(IMPATIENT_MILLIS).verdict()).isEqualTo(DeliveryVerdict.RETRY);
  }

  @Test
  void mayTryAgainWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    DeliveryAnswer answer = send("http://127.0.0.1:" + port + "/", PATIENT_MILLIS);

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.RETRY);
    assertThat(answer.detail()).startsWith("no answer: java.net.ConnectException");
  }

  @Test
  void callsAnAddressThatIsNoneFatal() {
    assertThat(send("ftp://receiver.test/", PATIENT_MILLIS).verdict())
        .isEqualTo(DeliveryVerdict.FATAL);
    assertThat(send("not an address", PATIENT_MILLIS).verdict()).isEqualTo(DeliveryVerdict.FATAL);
    assertThat(send("https://user:geheim@host:nine/", PATIENT_MILLIS).detail())
        .isEqualTo("not a URL to POST to");
  }

  @Test
  void signsWithTheSecretThatTheAddressNames() throws Exception {
    receiver(exchange -> answer(exchange, 200, ""));

    DeliveryAnswer answer =
        transport(PATIENT_MILLIS).send(Pages.webhook(url()), address(url(), "ours")).join();

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.OK);
    Received request = received.remove();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("geheim".getBytes(UTF_8), "HmacSHA256"));
    assertThat(request.signature())
        .isEqualTo(
            "sha256=" + HexFormat.of().formatHex(mac.doFinal(request.body().getBytes(UTF_8))));
  }

  @Test
  void callsASecretThatTheHostLacksFatalAndNamesItsPlaces() {
    DeliveryAnswer answer =
        transport(PATIENT_MILLIS).send(Pages.webhook(url()), address(url(), "noc-key")).join();

    assertThat(answer)
        .isEqualTo(
            DeliveryAnswer.of(
                DeliveryVerdict.FATAL,
                "secret 'noc-key' is neither in TOCSIN_SECRET_NOC_KEY nor a file of that name in"
                    + " TOCSIN_SECRETS"));
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/pages";
  }

  private static PageAddress address(String url, @Nullable String secret) {
    return new PageAddress(Transport.WEBHOOK, url, secret);
  }

  private DeliveryAnswer send(long timeoutMillis) {
    return send(url(), timeoutMillis);
  }

  private DeliveryAnswer send(String url, long timeoutMillis) {
    return transport(timeoutMillis).send(Pages.webhook(url), address(url, null)).join();
  }

  private HttpTransport transport(long timeoutMillis) {
    return new HttpTransport(
        client,
        timeoutMillis,
        InstantSource.fixed(Pages.NOON),
        new Secrets(Map.of("TOCSIN_SECRET_OURS", "geheim")),
        Pages.NO_LINKS,
        new WebhookForm());
  }

  private void receiver(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          received.add(Received.of(exchange));
          handler.handle(exchange);
        });
  }

  private void awaitEndOfTest() {
    try {
      testEnded.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(HttpTransportTest.class.getResourceAsStream("webhook-page.json"))) {
      return new String(file.readAllBytes(), UTF_8).strip();
    }
  }

  private record Received(
      String method, String contentType, String idempotencyKey, String signature, String body) {
    static Received of(HttpExchange exchange) throws IOException {
      var headers = exchange.getRequestHeaders();
      return new Received(
          exchange.getRequestMethod(),
          headers.getFirst("Content-Type"),
          headers.getFirst("Idempotency-Key"),
          Objects.requireNonNullElse(headers.getFirst("Tocsin-Signature"), ""),
          new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }
  }
}
