package io.tocsin.deploy.schema;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import io.tocsin.incident.AckAnswer;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.BurningLocation;
import io.tocsin.incident.BurningParts;
import io.tocsin.incident.BurningRegion;
import io.tocsin.incident.Handling;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.LinkReason;
import io.tocsin.incident.LinkedIncident;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityGrounds;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.incident.SeverityReason;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.Author;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.DeadLetterReason;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.Visibility;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageAddress;
import io.tocsin.response.PageGrounds;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.Transport;
import io.tocsin.response.ValveState;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.response.overflow.ResponseKind;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.influence.ReachBasis;
import io.tocsin.scoring.influence.ScaleBasis;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.spike.Evidence;
import io.tocsin.spike.Excess;
import io.tocsin.spike.Look;
import io.tocsin.spike.Phrase;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.ExamplePost;
import io.tocsin.window.LanguageShare;
import io.tocsin.window.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of every topic: full, and sparse with everything null that may be. */
public final class SampleRecords {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:10.250Z");
  private static final Instant SINCE = Instant.parse("2026-03-01T11:58:00Z");
  private static final String INCIDENT = "acme/2026-03-01T11:58:00Z";

  private static final Drill DRILL = new Drill("drill-7", true, AT);

  private SampleRecords() {}

  public static Object full(Topic topic) {
    return record(topic, true);
  }

  public static Object sparse(Topic topic) {
    return record(topic, false);
  }

  private static Object record(Topic topic, boolean full) {
    return switch (topic) {
      case MENTIONS -> mention(full);
      case DEAD_LETTERS -> deadLetter(full);
      case FEED -> feed(full);
      case SCORED_MENTIONS -> scoredMention(full);
      case SPIKES -> spike(full);
      case ACKS -> ack(full);
      case ACK_RECEIPTS ->
          new AckReceipt(ack(full), AckAnswer.END_PASSED, "its end has passed", AT);
      case INCIDENTS -> incident(full);
      case PAGES -> page(full);
      case PAGE_RECEIPTS -> pageReceipt();
      case ASSIGNMENTS ->
          new Assignment(
              "m1",
              "acme",
              "backup",
              given(full, "ben"),
              given(full, INCIDENT + "/care/backup"),
              SINCE,
              AT,
              given(full, "x"),
              given(full, "leeds"));
      case RESPONSES ->
          new Response("m1", "acme", ResponseKind.TAG, "ben", given(full, "bill"), AT);
      case REDIRECTS -> redirect(full);
      case CRISIS_PLAN -> new PlanNotice("2026-03", "version: 2026-03\n", AT, "ann");
      case PLAN_REPORTS -> planReport(full);
      case KPIS -> kpi(full);
    };
  }

  private static <T> @Nullable T given(boolean full, T value) {
    return full ? value : null;
  }

  private static Mention mention(boolean full) {
    return new Mention(
        "m1",
        "x",
        "@acme \u00fcber \ud83d\ude21",
        given(full, "en-GB"),
        AT.toEpochMilli(),
        new Author(
            "a1",
            given(full, "ann"),
            given(full, 1_234L),
            given(full, true),
            given(full, SINCE.toEpochMilli())),
        MentionKind.REPLY,
        given(full, "c1"),
        given(full, "m0"),
        full ? List.of("acme") : List.of(),
        given(full, "Leeds"),
        given(full, "https://x.example/m1"),
        Visibility.PUBLIC,
        full ? new Engagement(1, 2, 3, 4) : Engagement.NONE,
        given(full, DRILL));
  }

  private static DeadLetter deadLetter(boolean full) {
    return new DeadLetter(
        DeadLetterReason.OUT_OF_RANGE,
        "author.followers is negative: -3",
        "tocsin.mentions",
        0,
        42,
        full ? "{\"id\":\"m1\"}?".getBytes(StandardCharsets.UTF_8) : new byte[0],
        AT);
  }

  private static FeedReport feed(boolean full) {
    return new FeedReport(
        "feed/x/2026-03-01T11:58:00Z",
        given(full, "x"),
        FeedPhase.STANDING_STILL,
        AT,
        SINCE,
        240.5,
        35.25,
        "the feed of x stands still");
  }

  private static ScoredMention scoredMention(boolean full) {
    return new ScoredMention(
        mention(full),
        List.of("acme"),
        full
            ? List.of(
                new BrandPart("acme", PartKind.LOCATION, "leeds-4"),
                new BrandPart("acme", PartKind.REGION, "north"))
            : List.of(),
        full
            ? new Sentiment(0.7f, 0.2f, 0.1f, SentimentLabel.NEGATIVE, "en", "lexicon-1")
            : Sentiment.unscored(null, "lexicon-1"),
        new Influence(0.42, 4_321, ReachBasis.FOLLOWERS, ScaleBasis.CHANNEL),
        full ? Long.MIN_VALUE : Long.MAX_VALUE,
        full ? Long.MAX_VALUE : Long.MIN_VALUE,
        full
            ? new Intent(0.9f, List.of(IntentKind.COMPLAINT, IntentKind.QUESTION))
            : Intent.UNKNOWN);
  }

  private static Spike spike(boolean full) {
    return new Spike(
        "acme/channel/x/NEGATIVITY/2026-03-01T11:58:00Z",
        full ? Watch.ofChannel("acme", "x").in(DRILL) : Watch.ofBrand("acme"),
        Signal.NEGATIVITY,
        SpikePhase.RAISED,
        AT,
        SINCE,
        60_000,
        120.5,
        3.25,
        6.1,
        150,
        140,
        130,
        0.8,
        0.2,
        0.95,
        50_000,
        full ? List.of(new Excess(Look.SUDDEN, 60_000, 120.5, 3.25, 9.5)) : List.of(),
        evidence(full),
        List.of(example(full)),
        "40 times the usual negativity",
        full ? "v1" : null);
  }

  private static Evidence evidence(boolean full) {
    return full
        ? new Evidence(
            List.of(new Phrase("no signal", 0.5, 0.01, 6.5)),
            48,
            0.25,
            0.5,
            List.of(new LanguageShare("en", 0.75)),
            3,
            0.9)
        : new Evidence(List.of(), 0, 0, 0, List.of(), 0, 1);
  }

  private static ExamplePost example(boolean full) {
    return new ExamplePost(
        "m1",
        "x",
        "ann",
        "no signal",
        given(full, "https://x.example/m1"),
        0.42,
        0.7,
        full ? List.of(IntentKind.COMPLAINT, IntentKind.QUESTION) : List.of(),
        given(full, "drill-7"));
  }

  private static Incident incident(boolean full) {
    return new Incident(
        INCIDENT,
        "acme",
        IncidentState.OPEN,
        Severity.CRITICAL,
        IncidentChange.OPENED,
        AT,
        AT,
        SINCE,
        120.5,
        3.25,
        6.1,
        150,
        0.8,
        0.2,
        50_000,
        List.of("acme/NEGATIVITY/2026-03-01T11:58:00Z"),
        List.of("x"),
        full ? parts() : BurningParts.NONE,
        full ? List.of(example(true)) : List.of(),
        evidence(full),
        "40 times the usual negativity",
        given(full, "ann"),
        given(full, DRILL),
        given(full, "2026-03"),
        given(full, severityGrounds()),
        given(full, "acme/NEGATIVITY/2026-03-01T11:58:00Z"),
        full ? handling() : Handling.NONE);
  }

  private static SeverityGrounds severityGrounds() {
    return new SeverityGrounds(
        SeverityReason.RARITY,
        "acme/NEGATIVITY/2026-03-01T11:58:00Z",
        31.5,
        50_000,
        2,
        new SeverityPolicy(30, 5_000_000, 600_000, 10, 100));
  }

  private static PageGrounds pageGrounds() {
    return new PageGrounds(
        AT,
        AT,
        "first-line",
        Severity.WARNING,
        0,
        300_000,
        3,
        2,
        true,
        false,
        false,
        List.of("ben"),
        "cem");
  }

  private static Handling handling() {
    return new Handling(
        "ann",
        "rebooting",
        "ann",
        AT,
        AT,
        Severity.WARNING,
        1,
        "zeta/2026-03-01T11:58:00Z",
        List.of(
            new LinkedIncident(
                "zeta/2026-03-01T11:58:00Z", "zeta", "Zeta", LinkReason.MERGED, "merged by ann")));
  }

  private static Ack ack(boolean full) {
    return new Ack(
        INCIDENT,
        "acme",
        "ann",
        AT,
        AckAction.SNOOZE,
        given(full, AT.plusSeconds(3_600)),
        given(full, "acme/channel/x"),
        given(full, "zeta/2026-03-01T11:58:00Z"),
        given(full, "rebooting"));
  }

  private static PlanReport planReport(boolean full) {
    return new PlanReport(
        PlanVerdict.REFUSED,
        "2026-03",
        given(full, SINCE),
        "ann",
        AT,
        given(full, "2026-02"),
        full ? List.of("plan:3:1: error: brands: has no brand") : List.of());
  }

  private static BurningParts parts() {
    return new BurningParts(
        "North",
        List.of(new BurningRegion("north", "North", 1, 62)),
        List.of(
            new BurningLocation(
                "leeds-4",
                "Leeds Briggate",
                "North",
                Signal.NEGATIVITY,
                60_000,
                31.5,
                2.25,
                6.1,
                35,
                0.8)),
        List.of("Refunds"));
  }

  private static Page page(boolean full) {
    return new Page(
        INCIDENT + "/critical/night-shift",
        PageAction.TRIGGER,
        full
            ? new PageTarget(
                "night-shift",
                List.of(
                    new PageAddress(Transport.WEBHOOK, "https://pager.example/hook", "noc-key")))
            : PageTarget.of("night-shift", Transport.CONSOLE, null),
        INCIDENT,
        "acme",
        Severity.CRITICAL,
        AT,
        SINCE,
        "Acme: critical",
        "What to do",
        List.of(example(full)),
        "v1",
        "critical is at or above warning",
        given(full, DRILL),
        given(full, pageGrounds()));
  }

  private static PageReceipt pageReceipt() {
    return new PageReceipt(
        INCIDENT + "/critical/night-shift",
        PageAction.TRIGGER,
        INCIDENT,
        "acme",
        "night-shift",
        PageOutcome.DELIVERED,
        1,
        "202 Accepted",
        AT,
        AT.plusSeconds(1));
  }

  private static Redirect redirect(boolean full) {
    return new Redirect(
        INCIDENT + "/care/backup",
        ValveState.OPEN,
        RedirectReason.BACKLOG,
        INCIDENT,
        "acme",
        "care",
        "backup",
        1,
        given(full, 40L),
        62,
        given(full, 30L),
        12,
        2,
        9,
        given(full, SINCE),
        AT,
        "v1",
        "critical is at or above warning",
        given(full, DRILL));
  }

  private static Kpi kpi(boolean full) {
    return full
        ? new Kpi(
            "spikes_total{brand=\"acme\",signal=\"VOLUME\"}",
            KpiMetric.SPIKES_TOTAL,
            Map.of("brand", "acme", "signal", "VOLUME"),
            3,
            AT)
        : new Kpi("mentions_read_total", KpiMetric.MENTIONS_READ_TOTAL, Map.of(), 0, AT);
  }
}
