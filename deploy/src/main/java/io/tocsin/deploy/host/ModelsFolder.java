package io.tocsin.deploy.host;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where models are installed that no build packages. It lies outside of the build's folders, so
 * that it outlives them: {@code TOCSIN_MODELS}, or {@code tocsin/models} in the user's data folder,
 * which is {@code XDG_DATA_HOME} or {@code ~/.local/share}. The command's script reckons likewise.
 */
public final class ModelsFolder {
  private ModelsFolder() {}

  /** The folder of this process; it need not be there. */
  public static Path current() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * The folder by these variables.
   *
   * @param environment variables; an empty one counts as missing
   * @param home the user's home
   */
  static Path of(Map<String, String> environment, Path home) {
    String chosen = environment.getOrDefault("TOCSIN_MODELS", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen).toAbsolutePath();
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path share = data.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(data);
    return share.resolve("tocsin").resolve("models").toAbsolutePath();
  }
}
