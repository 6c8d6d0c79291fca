package io.tocsin.deploy.desk;

import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Ack;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Redirect;
import io.tocsin.response.live.PlanReport;
import io.tocsin.spike.Spike;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the records on Kafka add up to. Knows neither Kafka nor the clock, holds a bounded number of
 * everything that people cause, and is used by one thread; others read its {@link #snapshot()}.
 */
final class Board {
  /** The topics that it understands. */
  static final Set<Topic> TOPICS =
      EnumSet.of(
          Topic.KPIS,
          Topic.FEED,
          Topic.SPIKES,
          Topic.INCIDENTS,
          Topic.ACKS,
          Topic.ACK_RECEIPTS,
          Topic.PAGES,
          Topic.PAGE_RECEIPTS,
          Topic.REDIRECTS,
          Topic.PLAN_REPORTS);

  private final KpiTable kpis = new KpiTable();
  private final MentionTrends trends = new MentionTrends();
  private final BandBook bands = new BandBook();
  private final IncidentBook incidents;
  private final PageBook pages = new PageBook();
  private final RedirectBook redirects = new RedirectBook();
  private final SpikeBook spikes = new SpikeBook();
  private final TimelineBook timelines = new TimelineBook();
  private final StandstillBook standstills = new StandstillBook();
  private final PlanStandingBook plan = new PlanStandingBook();
  private final Map<Topic, Instant> lastRecordAt = new EnumMap<>(Topic.class);
  private final Map<Topic, Long> unreadable = new EnumMap<>(Topic.class);
  private final SecondOpinions opinions;
  private boolean caughtUp;
  private long changes;
  private long happeningsOf = -1;
  private Happenings happenings = Happenings.NONE;

  /**
   * Holds nothing yet.
   *
   * @param opinions asked about the example posts of open incidents
   * @param examples reads the same posts for what they name
   */
  Board(SecondOpinions opinions, ExamplesReader examples) {
    this.opinions = opinions;
    incidents = new IncidentBook(opinions, new InsightBook(examples));
  }

  /**
   * Takes the next record of a topic.
   *
   * @param writtenAt wall-clock time at which the record came
   * @throws IllegalArgumentException if the topic is none of {@link #TOPICS}
   */
  void apply(Topic topic, Object value, Instant writtenAt) {
    switch (topic) {
      case KPIS -> apply((Kpi) value);
      case SPIKES -> spikes.put((Spike) value);
      case INCIDENTS -> apply((Incident) value);
      case ACKS -> incidents.put((Ack) value);
      case ACK_RECEIPTS -> incidents.put((AckReceipt) value);
      case PAGES -> apply((Page) value);
      case PAGE_RECEIPTS -> apply((PageReceipt) value);
      case FEED -> standstills.put((FeedReport) value);
      case REDIRECTS -> apply((Redirect) value);
      case PLAN_REPORTS -> plan.put((PlanReport) value);
      default -> throw new IllegalArgumentException("not a topic of the desk: " + topic);
    }
    if (topic != Topic.KPIS) {
      changes++;
    }
    lastRecordAt.merge(topic, writtenAt, (a, b) -> a.isAfter(b) ? a : b);
  }

  private void apply(Kpi kpi) {
    @Nullable Kpi previous = kpis.put(kpi);
    bands.put(kpi);
    if (kpi.metric() == KpiMetric.MENTIONS_TOTAL) {
      trends.add(kpi, previous, caughtUp);
    }
  }

  private void apply(Incident incident) {
    incidents.put(incident);
    timelines.put(incident);
  }

  private void apply(Page page) {
    pages.put(page);
    timelines.put(page);
  }

  private void apply(PageReceipt receipt) {
    pages.put(receipt);
    timelines.put(receipt);
  }

  private void apply(Redirect redirect) {
    redirects.put(redirect);
    timelines.put(redirect);
  }

  /** The curves of the brands; any thread may ask for some. */
  Curves curves() {
    return new Curves(trends, bands);
  }

  /** Forgets what the key of a tombstone stands for; only KPIs are ever deleted. */
  void forget(Topic topic, String key) {
    if (topic == Topic.KPIS) {
      kpis.remove(key);
    }
  }

  /** Counts a record that could not be read, so that it does not vanish. */
  void unreadable(Topic topic) {
    unreadable.merge(topic, 1L, Long::sum);
  }

  /** From here on records are new: a counter that is seen first has just begun. */
  void caughtUp() {
    caughtUp = true;
  }

  /** Whether the happenings are no longer what this snapshot says. */
  boolean hasChangedSince(BoardSnapshot snapshot) {
    return changes() != snapshot.changes();
  }

  private long changes() {
    return changes + opinions.answers();
  }

  /** Has new example posts of open incidents read; what comes of it is taken later. */
  void explainIncidents() {
    incidents.explain();
  }

  /** Takes what was read in example posts since. */
  void takeInsights() {
    if (incidents.takeInsights()) {
      changes++;
    }
  }

  /** What stands now, for other threads. */
  BoardSnapshot snapshot() {
    @Nullable Instant eventTime = kpis.eventTime();
    // Before the opinions are looked at: one that comes meanwhile makes another snapshot.
    long changesBefore = changes();
    Happenings now = happenings(changesBefore);
    List<BrandHeat> heats =
        eventTime == null ? List.of() : trends.heats(eventTime.getEpochSecond());
    return new BoardSnapshot(
        changesBefore,
        eventTime,
        Map.copyOf(lastRecordAt),
        Map.copyOf(unreadable),
        kpis.byMetric(),
        kpis.changedAt(),
        pages.deliveries(),
        opinions.counts(),
        heats,
        BurnOrder.rows(heats, now.incidents()),
        spikes.byBrand(),
        timelines.byIncident(),
        now);
  }

  /** The same as before where nothing changed: figures come far more often than happenings. */
  private Happenings happenings(long changesNow) {
    if (happeningsOf != changesNow) {
      happeningsOf = changesNow;
      happenings =
          new Happenings(
              incidents.open(),
              incidents.resolved(),
              pages.newestFirst(),
              redirects.open(),
              redirects.closed(),
              standstills.open(),
              plan.standing());
    }
    return happenings;
  }
}
