package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.Visitor.Way;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells who asks, and who may do what. Whoever can reach the desk may read while it listens on this
 * machine only; to act, or to read it from elsewhere, the desk must know them.
 *
 * @param loopback whether the desk listens on this machine only
 * @param token the desk's token; null where the host has none
 * @param proxies who may say who somebody is
 */
record Doorkeeper(boolean loopback, @Nullable String token, ProxyTrust proxies) {
  private static final String BEARER = "Bearer ";

  /**
   * What a request shows.
   *
   * @param authorization the header of that name
   * @param ticket the session's cookie
   * @param peer IP address from which the request comes
   * @param user what a proxy's header says
   */
  record Credentials(
      @Nullable String authorization,
      @Nullable String ticket,
      String peer,
      @Nullable String user) {}

  /** Who shows these. */
  Visitor identify(Credentials shown, Instant now) {
    if (proxies.trusts(shown.peer(), shown.user())) {
      return new Visitor(Way.PROXY, String.valueOf(shown.user()).strip());
    }
    if (isToken(bearer(shown.authorization()))) {
      return new Visitor(Way.TOKEN, null);
    }
    return isTicket(shown.ticket(), now) ? new Visitor(Way.SESSION, null) : Visitor.STRANGER;
  }

  private static @Nullable String bearer(@Nullable String authorization) {
    return authorization != null && authorization.startsWith(BEARER)
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }

  /** Whether this is the desk's token. */
  boolean isToken(@Nullable String shown) {
    return token != null && shown != null && Sessions.isSame(token, shown);
  }

  private boolean isTicket(@Nullable String shown, Instant now) {
    return token != null && shown != null && new Sessions(token).admits(shown, now);
  }

  /** Whether this visitor may go through this door. */
  boolean admits(Visitor visitor, Door door) {
    return switch (door) {
      case OPEN -> true;
      case READ -> loopback || visitor.isKnown();
      case WRITE -> visitor.isKnown();
    };
  }
}
