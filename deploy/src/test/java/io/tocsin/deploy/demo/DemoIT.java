package io.tocsin.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it: the script, a process of its own, ended by a signal. */
class DemoIT {
  private static final Pattern LIVE_PAGE = Pattern.compile("live page +(http\\S+)");

  @TempDir Path folder;

  @Test
  void tellsTheOutageFromItsFirstMentionToThePage() throws Exception {
    Path log = folder.resolve("demo.log");
    Process demo = start(log);
    try {
      Eventually.holds(() -> assertThat(page(log)).contains("Tocsin"));
      Eventually.holds(
          () ->
              assertThat(Files.readString(log))
                  .contains("page          backup-team")
                  .contains("overflow      nimbus-care -> ")
                  .contains("delivered     duty-lead"));
      demo.destroy();
      assertThat(demo.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      demo.destroyForcibly();
    }

    String told = Files.readString(log);
    assertThat(demo.exitValue()).as(told).isZero();
    assertThat(told)
        .contains("Nimbus Mobile: outage at nimbus begins")
        .contains("opened        Nimbus Mobile: ")
        .contains("pages about anything else            none");
    assertThat(secondsTo("first page decided", told)).isBetween(0, 60);
    assertThat(told).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(leftBehind()).as("in the temporary folder").isZero();
  }

  private Process start(Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of("tocsin").toAbsolutePath().toString(), "demo", "--port", "0", "--seed", "7");
    builder.environment().put("TOCSIN_JAVA_OPTS", "-Djava.io.tmpdir=" + folder);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return builder.start();
  }

  private static String page(Path log) throws Exception {
    Matcher address = LIVE_PAGE.matcher(Files.readString(log));
    assertThat(address.find()).isTrue();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1))).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static int secondsTo(String step, String told) {
    Matcher seconds = Pattern.compile(Pattern.quote(step) + " +(\\d+) s").matcher(told);
    assertThat(seconds.find()).as(told).isTrue();
    return Integer.parseInt(seconds.group(1));
  }

  private long leftBehind() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.getFileName().toString().startsWith("run-")).count();
    }
  }
}
