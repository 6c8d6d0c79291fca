package io.tocsin.deploy.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proxies that ask people who they are before they let them through.
 *
 * @param addresses IP addresses from which they come; none for no such proxy
 * @param userHeader the header in which they say who it is, and which they take from nobody else
 */
public record ProxyTrust(Set<String> addresses, String userHeader) {
  /** The usual header. */
  public static final String USER_HEADER = "X-Forwarded-User";

  /** No proxy is trusted. */
  public static final ProxyTrust NONE = new ProxyTrust(Set.of(), USER_HEADER);

  /** Whether what a header of a request from there says is true. */
  boolean trusts(String peer, @Nullable String user) {
    return user != null && !user.isBlank() && addresses.contains(peer);
  }
}
