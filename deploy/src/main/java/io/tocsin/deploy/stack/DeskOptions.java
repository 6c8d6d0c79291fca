package io.tocsin.deploy.stack;

import io.tocsin.deploy.cli.SecondOpinionOption;
import io.tocsin.deploy.desk.DeskPlace;
import io.tocsin.deploy.desk.DeskSettings;
import io.tocsin.deploy.desk.ProxyTrust;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.Ports;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.scoring.ScorerFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that runs a desk. */
final class DeskOptions {
  private static final Set<String> HTTP = Set.of("http", "https");

  @Mixin private SecondOpinionOption secondOpinion = new SecondOpinionOption();

  @Option(
      names = "--port",
      defaultValue = "8088",
      paramLabel = "PORT",
      description = "Port of the live page (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = DeskSettings.LOOPBACK,
      paramLabel = "ADDRESS",
      description =
          "Address on which the live page listens, such as 0.0.0.0 for all; any but this machine's"
              + " own asks for the secret 'desk-token' or --trusted-proxy (default:"
              + " ${DEFAULT-VALUE}).")
  private String host = DeskSettings.LOOPBACK;

  @Option(
      names = "--trusted-proxy",
      split = ",",
      paramLabel = "ADDRESS",
      description =
          "IP address of a proxy that asks people who they are and tells it in --user-header;"
              + " repeat it for more.")
  private List<String> proxies = List.of();

  @Option(
      names = "--user-header",
      defaultValue = ProxyTrust.USER_HEADER,
      paramLabel = "NAME",
      description =
          "The header in which a trusted proxy says who it is (default: ${DEFAULT-VALUE}).")
  private String userHeader = ProxyTrust.USER_HEADER;

  @Option(
      names = "--desk-address",
      paramLabel = "URL",
      description =
          "The desk as people reach it, such as a proxy's https://desk.example.com: the links on"
              + " pages lead there. Left out: the live page's address on this machine.")
  private @Nullable String deskAddress;

  @Option(
      names = "--grafana",
      paramLabel = "URL",
      description =
          "Grafana, such as http://127.0.0.1:3000: incidents and drills are written there as"
              + " annotations. Asks for the secret 'grafana-token', a service account's, or"
              + " 'grafana-password', the password of 'admin'. Left out: none are written.")
  private @Nullable String grafana;

  /**
   * Where the desk listens, whom it believes and whom it tells.
   *
   * @throws BadInputException if the port is none, or Grafana's address is none
   */
  DeskPlace place() {
    return new DeskPlace(
        host,
        Ports.given("--port", port),
        new ProxyTrust(Set.copyOf(proxies), userHeader),
        grafana == null ? null : addressOf(grafana));
  }

  private static URI addressOf(String grafana) {
    try {
      URI address = new URI(grafana);
      if (HTTP.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
        return address;
      }
      throw new URISyntaxException(grafana, "neither http nor https");
    } catch (URISyntaxException e) {
      throw new BadInputException(
          "--grafana is not an address such as http://127.0.0.1:3000: " + grafana, e);
    }
  }

  /** The scorer that looks again at example posts; null for none. */
  @Nullable ScorerFactory secondOpinion() {
    return secondOpinion.chosen();
  }

  /** What the jobs share with the desk. */
  Map<JobOption, String> jobOptions() {
    return deskAddress == null ? Map.of() : Map.of(JobOption.DESK_ADDRESS, deskAddress);
  }
}
