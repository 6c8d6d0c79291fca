package io.tocsin.kpi;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.Page;
import io.tocsin.response.Redirect;
import io.tocsin.response.overflow.QueueReport;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.Dimension;
import io.tocsin.window.Pane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each thing that happens changes in the KPIs. */
public final class KpiDeltas {
  private static final String EVERY_CHANNEL = "*";
  private static final List<KpiDelta> READ = List.of(one(KpiMetric.MENTIONS_READ_TOTAL));
  private static final List<KpiDelta> READ_OF_DRILLS = List.of(one(KpiMetric.DRILL_MENTIONS_TOTAL));
  private static final List<KpiDelta> ACCEPTED = List.of(one(KpiMetric.MENTIONS_ACCEPTED_TOTAL));
  private static final List<KpiDelta> REPEATED = List.of(one(KpiMetric.MENTIONS_REPEATED_TOTAL));
  private static final List<KpiDelta> UNMATCHED =
      List.of(one(KpiMetric.MENTIONS_ACCEPTED_TOTAL), one(KpiMetric.MENTIONS_UNMATCHED_TOTAL));

  private KpiDeltas() {}

  /**
   * A record was read, whatever became of it. What a drill made up counts apart, and nowhere else.
   */
  public static List<KpiDelta> ofRead(ParsedRecord record) {
    return isOfADrill(record.mention()) ? READ_OF_DRILLS : READ;
  }

  /** A record was refused. */
  public static List<KpiDelta> ofRejected(DeadLetter letter) {
    return List.of(KpiDelta.of(KpiMetric.MENTIONS_REJECTED_TOTAL, 1, word(letter.reason())));
  }

  /** The feed, or one channel of it, stopped or runs again. */
  public static List<KpiDelta> ofFeed(FeedReport report) {
    return report.phase() == FeedPhase.STANDING_STILL
        ? List.of(
            KpiDelta.of(
                KpiMetric.FEED_GAPS_TOTAL,
                1,
                Objects.requireNonNullElse(report.channel(), EVERY_CHANNEL)))
        : List.of();
  }

  /** A mention concerns no brand. */
  public static List<KpiDelta> ofUnmatched(Mention mention) {
    return isOfADrill(mention) ? List.of() : UNMATCHED;
  }

  /** A mention came again. */
  public static List<KpiDelta> ofRepeated(Mention mention) {
    return isOfADrill(mention) ? List.of() : REPEATED;
  }

  /** A mention concerns a brand and came for the first time. */
  public static List<KpiDelta> ofAccepted(Mention mention) {
    return isOfADrill(mention) ? List.of() : ACCEPTED;
  }

  /** A mention came after its window was judged. */
  public static List<KpiDelta> ofLate(ScoredMention mention) {
    if (isOfADrill(mention.mention())) {
      return List.of();
    }
    return mention.brands().stream()
        .map(brand -> KpiDelta.of(KpiMetric.MENTIONS_LATE_TOTAL, 1, brand))
        .toList();
  }

  /** Mentions were summed. Only leaves of the watch tree count, so that nothing counts twice. */
  public static List<KpiDelta> ofPane(Pane pane) {
    if (pane.watch().dimension() != Dimension.CHANNEL || pane.watch().drill() != null) {
      return List.of();
    }
    String brand = pane.watch().brand();
    String channel = Objects.requireNonNull(pane.watch().value());
    List<KpiDelta> deltas = new ArrayList<>();
    long unscored = pane.mentions() - pane.scored();
    add(deltas, KpiMetric.MENTIONS_TOTAL, pane.negative(), brand, channel, "negative");
    add(deltas, KpiMetric.MENTIONS_TOTAL, pane.neutral(), brand, channel, "neutral");
    add(deltas, KpiMetric.MENTIONS_TOTAL, pane.positive(), brand, channel, "positive");
    add(deltas, KpiMetric.MENTIONS_TOTAL, unscored, brand, channel, "unscored");
    add(deltas, KpiMetric.NEGATIVITY_TOTAL, pane.negativityMicros() / Pane.MICROS, brand, channel);
    add(deltas, KpiMetric.POSITIVITY_TOTAL, pane.positivityMicros() / Pane.MICROS, brand, channel);
    add(deltas, KpiMetric.REACH_PEOPLE_TOTAL, pane.reach(), brand, channel);
    add(deltas, KpiMetric.ENGAGEMENTS_TOTAL, pane.engagements(), brand, channel);
    add(deltas, KpiMetric.VIEWS_TOTAL, pane.views(), brand, channel);
    double needsResponse = pane.needsResponseMicros() / Pane.MICROS;
    add(deltas, KpiMetric.NEEDS_RESPONSE_TOTAL, needsResponse, brand, channel);
    pane.kinds()
        .forEach(
            (kind, count) ->
                add(deltas, KpiMetric.MENTIONS_BY_KIND_TOTAL, count, brand, kind.word()));
    return deltas;
  }

  /** A spike was raised, went on or ended. */
  public static List<KpiDelta> ofSpike(Spike spike) {
    return spike.phase() == SpikePhase.RAISED && spike.watch().drill() == null
        ? List.of(
            KpiDelta.of(KpiMetric.SPIKES_TOTAL, 1, spike.watch().brand(), word(spike.signal())))
        : List.of();
  }

  /** An incident changed. */
  public static List<KpiDelta> ofIncident(Incident incident) {
    String brand = incident.brand();
    if (incident.drill() != null) {
      return incident.change() == IncidentChange.OPENED
          ? List.of(KpiDelta.of(KpiMetric.DRILL_INCIDENTS_TOTAL, 1, brand))
          : List.of();
    }
    double severity =
        switch (incident.state()) {
          case RESOLVED -> 0;
          case OPEN, ACKNOWLEDGED, MITIGATING, STANDING_DOWN -> incident.severity().level();
        };
    List<KpiDelta> deltas = new ArrayList<>();
    deltas.add(KpiDelta.of(KpiMetric.INCIDENT_SEVERITY, severity, brand));
    switch (incident.change()) {
      case OPENED -> {
        deltas.add(KpiDelta.of(KpiMetric.INCIDENTS_TOTAL, 1, brand));
        deltas.add(
            KpiDelta.of(
                KpiMetric.TIME_TO_DETECT_SECONDS,
                seconds(incident.since(), incident.openedAt()),
                brand));
      }
      case ACKNOWLEDGED ->
          deltas.add(
              KpiDelta.of(
                  KpiMetric.TIME_TO_ACKNOWLEDGE_SECONDS,
                  seconds(incident.openedAt(), incident.at()),
                  brand));
      default -> {}
    }
    return deltas;
  }

  /** A page was decided. */
  public static List<KpiDelta> ofPage(Page page) {
    if (page.drill() != null) {
      return List.of();
    }
    KpiDelta sent = KpiDelta.of(KpiMetric.PAGES_TOTAL, 1, page.brand(), word(page.action()));
    return switch (page.action()) {
      case INFORM, RESOLVE -> List.of(sent);
      case TRIGGER ->
          List.of(
              sent,
              KpiDelta.of(
                  KpiMetric.TIME_TO_PAGE_SECONDS, seconds(page.since(), page.at()), page.brand()));
    };
  }

  /** A valve was turned. */
  public static List<KpiDelta> ofRedirect(Redirect redirect) {
    if (redirect.drill() != null) {
      return List.of();
    }
    int change = redirect.reason().opened();
    return change == 0
        ? List.of()
        : List.of(KpiDelta.of(KpiMetric.REDIRECTS_OPEN, change, redirect.brand()));
  }

  /** A queue was looked at. */
  public static List<KpiDelta> ofQueue(QueueReport report) {
    String brand = report.brand();
    String queue = report.queue();
    Instant since = report.waitingSince();
    double oldest = since == null ? 0 : seconds(since, report.at());
    List<KpiDelta> deltas = new ArrayList<>();
    add(deltas, KpiMetric.REDIRECTED_TOTAL, report.moved(), brand, queue);
    deltas.add(KpiDelta.of(KpiMetric.QUEUE_BACKLOG, report.waiting(), brand, queue, "waiting"));
    deltas.add(KpiDelta.of(KpiMetric.QUEUE_BACKLOG, report.claimed(), brand, queue, "claimed"));
    deltas.add(KpiDelta.of(KpiMetric.QUEUE_OLDEST_WAIT_SECONDS, oldest, brand, queue));
    return deltas;
  }

  private static boolean isOfADrill(@Nullable Mention mention) {
    return mention != null && mention.drill() != null;
  }

  private static void add(
      List<KpiDelta> deltas, KpiMetric metric, double amount, String... labels) {
    if (amount != 0) {
      deltas.add(KpiDelta.of(metric, amount, labels));
    }
  }

  private static KpiDelta one(KpiMetric metric) {
    return KpiDelta.of(metric, 1);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
