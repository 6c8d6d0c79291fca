package io.tocsin.response.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by name, from where the host keeps them: the environment variable {@code
 * TOCSIN_SECRET_NAME}, or the file of that name in the folder {@code TOCSIN_SECRETS}, as container
 * platforms mount them, or in one more folder. Files are read anew each time, so that a secret can
 * be changed while the job runs. A secret never stands in a message.
 */
public final class Secrets {
  static final String FOLDER_VARIABLE = "TOCSIN_SECRETS";

  private final Map<String, String> environment;
  private final @Nullable String lastFolder;

  /** Secrets of a host with this environment. */
  public Secrets(Map<String, String> environment) {
    this(environment, null);
  }

  /**
   * Secrets of a host with this environment.
   *
   * @param lastFolder where to look for what the environment leads to nowhere; null for nowhere
   */
  public Secrets(Map<String, String> environment, @Nullable String lastFolder) {
    this.environment = environment;
    this.lastFolder = lastFolder;
  }

  /** The secret, without white space around it; null if the host has none of this name. */
  public @Nullable String find(String name) {
    String inEnvironment = environment.get(variableOf(name));
    String secret = inEnvironment == null ? inFile(name) : inEnvironment.strip();
    return secret == null || secret.isEmpty() ? null : secret;
  }

  /** Why {@link #find} gives none, for a message. */
  public String whyMissing(String name) {
    return "secret '" + name + "' " + faultOf(name);
  }

  private String faultOf(String name) {
    if (environment.containsKey(variableOf(name))) {
      return "is empty in " + variableOf(name);
    }
    try {
      return readFile(name) == null
          ? "is neither in " + variableOf(name) + " nor a file of that name in " + FOLDER_VARIABLE
          : "is an empty file in " + FOLDER_VARIABLE;
    } catch (IOException e) {
      // Its message may be a path; its kind says enough.
      return "is a file in " + FOLDER_VARIABLE + " that cannot be read: " + kindOf(e);
    }
  }

  private @Nullable String inFile(String name) {
    try {
      return readFile(name);
    } catch (IOException e) {
      return null;
    }
  }

  /** The file's text; null if there is no such file in either folder. */
  private @Nullable String readFile(String name) throws IOException {
    String text = readFile(environment.get(FOLDER_VARIABLE), name);
    return text == null ? readFile(lastFolder, name) : text;
  }

  private static @Nullable String readFile(@Nullable String folder, String name)
      throws IOException {
    if (folder == null) {
      return null;
    }
    try {
      return Files.readString(Path.of(folder).resolve(name)).strip();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static String kindOf(IOException fault) {
    return fault.getClass().getSimpleName();
  }

  private static String variableOf(String name) {
    return "TOCSIN_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
