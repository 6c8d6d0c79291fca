package io.tocsin.deploy.desk;

import io.tocsin.deploy.testing.SampleRedirects;
import io.tocsin.incident.Ack;
import io.tocsin.incident.BurningLocation;
import io.tocsin.incident.BurningParts;
import io.tocsin.incident.BurningRegion;
import io.tocsin.incident.Handling;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.Drill;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Redirect;
import io.tocsin.response.Transport;
import io.tocsin.response.ValveState;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.spike.Evidence;
import io.tocsin.spike.Phrase;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.ExamplePost;
import io.tocsin.window.LanguageShare;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records as the jobs write them. */
final class Samples {
  private static final Evidence EVIDENCE =
      new Evidence(
          List.of(new Phrase("no signal", 0.46, 0.01, 9.1)),
          48,
          0.02,
          0.04,
          List.of(new LanguageShare("en", 0.82), new LanguageShare("es", 0.12)),
          3,
          0.74);

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final BurningParts PARTS =
      new BurningParts(
          null,
          List.of(new BurningRegion("north", "The North", 12, 62)),
          IntStream.range(0, 12).mapToObj(Samples::location).toList(),
          List.of("Refunds"));

  private Samples() {}

  private static BurningLocation location(int number) {
    return new BurningLocation(
        "place-" + number,
        "Place " + number,
        "The North",
        Signal.NEGATIVITY,
        60_000,
        31,
        2,
        6,
        33,
        0.8);
  }

  static Kpi mentions(String brand, String sentiment, double total, Instant at) {
    return kpi(KpiMetric.MENTIONS_TOTAL, total, at, brand, "x", sentiment);
  }

  /** Every series that the metric has for these labels: of a histogram its buckets too. */
  static List<Kpi> kpis(KpiMetric metric, double value, Instant at, String... labels) {
    List<KpiDelta> changes =
        metric.type() == KpiMetric.Type.HISTOGRAM
            ? KpiDelta.observed(metric, value, labels)
            : List.of(KpiDelta.of(metric, value, labels));
    return changes.stream()
        .map(d -> new Kpi(d.series(), metric, d.labels(), d.amount(), at))
        .toList();
  }

  static Kpi kpi(KpiMetric metric, double value, Instant at, String... labels) {
    KpiDelta delta = KpiDelta.of(metric, value, labels);
    return new Kpi(delta.series(), metric, delta.labels(), value, at);
  }

  static Incident incident(String id, Severity severity, IncidentState state, Instant at) {
    return incident(id, severity, state, at, null);
  }

  static Incident incident(
      String id, Severity severity, IncidentState state, Instant at, @Nullable String by) {
    return incident(id, severity, state, at, by, NOON);
  }

  static Incident incident(
      String id,
      Severity severity,
      IncidentState state,
      Instant at,
      @Nullable String by,
      Instant since) {
    return new Incident(
        id,
        "acme",
        state,
        severity,
        IncidentChange.UPDATED,
        at,
        since,
        since,
        312,
        24,
        6.4,
        412,
        0.71,
        0.18,
        1_840_000,
        List.of(id + "-spike"),
        List.of("facebook", "x"),
        PARTS,
        List.of(),
        EVIDENCE,
        "Negative mentions are 13 times what they usually are",
        by,
        null,
        "1",
        null,
        null,
        Handling.NONE);
  }

  static Incident withExamples(Incident incident, ExamplePost... examples) {
    return as(incident, incident.brand(), incident.change(), incident.drill(), List.of(examples));
  }

  /** The same of another brand. */
  static Incident of(String brand, Incident incident) {
    return as(incident, brand, incident.change(), incident.drill(), incident.examples());
  }

  /** The same in a drill. */
  static Incident inDrill(Incident incident, Drill drill) {
    return as(incident, incident.brand(), incident.change(), drill, incident.examples());
  }

  /** The same where this has changed. */
  static Incident changed(Incident incident, IncidentChange change) {
    return as(incident, incident.brand(), change, incident.drill(), incident.examples());
  }

  private static Incident as(
      Incident incident,
      String brand,
      IncidentChange change,
      @Nullable Drill drill,
      List<ExamplePost> examples) {
    return new Incident(
        incident.id(),
        brand,
        incident.state(),
        incident.severity(),
        change,
        incident.at(),
        incident.openedAt(),
        incident.since(),
        incident.observed(),
        incident.expected(),
        incident.score(),
        incident.mentions(),
        incident.negativeShare(),
        incident.usualNegativeShare(),
        incident.reach(),
        incident.spikes(),
        incident.channels(),
        incident.parts(),
        examples,
        incident.evidence(),
        incident.reason(),
        incident.acknowledgedBy(),
        drill,
        incident.planVersion(),
        incident.grounds(),
        incident.leadingSpike(),
        incident.handling());
  }

  /** A spike of the brand as a whole that has been going on since then. */
  static Spike spike(String brand, Signal signal, Instant since, Instant at) {
    return new Spike(
        brand + "/" + signal + "/" + since,
        Watch.ofBrand(brand),
        signal,
        SpikePhase.ONGOING,
        at,
        since,
        60_000,
        312,
        24,
        6.4,
        412,
        390,
        371,
        0.71,
        0.18,
        0.94,
        1_840_000,
        List.of(),
        EVIDENCE,
        List.of(),
        "Negative mentions are 13 times what they usually are",
        "1");
  }

  static ExamplePost example(String author, String text) {
    return new ExamplePost(
        author + "-1",
        "x",
        author,
        text,
        "https://example.org/" + author,
        0.83,
        0.97,
        List.of(IntentKind.COMPLAINT));
  }

  static Ack ack(String incidentId, String by, Instant at) {
    return new Ack(incidentId, "acme", by, at);
  }

  static Page page(String dedupKey, Instant at) {
    return new Page(
        dedupKey,
        PageAction.TRIGGER,
        PageTarget.of("care-lead", Transport.WEBHOOK, "https://hooks.example.org/secret-token"),
        "acme-1",
        "acme",
        Severity.CRITICAL,
        at,
        NOON,
        "acme: negative mentions 13 times the usual",
        "What to do: ...",
        List.of(),
        "plan-1",
        "first page from CRITICAL on");
  }

  static PageReceipt receipt(String dedupKey, PageOutcome outcome, int attempts, Instant at) {
    return new PageReceipt(
        dedupKey,
        PageAction.TRIGGER,
        "acme-1",
        "acme",
        "care-lead",
        outcome,
        attempts,
        "202 Accepted",
        at,
        at);
  }

  static Redirect redirect(String id, ValveState state, Instant at) {
    return SampleRedirects.of(id, "acme", state, at);
  }
}
