package io.tocsin.deploy.host;

import java.nio.file.Path;

/**
 * Where the command was installed or built.
 *
 * @param home the folder {@code deploy}
 */
public record Installation(Path home) {
  /** The system property that the command's script sets. */
  public static final String HOME_PROPERTY = "tocsin.home";

  /** What the script says, or the working folder, which is {@code deploy} under Maven. */
  public static Installation current() {
    return new Installation(Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath());
  }

  /** Flink's plugins, one folder each. */
  public Path plugins() {
    return home.resolve("target").resolve("plugins");
  }

  /** The log files of the command. */
  public Path logs() {
    return home.resolve("target").resolve("logs");
  }
}
