package io.tocsin.deploy.desk;

import io.tocsin.deploy.host.UserException;
import io.tocsin.scoring.ScorerFactory;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a desk needs to know.
 *
 * @param bootstrapServers Kafka, {@code host:port[,host:port...]}
 * @param host the address to listen on; {@link #LOOPBACK} keeps the desk on this machine
 * @param port the port to listen on, from 0 (any free one) to 65535
 * @param clock the wall clock
 * @param address of the desk as people reach it from elsewhere; null where nobody does
 * @param secrets what it shares with the pager and with receivers
 * @param proxies that say who somebody is
 * @param grafana address of the Grafana that gets incidents as annotations; null for none
 * @param secondOpinion opens the slow scorer that looks again at the example posts of open
 *     incidents; null for none
 */
public record DeskSettings(
    String bootstrapServers,
    String host,
    int port,
    Clock clock,
    @Nullable String address,
    DeskSecrets secrets,
    ProxyTrust proxies,
    @Nullable URI grafana,
    @Nullable ScorerFactory secondOpinion) {
  /** The address that only this machine reaches. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Checks the port and that there is a broker to ask. */
  public DeskSettings {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("bootstrapServers is blank");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is not from 0 to 65535: " + port);
    }
  }

  /** A desk that only this machine reaches. */
  public static DeskSettings onLoopback(String bootstrapServers, int port) {
    return new DeskSettings(
        bootstrapServers,
        LOOPBACK,
        port,
        Clock.systemUTC(),
        null,
        DeskSecrets.ofEnvironment(),
        ProxyTrust.NONE,
        null,
        null);
  }

  /** The same with a second opinion. */
  public DeskSettings withSecondOpinion(@Nullable ScorerFactory scorer) {
    return new DeskSettings(
        bootstrapServers, host, port, clock, address, secrets, proxies, grafana, scorer);
  }

  /** The same at this place. */
  public DeskSettings at(DeskPlace place) {
    return new DeskSettings(
        bootstrapServers,
        place.host(),
        place.port(),
        clock,
        address,
        secrets,
        place.proxies(),
        place.grafana(),
        secondOpinion);
  }

  /** The same with links of pages. */
  public DeskSettings withLinks(@Nullable String deskAddress, DeskSecrets shared) {
    return new DeskSettings(
        bootstrapServers, host, port, clock, deskAddress, shared, proxies, grafana, secondOpinion);
  }

  /** The name by which people reach the desk from elsewhere; null where nobody does. */
  @Nullable String publicName() {
    return address == null ? null : URI.create(address).getHost();
  }

  /**
   * Scheme, name and port by which people reach the desk from elsewhere; null where nobody does.
   */
  @Nullable String publicOrigin() {
    if (address == null) {
      return null;
    }
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  /** Whether people reach the desk by TLS only. */
  boolean isSecure() {
    return address != null && address.startsWith("https:");
  }

  /** Who may do what, by the secrets that stand now. */
  Doorkeeper doorkeeper() {
    return new Doorkeeper(isLoopback(), secrets.token(), proxies);
  }

  /**
   * Refuses to serve everybody.
   *
   * @throws UserException if others than this machine reach the desk, and it could know nobody
   */
  void requireDoor() {
    if (!isLoopback() && proxies.addresses().isEmpty() && secrets.token() == null) {
      throw new UserException(
          "the desk would show itself to everybody who reaches %s: %s. Give it one, or name a proxy that knows people"
              .formatted(host, secrets.whyNoToken()));
    }
  }

  /**
   * Where annotations go; null for nowhere.
   *
   * @throws UserException if there is a Grafana and no secret for it
   */
  @Nullable GrafanaApi grafanaApi() {
    if (grafana == null) {
      return null;
    }
    GrafanaApi api = new GrafanaApi(grafana, secrets.secrets());
    String fault = api.whyNoSecret();
    if (fault != null) {
      throw new UserException("cannot write annotations into " + grafana + ": " + fault);
    }
    return api;
  }

  /** Whether only this machine reaches the desk. */
  public boolean isLoopback() {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }
}
