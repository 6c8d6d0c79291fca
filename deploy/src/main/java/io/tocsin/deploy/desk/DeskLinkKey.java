package io.tocsin.deploy.desk;

import io.tocsin.response.ack.AckTokens;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs the links of pages, looked up anew each time so that it can be changed.
 *
 * @param secrets the host's
 * @param name the secret's name
 */
public record DeskLinkKey(Secrets secrets, String name) {
  /** The key of the usual name, from the environment. */
  static DeskLinkKey ofEnvironment() {
    return new DeskLinkKey(new Secrets(System.getenv()), DeskAccess.KEY_SECRET);
  }

  /** Reads tokens; null where the host has no such secret, or one that is too short. */
  @Nullable AckTokens tokens() {
    String key = secrets.find(name);
    return key == null || key.length() < AckTokens.SHORTEST_KEY ? null : new AckTokens(key);
  }
}
