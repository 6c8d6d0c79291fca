package io.tocsin.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code deploy/flink/answers}, the probe of containers without curl. */
class AnswersTest {
  private final HttpServer server;

  AnswersTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/healthz", 200, "{\"status\":\"up\"}");
    answer("/down", 503, "{\"status\":\"up\"}");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void passesWhereTheServerAnswersWithTheText() throws Exception {
    assertThat(probe("/healthz", "\"up\"")).isZero();
  }

  @Test
  void failsWhereTheTextIsAnotherOrTheServerSaysThatItIsDown() throws Exception {
    assertThat(probe("/healthz", "\"down\"")).isNotZero();
    assertThat(probe("/down", "\"up\"")).isNotZero();
  }

  @Test
  void failsWhereNobodyListens() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(probe(free, "/healthz", "\"up\"")).isNotZero();
  }

  private int probe(String path, String text) throws Exception {
    return probe(server.getAddress().getPort(), path, text);
  }

  private static int probe(int port, String path, String text) throws Exception {
    return new ProcessBuilder("bash", "flink/answers", String.valueOf(port), path, text)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private void answer(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
