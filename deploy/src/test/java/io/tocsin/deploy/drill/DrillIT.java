package io.tocsin.deploy.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.firehose.FirehoseProducer;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.deploy.stack.LocalStack;
import io.tocsin.deploy.stack.RecordFollower;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.deploy.testing.SubmittedJobs;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.Drill;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.plan.CrisisPlanParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An outage and a joy are played through the real job on a real broker, in event time. */
class DrillIT {
  private static final long SEED = 5;
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant BEGINS = START.plus(Duration.ofMinutes(75));
  private static final Instant END = BEGINS.plus(Duration.ofMinutes(30));
  private static final Duration STEP = Duration.ofSeconds(20);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;

  private final List<Page> realPages = new CopyOnWriteArrayList<>();
  private final Map<String, Kpi> kpis = new ConcurrentHashMap<>();

  @Test
  void pagesAnOutagesDrillAndLeavesAJoysAloneAndCountsNeither() throws Exception {
    CrisisPlan plan =
        Objects.requireNonNull(CrisisPlanParser.read(Path.of("plans", "demo.yaml")).plan());
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
      broker.createTopics(LocalStack.topics());
      String servers = broker.bootstrapServers();
      WorldEvent outage = played(DrillScenario.OUTAGE, "tarnwick");
      WorldEvent joy = played(DrillScenario.VIRAL_JOY, "quillberry");
      Drill outageMark = DrillRun.mark("drill-outage", false, outage);
      Drill joyMark = DrillRun.mark("drill-joy", false, joy);
      DrillLog outageLog = new DrillLog("tarnwick", outageMark, BEGINS);
      DrillLog joyLog = new DrillLog("quillberry", joyMark, BEGINS);
      try (FirehoseProducer firehose =
              FirehoseProducer.connect(world(), servers, Topic.MENTIONS.topicName());
          DrillRun outageRun =
              new DrillRun(
                  brand(plan, "tarnwick"), outage, 1.6, outageMark, DrillRun.producer(servers));
          DrillRun joyRun =
              new DrillRun(
                  brand(plan, "quillberry"), joy, 1.1, joyMark, DrillRun.producer(servers));
          RecordFollower follower =
              RecordFollower.start(
                  servers,
                  what -> {
                    outageLog.record(what);
                    joyLog.record(what);
                    take(what);
                  },
                  Topic.SPIKES,
                  Topic.INCIDENTS,
                  Topic.PAGES,
                  Topic.REDIRECTS,
                  Topic.KPIS)) {
        firehose.backfill(BEGINS.toEpochMilli());
        for (Instant at = BEGINS.plus(STEP); !at.isAfter(END); at = at.plus(STEP)) {
          firehose.backfill(at.toEpochMilli());
          outageRun.sendUntil(at.toEpochMilli());
          joyRun.sendUntil(at.toEpochMilli());
        }
        new SubmittedJobs(servers, folder).crisis(plan);

        Eventually.isTrue("the drill of an outage ends", outageLog::isOver);
        Eventually.isTrue("the drill of a joy ends", joyLog::isOver);
        verify(outageLog.facts(DrillScenario.OUTAGE), joyLog.facts(DrillScenario.VIRAL_JOY));
        Eventually.holds(
            () ->
                assertThat(total(KpiMetric.DRILL_MENTIONS_TOTAL))
                    .isEqualTo(outageRun.sent() + joyRun.sent()));
        assertThat(total(KpiMetric.MENTIONS_READ_TOTAL))
            .isLessThanOrEqualTo(firehose.sent().total());
      }
    }
  }

  private void verify(DrillFacts outage, DrillFacts joy) {
    assertThat(outage.isPassed()).as(String.valueOf(outage)).isTrue();
    assertThat(outage.times().get(Step.PAGE)).isLessThanOrEqualTo(Duration.ofSeconds(60));
    assertThat(outage.times()).containsKeys(Step.REDIRECT, Step.CALM, Step.RESOLVED, Step.CLOSED);
    assertThat(outage.calls())
        .allSatisfy(page -> assertThat(page.target().name()).isEqualTo("drill-phone"));
    assertThat(joy.isPassed()).as(String.valueOf(joy)).isTrue();
    assertThat(realPages).isEmpty();
    assertThat(total(KpiMetric.PAGES_TOTAL)).isZero();
    assertThat(total(KpiMetric.REDIRECTS_OPEN)).isZero();
  }

  private void take(Object what) {
    if (what instanceof Page page && page.drill() == null) {
      realPages.add(page);
    } else if (what instanceof Kpi kpi) {
      kpis.put(kpi.series(), kpi);
    }
  }

  private long total(KpiMetric metric) {
    return Kpi.total(metric, kpis.values());
  }

  private static WorldEvent played(DrillScenario scenario, String brand) {
    return scenario.event(brand, BEGINS.toEpochMilli(), scenario.usual().toMillis());
  }

  private static BrandPlan brand(CrisisPlan plan, String key) {
    return plan.brands().stream()
        .filter(brand -> brand.brand().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static World world() {
    return new World(SEED, START.toEpochMilli(), WorldSettings.defaults());
  }
}
