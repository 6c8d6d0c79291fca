package io.tocsin.response.plan;

/** A plan that uses everything once and has no fault. */
final class ExamplePlan {
  static final String YAML =
      """
      version: demo-1
      brands:
        - brand: nimbus
          name: Nimbus Mobile
          match:
            handles: [nimbusmobile]
            hashtags: [nimbus]
            cashtags: [NMB]
            phrases: ["nimbus mobile", nimbus]
            exclusions: ["nimbus cloud"]
          page:
            - {target: duty-lead, transport: console, from: warning}
            - {target: backup-team, transport: webhook, url: "http://127.0.0.1:8099/pages", from: critical}
          redirect:
            - {queue: nimbus-care, to: nimbus-backup, from: warning}
            - {queue: nimbus-backup, to: all-hands, from: critical}
          critical: {score: 12.5, reach: 2_000_000}
          standDown: 90s
          guidance: |
            Say that we know.
            Do not guess the cause.
        - brand: orchard-bank
          match: {phrases: [orchard bank]}
          page:
            - {target: press-desk, transport: console, from: critical}
          intent: {needsResponse: [fraud alert], complaint: [card blocked], purchaseBefore: [open account]}
          calendar:
            - {name: Results, from: "2026-04-02T07:00+02:00", until: 2026-04-02T12:00:00Z}
      calendar:
        - {name: Super Bowl, from: "2026-02-08T18:30", until: "2026-02-08T23:00", zone: America/New_York, brands: [nimbus], expect: 20}
        - {name: Eclipse, from: 2026-08-12T17:00:00Z, until: 2026-08-12T19:00:00Z, expect: 2.5}
      """;

  private ExamplePlan() {}

  /** The same with one place changed. */
  static String with(String place, String instead) {
    if (!YAML.contains(place)) {
      throw new IllegalArgumentException("not in the example: " + place);
    }
    return YAML.replace(place, instead);
  }
}
