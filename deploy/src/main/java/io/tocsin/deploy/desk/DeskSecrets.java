package io.tocsin.deploy.desk;

import io.tocsin.response.ack.AckHook;
import io.tocsin.response.ack.AckTokens;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What the desk shares with the pager and with receivers, looked up anew each time so that it can
 * be changed.
 *
 * @param secrets the host's
 * @param linkKey name of the secret that signs the links of pages
 */
public record DeskSecrets(Secrets secrets, String linkKey) {
  /** The name of the secret that people and programs show to the desk. */
  public static final String TOKEN = "desk-token";

  /** The shortest token, in characters: whoever can reach the desk could try out shorter ones. */
  public static final int SHORTEST_TOKEN = 16;

  /** What admits people and programs; null where the host has none, or one that is too short. */
  @Nullable String token() {
    String token = secrets.find(TOKEN);
    return token == null || token.length() < SHORTEST_TOKEN ? null : token;
  }

  /** Why {@link #token} gives none, for a message. */
  String whyNoToken() {
    return secrets.find(TOKEN) == null
        ? secrets.whyMissing(TOKEN)
        : "secret '" + TOKEN + "' has fewer than " + SHORTEST_TOKEN + " characters";
  }

  /** The usual names, from the environment. */
  static DeskSecrets ofEnvironment() {
    return new DeskSecrets(new Secrets(System.getenv()), DeskAccess.KEY_SECRET);
  }

  /** Reads tokens; null where the host has no such secret, or one that is too short. */
  @Nullable AckTokens tokens() {
    String key = secrets.find(linkKey);
    return key == null || key.length() < AckTokens.SHORTEST_KEY ? null : new AckTokens(key);
  }

  /** What the receiver shares with us; null where the host has no such secret. */
  @Nullable String of(AckHook hook) {
    return secrets.find(hook.secretName());
  }
}
