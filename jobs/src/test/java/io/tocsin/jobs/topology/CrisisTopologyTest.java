package io.tocsin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.source.IntakeWatermarks;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.DeadLetterReason;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.lexicon.LexiconScorer;
import io.tocsin.spike.Spike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole flow on a real cluster, at parallelism 2, with the state backend of every deployment.
 */
class CrisisTopologyTest {
  private static final long SEED = 11;
  private static final int PARALLELISM = 2;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(PARALLELISM)
              .build());

  private static final Drill DRILL =
      new Drill("drill-1", false, Instant.ofEpochMilli(SmallWorld.DRILL_MILLIS + 120_000));

  private static List<Mention> world = List.of();
  private static List<Mention> drill = List.of();
  private static Collected collected = new Collected();

  @BeforeAll
  static void run() throws Exception {
    world = SmallWorld.mentions(SEED);
    drill = SmallWorld.drill(SEED, DRILL);
    List<ParsedRecord> records =
        Stream.concat(world.stream(), drill.stream())
            .sorted(Comparator.comparingLong(Mention::createdAtMillis))
            .map(mention -> new ParsedRecord(mention, null))
            .collect(Collectors.toCollection(ArrayList::new));
    records.add(5, new ParsedRecord(null, letter()));
    records.add(50, records.get(40));
    records.add(60, stranger(world.get(58)));
    records.add(duringTheOutage(records), late(world.get(10)));
    collected = runThrough(records);
  }

  @Test
  void pagesTheDrillToItsReceiversAndLetsItEndByItself() {
    List<Page> calls =
        collected.pagesOfTheDrill().filter(page -> page.action() == PageAction.TRIGGER).toList();

    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).target().name()).isEqualTo("rehearsal");
    assertThat(calls.get(0).title()).startsWith("DRILL: ");
    assertThat(calls.get(0).at())
        .isBetween(
            Instant.ofEpochMilli(SmallWorld.DRILL_MILLIS),
            Instant.ofEpochMilli(SmallWorld.DRILL_MILLIS + 60_000));
    assertThat(collected.pagesOfTheDrill())
        .extracting(Page::action)
        .containsExactly(PageAction.TRIGGER, PageAction.RESOLVE);
    assertThat(collected.redirects)
        .filteredOn(redirect -> redirect.drill() != null)
        .extracting(Redirect::state)
        .containsExactly(ValveState.OPEN, ValveState.CLOSED);
    assertThat(collected.incidents)
        .filteredOn(incident -> incident.drill() != null)
        .last()
        .extracting(Incident::state)
        .isEqualTo(IncidentState.RESOLVED);
  }

  @Test
  void countsTheDrillApart() {
    assertThat(total(KpiMetric.DRILL_MENTIONS_TOTAL)).isEqualTo(drill.size());
    assertThat(total(KpiMetric.DRILL_INCIDENTS_TOTAL)).isEqualTo(1);
    assertThat(collected.scored.stream().filter(scored -> scored.mention().drill() != null))
        .hasSize(drill.size());
  }

  @Test
  void pagesTheOutageWithinAMinuteOfItsFirstMentionAndTheJoyNever() {
    List<Page> calls =
        collected.realPages().filter(page -> page.action() == PageAction.TRIGGER).toList();

    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).brand()).isEqualTo("acme");
    assertThat(calls.get(0).at())
        .isBetween(
            Instant.ofEpochMilli(SmallWorld.OUTAGE_MILLIS),
            Instant.ofEpochMilli(SmallWorld.OUTAGE_MILLIS + 60_000));
    assertThat(calls.get(0).body()).contains("are usual").contains("\"broken\" in ");
    assertThat(calls.get(0).examples()).isNotEmpty();
  }

  @Test
  void tellsWithASpikeWhatCameTooLateToCount() {
    assertThat(collected.spikes).anySatisfy(spike -> assertThat(spike.evidence().late()).isOne());
  }

  @Test
  void recordsTheJoyAsANotice() {
    assertThat(collected.incidents)
        .filteredOn(incident -> incident.brand().equals("zeta"))
        .isNotEmpty()
        .allSatisfy(incident -> assertThat(incident.severity()).isEqualTo(Severity.NOTICE));
  }

  @Test
  void standsDownAndFailsBackWhenItIsOver() {
    assertThat(collected.incidents)
        .filteredOn(incident -> incident.brand().equals("acme") && incident.drill() == null)
        .extracting(Incident::state)
        .contains(IncidentState.OPEN, IncidentState.STANDING_DOWN, IncidentState.RESOLVED);
    assertThat(collected.redirects)
        .filteredOn(redirect -> redirect.drill() == null)
        .extracting(Redirect::state)
        .containsExactly(ValveState.OPEN, ValveState.CLOSED);
    assertThat(collected.realPages())
        .extracting(Page::action)
        .containsExactly(PageAction.TRIGGER, PageAction.RESOLVE);
  }

  @Test
  void accountsForEveryRecord() {
    assertThat(total(KpiMetric.MENTIONS_READ_TOTAL)).isEqualTo(world.size() + 4L);
    assertThat(total(KpiMetric.MENTIONS_REJECTED_TOTAL)).isEqualTo(1);
    assertThat(total(KpiMetric.MENTIONS_REPEATED_TOTAL)).isEqualTo(1);
    assertThat(total(KpiMetric.MENTIONS_ACCEPTED_TOTAL)).isEqualTo(world.size() + 2L);
    assertThat(total(KpiMetric.MENTIONS_UNMATCHED_TOTAL)).isEqualTo(1);
    assertThat(total(KpiMetric.SCORINGS_TOTAL)).isEqualTo(world.size() + 1L);
    assertThat(total(KpiMetric.RANKINGS_TOTAL)).isEqualTo(world.size() + 1L);
    assertThat(total(KpiMetric.MENTIONS_LATE_TOTAL)).isEqualTo(1);
    assertThat(total(KpiMetric.MENTIONS_TOTAL)).isEqualTo(world.size());
    assertThat(collected.deadLetters).hasSize(1);
    assertThat(collected.scored.stream().filter(scored -> scored.mention().drill() == null))
        .hasSize(world.size() + 1);
  }

  @Test
  void countsEachChannelAsARecountOfTheSameMentions() {
    Map<String, Long> recount = new HashMap<>();
    LexiconScorer scorer = new LexiconScorer();
    for (Mention mention : world) {
      String brand = mention.text().startsWith("@acme") ? "acme" : "zeta";
      String sentiment =
          scorer
              .score(mention.text(), mention.lang())
              .label()
              .name()
              .toLowerCase(java.util.Locale.ROOT);
      recount.merge(brand + "/" + mention.channel() + "/" + sentiment, 1L, Long::sum);
    }
    Map<String, Long> counted = new HashMap<>();
    last(KpiMetric.MENTIONS_TOTAL)
        .forEach(
            kpi ->
                counted.put(
                    kpi.labels().get("brand")
                        + "/"
                        + kpi.labels().get("channel")
                        + "/"
                        + kpi.labels().get("sentiment"),
                    Math.round(kpi.value())));

    assertThat(counted).isEqualTo(recount);
  }

  private static long total(KpiMetric metric) {
    return Math.round(last(metric).stream().mapToDouble(Kpi::value).sum());
  }

  private static List<Kpi> last(KpiMetric metric) {
    Map<String, Kpi> last = new HashMap<>();
    for (Kpi kpi : collected.kpis) {
      if (kpi.metric() == metric) {
        last.merge(kpi.series(), kpi, (a, b) -> a.at().isAfter(b.at()) ? a : b);
      }
    }
    return List.copyOf(last.values());
  }

  private static Collected runThrough(List<ParsedRecord> records) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    env.setParallelism(PARALLELISM);
    DataStream<ParsedRecord> source =
        env.fromData(records, TypeInformation.of(ParsedRecord.class))
            .uid("test-source")
            .setParallelism(1)
            .assignTimestampsAndWatermarks(IntakeWatermarks.perEvent(10_000))
            .uid("test-watermarks")
            .setParallelism(1);
    PlanStreams plans = SmallWorld.plans(source);
    CrisisStreams streams =
        CrisisTopology.define(
            CrisisInputs.ofMentions(source),
            plans,
            LexiconScorer::new,
            JobSettings.of(Map.of()).windows());
    Collected into = new Collected();
    var kpis = streams.kpis().collectAsync();
    var pages = streams.pages().collectAsync();
    var incidents = streams.incidents().collectAsync();
    var spikes = streams.spikes().collectAsync();
    var redirects = streams.redirects().collectAsync();
    var letters = streams.deadLetters().collectAsync();
    var scored = streams.scoredMentions().collectAsync();
    JobClient job = env.executeAsync("crisis topology");
    CompletableFuture.allOf(
            drain(scored, into.scored),
            drain(kpis, into.kpis),
            drain(pages, into.pages),
            drain(incidents, into.incidents),
            drain(spikes, into.spikes),
            drain(redirects, into.redirects),
            drain(letters, into.deadLetters))
        .get();
    job.getJobExecutionResult().get();
    return into;
  }

  /** In a thread of its own: a stream that nobody reads fills up and holds the whole job back. */
  private static <T> CompletableFuture<Void> drain(CloseableIterator<T> from, List<T> to) {
    return CompletableFuture.runAsync(
        () -> from.forEachRemaining(to::add), command -> new Thread(command, "drain").start());
  }

  private static ParsedRecord stranger(Mention like) {
    return new ParsedRecord(
        SmallWorld.like(like, "stranger", "nothing of note", like.createdAtMillis()), null);
  }

  private static int duringTheOutage(List<ParsedRecord> records) {
    int at = 0;
    while (createdAt(records.get(at)) < SmallWorld.OUTAGE_MILLIS + 15_000) {
      at++;
    }
    return at;
  }

  private static long createdAt(ParsedRecord record) {
    Mention mention = record.mention();
    return mention == null ? 0 : mention.createdAtMillis();
  }

  private static ParsedRecord late(Mention like) {
    return new ParsedRecord(
        SmallWorld.like(like, "late", like.text(), like.createdAtMillis()), null);
  }

  private static DeadLetter letter() {
    return new DeadLetter(
        DeadLetterReason.MALFORMED_JSON,
        "not JSON",
        "tocsin.mentions",
        0,
        5,
        new byte[] {'{'},
        SmallWorld.START);
  }

  private static final class Collected {
    private final List<Kpi> kpis = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Spike> spikes = new ArrayList<>();
    private final List<Redirect> redirects = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<ScoredMention> scored = new ArrayList<>();

    private Stream<Page> realPages() {
      return pages.stream().filter(page -> page.drill() == null);
    }

    private Stream<Page> pagesOfTheDrill() {
      return pages.stream().filter(page -> page.drill() != null);
    }
  }
}
