package io.tocsin.deploy.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this machine that serves HTTP on loopback as Prometheus and its kin do. */
final class LocalServer implements AutoCloseable {
  private final Process process;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private LocalServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it on a free port and waits until it is ready; the test is left out where there is none.
   *
   * @param program what it is called on the path
   * @param folder for its log
   * @param options its own options
   */
  static LocalServer start(String program, Path folder, String... options) throws IOException {
    String address = "127.0.0.1:" + Ports.free();
    List<String> command = new ArrayList<>(List.of(Programs.require(program).toString()));
    command.addAll(List.of(options));
    command.add("--web.listen-address=" + address);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(program + ".log").toFile())
            .start();
    LocalServer server = new LocalServer(process, "http://" + address);
    Eventually.holds(() -> server.get("/-/ready"));
    return server;
  }

  /** Where it listens, without a slash at the end. */
  String url() {
    return url;
  }

  /**
   * What it answers at the path.
   *
   * @throws AssertionError if it answers anything but 200
   */
  String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Ends the process that was started here. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
