package io.tocsin.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.firehose.FirehoseProducer;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.incident.Incident;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.RawRecord;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.Redirect;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.scoring.ScoredMention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A worker dies between two checkpoints, on a real broker: nothing is lost, nothing is doubled. */
class ExactlyOnceIT {
  private static final Instant KILL = OutageRun.START.plus(Duration.ofMinutes(70));

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(2)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir Path folder;

  @Test
  void losesNothingAndDoublesNothingWhenAWorkerDies(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
      broker.createTopics(LocalStack.topics());
      OutageRun run = new OutageRun(folder, broker);
      try (FirehoseProducer firehose = run.firehose();
          TopicLog committed = TopicLog.committed(broker.bootstrapServers());
          TopicLog everything = TopicLog.everything(broker.bootstrapServers())) {
        JobClient job = run.jobs().crisis(plan());
        firehose.backfill(KILL.toEpochMilli());
        awaitOutputBetweenCheckpoints(committed, everything);
        cluster.terminateTaskManager(0).get();
        cluster.startTaskManager();
        firehose.backfill(OutageRun.END.toEpochMilli());

        long sent = firehose.sent().total();
        long distinct = distinctMentionsOfABrand();
        Eventually.holds(() -> assertThat(committed.scored()).hasSize((int) distinct));
        run.drain(job);
        Eventually.holds(
            () -> assertThat(committed.total(KpiMetric.MENTIONS_READ_TOTAL)).isEqualTo(sent));
        Eventually.holds(
            () -> assertThat(committed.scored().size() + unscored(committed)).isEqualTo(sent));
        Eventually.holds(
            () ->
                assertThat(committed.of(Redirect.class)).as("valve opened and closed").hasSize(2));
        verify(committed);
        assertThat(everything.scored().size())
            .as("a reader of uncommitted records sees doubles, so this test can fail")
            .isGreaterThan(committed.scored().size());
      }
    }
  }

  /** The same world again, read by the job's own parser and matcher and counted by hand. */
  private static long distinctMentionsOfABrand() throws Exception {
    MentionParser parser = new MentionParser();
    BrandMatcher matcher =
        new BrandMatcher(plan().brands().stream().map(BrandPlan::terms).toList());
    Set<String> ids = new HashSet<>();
    OutageRun.world()
        .until(
            OutageRun.END.toEpochMilli(),
            record -> {
              Mention mention =
                  parser
                      .parse(new RawRecord(record.value(), "", 0, 0, record.arrivalMillis()))
                      .mention();
              if (mention != null && !matcher.match(mention).isEmpty()) {
                ids.add(mention.id());
              }
            });
    return ids.size();
  }

  private static void verify(TopicLog committed) {
    assertThat(committed.scored())
        .extracting(scored -> scored.mention().id())
        .doesNotHaveDuplicates();
    assertThat(committed.of(Incident.class))
        .extracting(incident -> incident.id() + incident.change() + incident.at())
        .isNotEmpty()
        .doesNotHaveDuplicates();
    List<Page> pages = committed.of(Page.class);
    assertThat(pages).extracting(Page::dedupKey).doesNotHaveDuplicates();
    assertThat(pages)
        .filteredOn(page -> page.action() == PageAction.TRIGGER)
        .isNotEmpty()
        .allSatisfy(
            page ->
                assertThat(page.at())
                    .isBetween(OutageRun.OUTAGE, OutageRun.OUTAGE.plusSeconds(60)));
    assertThat(committed.of(Kpi.class))
        .extracting(kpi -> kpi.series() + kpi.at())
        .doesNotHaveDuplicates();
    assertThat(mentionsCounted(committed)).isEqualTo(mentionsRecounted(committed.scored()));
  }

  /** The present KPIs; late mentions are counted apart and are in no window. */
  private static Map<String, Long> mentionsCounted(TopicLog log) {
    Map<String, Long> counted = new HashMap<>();
    for (Kpi kpi : log.latestKpis().values()) {
      if (kpi.metric() == KpiMetric.MENTIONS_TOTAL
          || kpi.metric() == KpiMetric.MENTIONS_LATE_TOTAL) {
        counted.merge(
            Objects.requireNonNull(kpi.labels().get("brand")), Math.round(kpi.value()), Long::sum);
      }
    }
    return counted;
  }

  private static Map<String, Long> mentionsRecounted(List<ScoredMention> scored) {
    Map<String, Long> recount = new HashMap<>();
    scored.forEach(
        mention -> mention.brands().forEach(brand -> recount.merge(brand, 1L, Long::sum)));
    return recount;
  }

  /** Records that were read and not scored, by the KPIs. */
  private static long unscored(TopicLog log) {
    return log.total(KpiMetric.MENTIONS_REJECTED_TOTAL)
        + log.total(KpiMetric.MENTIONS_REPEATED_TOTAL)
        + log.total(KpiMetric.MENTIONS_UNMATCHED_TOTAL);
  }

  /**
   * At least one checkpoint is complete, and output of the next one is written and not committed.
   */
  private static void awaitOutputBetweenCheckpoints(TopicLog committed, TopicLog everything) {
    Eventually.holds(
        () -> {
          int done = committed.scored().size();
          assertThat(done).isPositive();
          assertThat(everything.scored().size()).isGreaterThan(done);
        });
  }

  /** The demo's, with a queue that overflows by severity alone, as nothing is put into it here. */
  private static CrisisPlan plan() throws IOException {
    String shipped = Files.readString(Path.of("plans", "demo.yaml"));
    assertThat(shipped).contains("capacity: 25, ");
    String yaml = shipped.replace("capacity: 25, ", "");
    return Objects.requireNonNull(CrisisPlanParser.read(yaml, "demo").plan());
  }
}
