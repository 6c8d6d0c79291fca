package io.tocsin.deploy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The page of {@code grafana/drawing} that draws dashboards with Grafana's own code, built from
 * packages of npm, which hold the types of dashboards too.
 */
public final class GrafanaCode {
  private static final Path SOURCES = Path.of("..", "grafana", "drawing");
  private static final Path BUILT = Path.of("target", "drawing");
  private static final Path LOCK = Path.of("package-lock.json");

  private GrafanaCode() {}

  /** The test goes no further where Node.js and npm are missing. */
  public static void require() {
    Programs.require("node");
    Programs.require("npm");
  }

  /**
   * Begins to {@link #build} while a test does something else.
   *
   * @return the folder of the page; fails as the building does, or where a program is missing
   */
  public static CompletableFuture<Path> begin(Path dashboards) {
    if (!Programs.has("node") || !Programs.has("npm")) {
      return CompletableFuture.failedFuture(new IllegalStateException("no Node.js, or no npm"));
    }
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return build(dashboards);
          } catch (IOException e) {
            throw new UncheckedIOException("Grafana's code is not built", e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
          }
        });
  }

  /**
   * Checks the dashboards against Grafana's types, and builds the page. Packages that an earlier
   * run installed are taken again.
   *
   * @param dashboards folder of the dashboards
   * @return the folder of the page
   * @throws AssertionError with what the types refuse, or with what failed
   */
  private static Path build(Path dashboards) throws IOException, InterruptedException {
    boolean installed = isInstalled();
    copySources();
    if (!installed) {
      run("npm", "ci", "--ignore-scripts");
    }
    run("npm", "run", "check", "--", dashboards.toAbsolutePath().toString());
    run("npm", "run", "build");
    return BUILT.resolve("dist");
  }

  private static boolean isInstalled() throws IOException {
    return Files.exists(BUILT.resolve("node_modules"))
        && Files.mismatch(SOURCES.resolve(LOCK), BUILT.resolve(LOCK)) < 0;
  }

  private static void copySources() throws IOException {
    for (Path source : sources()) {
      Path copy = BUILT.resolve(SOURCES.relativize(source));
      Files.createDirectories(copy.getParent());
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> top = Files.list(SOURCES);
        Stream<Path> code = Files.list(SOURCES.resolve("src"))) {
      Stream.concat(top, code).filter(Files::isRegularFile).forEach(sources::add);
    }
    return sources;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Path log = BUILT.resolve("build.log");
    Process process =
        new ProcessBuilder(command)
            .directory(BUILT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError(
          Arrays.toString(command) + ": " + Files.readString(log, StandardCharsets.UTF_8));
    }
  }
}
