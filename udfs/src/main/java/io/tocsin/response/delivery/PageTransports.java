package io.tocsin.response.delivery;

import io.tocsin.response.Transport;
import io.tocsin.response.secret.Secrets;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Every way for a page to leave. */
public final class PageTransports {
  private PageTransports() {}

  /**
   * One for each {@link Transport}.
   *
   * @param console where {@link Transport#CONSOLE} prints
   * @param client sends what goes by HTTP
   * @param timeoutMillis how long an attempt may take in whole
   * @param clock the time on the wall
   * @param environment where secrets are: {@code TOCSIN_SECRET_NAME}, or files in {@code
   *     TOCSIN_SECRETS}
   * @param host what else is around
   * @param mailThreads wait for the mail server
   */
  public static Map<Transport, PageTransport> of(
      PrintStream console,
      HttpClient client,
      long timeoutMillis,
      InstantSource clock,
      Map<String, String> environment,
      PagerHost host,
      Executor mailThreads) {
    Secrets secrets = new Secrets(environment, host.secretsFolder());
    DeskLinks links = new DeskLinks(host.desk(), secrets);
    Map<Transport, PageTransport> transports = new EnumMap<>(Transport.class);
    transports.put(Transport.CONSOLE, new ConsoleTransport(console, links));
    transports.put(
        Transport.EMAIL,
        new SmtpTransport(host.mail(), timeoutMillis, clock, secrets, links, mailThreads, null));
    forms(clock)
        .forEach(
            (transport, form) ->
                transports.put(
                    transport,
                    new HttpTransport(client, timeoutMillis, clock, secrets, links, form)));
    return transports;
  }

  private static Map<Transport, PageForm> forms(InstantSource clock) {
    return Map.of(
        Transport.WEBHOOK,
        new WebhookForm(),
        Transport.PAGERDUTY,
        new PagerDutyForm(),
        Transport.ALERTMANAGER,
        new AlertmanagerForm(clock),
        Transport.GOALERT,
        new GoAlertForm(),
        Transport.SLACK,
        new SlackForm(),
        Transport.OPSGENIE,
        new OpsgenieForm());
  }
}
