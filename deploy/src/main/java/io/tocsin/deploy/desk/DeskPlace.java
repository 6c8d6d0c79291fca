package io.tocsin.deploy.desk;

/**
 * Where a desk listens and whom it believes.
 *
 * @param host an address of this machine; {@link DeskSettings#LOOPBACK} keeps the desk on it
 * @param port from 0 (any free one) to 65535
 * @param proxies that say who somebody is
 */
public record DeskPlace(String host, int port, ProxyTrust proxies) {
  /** On this machine only. */
  public static DeskPlace onLoopback(int port) {
    return new DeskPlace(DeskSettings.LOOPBACK, port, ProxyTrust.NONE);
  }
}
