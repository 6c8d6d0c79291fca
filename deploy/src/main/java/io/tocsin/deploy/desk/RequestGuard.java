package io.tocsin.deploy.desk;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web pages from using a person's browser against the desk: from reading it under a
 * name of their own (DNS rebinding) and from acknowledging in that person's name (request forgery).
 * Who that person is, {@link Doorkeeper} tells.
 *
 * @param loopback whether the desk listens on this machine only
 * @param publicName the name under which a proxy asks; null for none
 * @param publicOrigin scheme, name and port of the desk as people reach it; null for none
 */
record RequestGuard(boolean loopback, @Nullable String publicName, @Nullable String publicOrigin) {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Why a request is refused. */
  enum Refusal {
    FOREIGN_HOST(421, "the desk listens on this machine only and has no such name"),
    NOT_JSON(415, "the content type is not application/json"),
    FOREIGN_ORIGIN(403, "the request comes from another site");

    private final int status;
    private final String detail;

    Refusal(int status, String detail) {
      this.status = status;
      this.detail = detail;
    }

    int status() {
      return status;
    }

    String detail() {
      return detail;
    }
  }

  /** Judges any request by its Host header; null means welcome. */
  @Nullable Refusal ofHost(@Nullable String host) {
    if (!loopback || (host != null && isOwn(nameOf(host)))) {
      return null;
    }
    return Refusal.FOREIGN_HOST;
  }

  /**
   * Judges a request that changes something by its headers; null means welcome. A program that is
   * no browser sends neither Origin nor Sec-Fetch-Site and is welcome.
   *
   * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
   */
  @Nullable Refusal ofChange(
      @Nullable String contentType,
      @Nullable String host,
      @Nullable String origin,
      @Nullable String fetchSite) {
    if (contentType == null || !mediaType(contentType).equals("application/json")) {
      return Refusal.NOT_JSON;
    }
    boolean sameSite = fetchSite == null || fetchSite.equals("same-origin");
    boolean sameOrigin =
        origin == null
            || origin.equals(publicOrigin)
            || origin.equals("http://" + host)
            || origin.equals("https://" + host);
    return sameSite && sameOrigin ? null : Refusal.FOREIGN_ORIGIN;
  }

  private boolean isOwn(String name) {
    return OWN_NAMES.contains(name) || name.equalsIgnoreCase(publicName);
  }

  private static String nameOf(String host) {
    int port = host.lastIndexOf(':');
    boolean hasPort = port > host.lastIndexOf(']');
    return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }

  private static String mediaType(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
