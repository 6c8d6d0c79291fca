package io.tocsin.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.firehose.FirehoseProducer;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Transport;
import io.tocsin.response.plan.CrisisPlanParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** All workers die in the middle of a crisis, on a real broker, with a page on its way. */
class PagesThroughCrashesIT {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(2)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;

  @Test
  void pagesEverybodyOnceWhenDetectionAndPagerDie(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        DeadlyReceiver receiver = new DeadlyReceiver()) {
      broker.createTopics(LocalStack.topics());
      OutageRun run = new OutageRun(folder, broker);
      try (FirehoseProducer firehose = run.firehose();
          TopicLog committed = TopicLog.committed(broker.bootstrapServers())) {
        JobClient crisis = run.jobs().crisis(planThatCalls(receiver.url()));
        JobClient pager = run.jobs().pager();
        firehose.backfill(OutageRun.OUTAGE.plus(Duration.ofMinutes(1)).toEpochMilli());
        Eventually.holds(() -> assertThat(receiver.calls()).isNotEmpty());
        cluster.terminateTaskManager(0).get();
        cluster.terminateTaskManager(1).get();
        receiver.release();
        cluster.startTaskManager();
        cluster.startTaskManager();
        firehose.backfill(OutageRun.END.toEpochMilli());

        awaitNearlyAllRead(committed, firehose.sent().total());
        run.drain(crisis);
        awaitReceipts(committed);
        pager.cancel().get();
        verify(committed, receiver.calls());
      }
    }
  }

  /** The jobs are back, and so far on that draining them loses no crisis. */
  private static void awaitNearlyAllRead(TopicLog committed, long sent) {
    Eventually.holds(
        () ->
            assertThat(committed.total(KpiMetric.MENTIONS_READ_TOTAL))
                .isGreaterThan(sent * 9 / 10));
  }

  private static void awaitReceipts(TopicLog committed) {
    Eventually.holds(
        () ->
            assertThat(committed.of(Page.class))
                .anyMatch(page -> page.action() == PageAction.RESOLVE));
    Eventually.holds(
        () -> assertThat(committed.of(PageReceipt.class)).hasSameSizeAs(committed.of(Page.class)));
  }

  private static void verify(TopicLog committed, List<String> calls) {
    List<Page> pages = committed.of(Page.class);
    List<String> keys = pages.stream().map(PagesThroughCrashesIT::key).toList();
    assertThat(keys)
        .doesNotHaveDuplicates()
        .anyMatch(key -> key.startsWith("trigger "))
        .anyMatch(key -> key.startsWith("resolve "));
    assertThat(committed.of(PageReceipt.class))
        .allMatch(receipt -> receipt.outcome() == PageOutcome.DELIVERED)
        .extracting(receipt -> key(receipt.action(), receipt.dedupKey()))
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(new HashSet<>(calls))
        .isEqualTo(
            pages.stream()
                .filter(page -> page.target().addresses().get(0).transport() == Transport.WEBHOOK)
                .map(PagesThroughCrashesIT::key)
                .collect(Collectors.toSet()));
    assertThat(Collections.frequency(calls, calls.get(0)))
        .as("the page whose caller died is sent again, under its own key")
        .isGreaterThan(1);
  }

  private static String key(Page page) {
    return key(page.action(), page.dedupKey());
  }

  private static String key(PageAction action, String dedupKey) {
    return action.name().toLowerCase(Locale.ROOT) + " " + dedupKey;
  }

  private static CrisisPlan planThatCalls(String url) throws IOException {
    String yaml =
        Files.readString(Path.of("plans", "demo.yaml"))
            .replaceAll("http://127\\.0\\.0\\.1:\\d+/pages", url);
    return Objects.requireNonNull(CrisisPlanParser.read(yaml, "demo.yaml").plan());
  }
}
