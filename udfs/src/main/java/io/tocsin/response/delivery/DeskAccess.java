package io.tocsin.response.delivery;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How people reach the desk from a page.
 *
 * @param address the desk's, as people reach it, such as {@code https://desk.example.com}; null for
 *     pages without links
 * @param keySecret name of the secret that signs acknowledge links; the desk must know it too
 * @param validMillis how long after the page was decided its link acknowledges
 */
public record DeskAccess(@Nullable String address, String keySecret, long validMillis)
    implements Serializable {
  /** The name of the key's secret unless said otherwise. */
  public static final String KEY_SECRET = "ack-links";
}
