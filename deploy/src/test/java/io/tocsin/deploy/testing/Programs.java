package io.tocsin.deploy.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that a test drives. Where one is missing the test is left out with one line that says
 * so; with {@code CI=true} it fails, so that nothing is left out unseen.
 */
public final class Programs {
  private Programs() {}

  /** Whether it is on the PATH. */
  static boolean has(String name) {
    return find(name, System.getenv("PATH")).isPresent();
  }

  /** The program's file on the PATH; the test goes no further where there is none. */
  public static Path require(String name) {
    return require(name, System.getenv("PATH"), LeftOut.inCi());
  }

  static Path require(String name, String path, boolean ci) {
    Optional<Path> found = find(name, path);
    LeftOut.unless(found.isPresent(), name + " is not on the PATH", ci);
    return found.orElseThrow();
  }

  private static Optional<Path> find(String name, String path) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
