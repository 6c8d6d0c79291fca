package io.tocsin.kpi;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.Redirect;
import io.tocsin.response.overflow.QueueReport;
import io.tocsin.response.overflow.TicketStep;
import io.tocsin.response.overflow.TicketStepKind;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.spike.BrandLook;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.Dimension;
import io.tocsin.window.Pane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each thing that happens changes in the KPIs. */
public final class KpiDeltas {
  private static final String EVERY_CHANNEL = "*";
  private static final String UNKNOWN = "unknown";
  private static final Set<IncidentState> UNRESOLVED =
      EnumSet.complementOf(EnumSet.of(IncidentState.RESOLVED));
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
    String channel = Objects.requireNonNullElse(report.channel(), EVERY_CHANNEL);
    boolean still = report.phase() == FeedPhase.STANDING_STILL;
    List<KpiDelta> deltas = new ArrayList<>();
    deltas.add(KpiDelta.of(KpiMetric.FEED_STANDING_STILL, still ? 1 : 0, channel));
    add(deltas, KpiMetric.FEED_GAPS_TOTAL, still ? 1 : 0, channel);
    return deltas;
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
    add(deltas, KpiMetric.SHARES_TOTAL, pane.shares(), brand, channel);
    add(deltas, KpiMetric.VIEWS_TOTAL, pane.views(), brand, channel);
    double needsResponse = pane.needsResponseMicros() / Pane.MICROS;
    add(deltas, KpiMetric.NEEDS_RESPONSE_TOTAL, needsResponse, brand, channel);
    pane.kinds()
        .forEach(
            (kind, count) ->
                add(deltas, KpiMetric.MENTIONS_BY_KIND_TOTAL, count, brand, kind.word()));
    return deltas;
  }

  /** Mentions of a location were summed; its name is bounded by {@link NamePlacesFunction}. */
  public static List<KpiDelta> ofPlace(Pane pane) {
    if (pane.watch().dimension() != Dimension.LOCATION || pane.watch().drill() != null) {
      return List.of();
    }
    String brand = pane.watch().brand();
    String location = Objects.requireNonNull(pane.watch().value());
    double negativity = pane.negativityMicros() / Pane.MICROS;
    List<KpiDelta> deltas = new ArrayList<>();
    add(deltas, KpiMetric.LOCATION_MENTIONS_TOTAL, pane.mentions(), brand, location);
    add(deltas, KpiMetric.LOCATION_NEGATIVITY_TOTAL, negativity, brand, location);
    return deltas;
  }

  /** The detector looked at a brand as a whole. */
  public static List<KpiDelta> ofLook(BrandLook look) {
    String signal = word(look.signal());
    return List.of(
        KpiDelta.of(KpiMetric.SIGNAL_OBSERVED, look.observed(), look.brand(), signal),
        KpiDelta.of(KpiMetric.SIGNAL_EXPECTED, look.expected(), look.brand(), signal),
        KpiDelta.of(KpiMetric.SIGNAL_UPPER_BOUND, look.upperBound(), look.brand(), signal));
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
    List<KpiDelta> deltas = new ArrayList<>();
    double severity = incident.state() == IncidentState.RESOLVED ? 0 : incident.severity().level();
    deltas.add(KpiDelta.of(KpiMetric.INCIDENT_SEVERITY, severity, brand));
    deltas.add(
        KpiDelta.of(
            KpiMetric.INCIDENT_CHANGES_TOTAL,
            1,
            brand,
            word(incident.severity()),
            word(incident.change())));
    deltas.addAll(standing(incident));
    deltas.addAll(times(incident));
    return deltas;
  }

  /** A brand has one incident at a time: where it stands is one, everywhere else is none. */
  private static List<KpiDelta> standing(Incident incident) {
    List<KpiDelta> deltas = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (IncidentState state : UNRESOLVED) {
        boolean here = severity == incident.severity() && state == incident.state();
        deltas.add(
            KpiDelta.of(
                KpiMetric.INCIDENTS_OPEN,
                here ? 1 : 0,
                incident.brand(),
                word(severity),
                word(state)));
      }
    }
    return deltas;
  }

  private static List<KpiDelta> times(Incident incident) {
    List<KpiDelta> deltas = new ArrayList<>();
    if (incident.change() == IncidentChange.OPENED) {
      deltas.add(KpiDelta.of(KpiMetric.INCIDENTS_TOTAL, 1, incident.brand()));
      deltas.addAll(
          timed(
              KpiMetric.TIME_TO_DETECT_SECONDS,
              KpiMetric.LATEST_TIME_TO_DETECT_SECONDS,
              seconds(incident.since(), incident.openedAt()),
              incident.brand()));
    } else if (incident.change() == IncidentChange.ACKNOWLEDGED) {
      deltas.addAll(
          timed(
              KpiMetric.TIME_TO_ACKNOWLEDGE_SECONDS,
              KpiMetric.LATEST_TIME_TO_ACKNOWLEDGE_SECONDS,
              seconds(incident.openedAt(), incident.at()),
              incident.brand()));
    }
    return deltas;
  }

  private static List<KpiDelta> timed(
      KpiMetric all, KpiMetric latest, double seconds, String brand) {
    List<KpiDelta> deltas = new ArrayList<>(KpiDelta.observed(all, seconds, brand));
    deltas.add(KpiDelta.of(latest, seconds, brand));
    return deltas;
  }

  /** A page was decided. */
  public static List<KpiDelta> ofPage(Page page) {
    if (page.drill() != null) {
      return List.of();
    }
    List<KpiDelta> deltas = new ArrayList<>();
    deltas.add(KpiDelta.of(KpiMetric.PAGES_TOTAL, 1, page.brand(), word(page.action())));
    if (page.action() == PageAction.TRIGGER) {
      deltas.addAll(
          timed(
              KpiMetric.TIME_TO_PAGE_SECONDS,
              KpiMetric.LATEST_TIME_TO_PAGE_SECONDS,
              seconds(page.since(), page.at()),
              page.brand()));
    }
    return deltas;
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

  /** Something became of a mention that waits for an answer. */
  public static List<KpiDelta> ofTicket(TicketStep step) {
    String brand = step.brand();
    String department = Objects.requireNonNullElse(step.department(), UNKNOWN);
    String channel = Objects.requireNonNullElse(step.channel(), UNKNOWN);
    return switch (step.kind()) {
      case ASSIGNED ->
          List.of(KpiDelta.of(KpiMetric.ASSIGNED_TOTAL, 1, brand, department, channel));
      case ANSWERED ->
          KpiDelta.observed(KpiMetric.RESPONSE_SECONDS, waited(step), brand, department, channel);
      case OVERDUE ->
          List.of(KpiDelta.of(KpiMetric.UNANSWERED_72_HOURS_TOTAL, 1, brand, department, channel));
    };
  }

  /** The same by its location; its name is bounded by {@link NamePlacesFunction}. */
  public static List<KpiDelta> ofTicketPlace(TicketStep step) {
    return step.kind() == TicketStepKind.ANSWERED && step.location() != null
        ? KpiDelta.observed(
            KpiMetric.LOCATION_RESPONSE_SECONDS, waited(step), step.brand(), step.location())
        : List.of();
  }

  private static double waited(TicketStep step) {
    return step.waitedMillis() / 1000.0;
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
