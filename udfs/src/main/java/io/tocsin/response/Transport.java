package io.tocsin.response;

import org.jspecify.annotations.Nullable;

/** How a page leaves, and what its address in the plan needs. */
public enum Transport {
  /** A line on the worker's standard output. */
  CONSOLE(Part.NONE, null, Part.NONE),
  /** A JSON document, POSTed; signed where a secret is named. */
  WEBHOOK(Part.REQUIRED, null, Part.OPTIONAL),
  /** PagerDuty's Events API v2; the secret is the routing key of an integration. */
  PAGERDUTY(Part.OPTIONAL, "https://events.pagerduty.com", Part.REQUIRED),
  /** Prometheus Alertmanager's API v2; the secret is a bearer token, as for a proxy before it. */
  ALERTMANAGER(Part.REQUIRED, null, Part.OPTIONAL),
  /** GoAlert's generic API; the secret is the token of an integration key. */
  GOALERT(Part.REQUIRED, null, Part.REQUIRED),
  /** Slack's incoming webhook; the secret is its whole address. */
  SLACK(Part.NONE, null, Part.REQUIRED),
  /** Opsgenie's Alert API v2; the secret is the key of an API integration. */
  OPSGENIE(Part.OPTIONAL, "https://api.opsgenie.com", Part.REQUIRED),
  /** E-mail to one mailbox, by the mail server that PagerJob is told of. */
  EMAIL(Part.REQUIRED, null, Part.NONE);

  /** Whether a part of an address is needed. */
  public enum Part {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  private final Part url;
  private final @Nullable String defaultUrl;
  private final Part secret;

  Transport(Part url, @Nullable String defaultUrl, Part secret) {
    this.url = url;
    this.defaultUrl = defaultUrl;
    this.secret = secret;
  }

  /** Whether an address needs a URL. */
  public Part url() {
    return url;
  }

  /** Where pages go if the address names no URL; null where it must. */
  public @Nullable String defaultUrl() {
    return defaultUrl;
  }

  /** Whether an address needs the name of a secret. */
  public Part secret() {
    return secret;
  }
}
