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
