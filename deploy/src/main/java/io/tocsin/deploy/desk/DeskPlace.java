package io.tocsin.deploy.desk;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a desk listens, whom it believes and whom it tells.
 *
 * @param host an address of this machine; {@link DeskSettings#LOOPBACK} keeps the desk on it
 * @param port from 0 (any free one) to 65535
 * @param proxies that say who somebody is
 * @param grafana address of the Grafana that gets incidents as annotations; null for none
 */
public record DeskPlace(String host, int port, ProxyTrust proxies, @Nullable URI grafana) {
  /** On this machine only. */
  public static DeskPlace onLoopback(int port) {
    return new DeskPlace(DeskSettings.LOOPBACK, port, ProxyTrust.NONE, null);
  }
}
