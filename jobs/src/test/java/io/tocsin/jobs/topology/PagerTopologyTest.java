package io.tocsin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.incident.Severity;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.PagerSettings;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import io.tocsin.response.delivery.DeliveryPolicy;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.delivery.PagerHost;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagerTopologyTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder().setNumberSlotsPerTaskManager(1).build());

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final int ATTEMPTS = 3;
  private static final int SHARE = 2;
  private static final long PATIENT_MILLIS = 30_000;
  private static final long IMPATIENT_MILLIS = 200;

  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void endsEveryPageInOneReceiptHoweverTheReceiverAnswers() throws Exception {
    List<PageReceipt> receipts =
        run(
            PATIENT_MILLIS,
            List.of(
                page("take", receiver.url("take")),
                page("restarting", receiver.url("restarting")),
                page("busy", receiver.url("busy")),
                page("picky", receiver.url("picky")),
                page("refusing", urlWhereNobodyListens())));

    assertThat(receipts)
        .extracting(PageReceipt::target, PageReceipt::outcome, PageReceipt::attempts)
        .containsExactlyInAnyOrder(
            tuple("take", PageOutcome.DELIVERED, 1),
            tuple("restarting", PageOutcome.DELIVERED, 2),
            tuple("busy", PageOutcome.DELIVERED, 2),
            tuple("picky", PageOutcome.REFUSED, 1),
            tuple("refusing", PageOutcome.EXHAUSTED, ATTEMPTS));
    assertThat(receipts).allMatch(receipt -> receipt.pagedAt().equals(NOON));
  }

  @Test
  void givesUpOnAReceiverThatHangs() throws Exception {
    List<PageReceipt> receipts =
        run(IMPATIENT_MILLIS, List.of(page("hanging", receiver.url("hanging"))));

    assertThat(receipts)
        .extracting(PageReceipt::outcome, PageReceipt::attempts)
        .containsExactly(tuple(PageOutcome.EXHAUSTED, ATTEMPTS));
    assertThat(receiver.calls("hanging")).isEqualTo(ATTEMPTS);
  }

  @Test
  void deliversToALivingTargetBesideADeadOneThatIsFlooded() throws Exception {
    List<Page> pages = new ArrayList<>();
    for (int incident = 0; incident < 12; incident++) {
      pages.add(page("incident-" + incident, "hanging", receiver.url("hanging")));
    }
    pages.add(page("incident-0", "alive", receiver.url("take")));

    List<PageReceipt> receipts = run(1_000, pages);

    assertThat(receipts).as("three, and nine that are told in one more").hasSize(14);
    assertThat(receipts)
        .filteredOn(receipt -> receipt.outcome() == PageOutcome.GATHERED)
        .hasSize(9);
    int alive = receipts.stream().map(PageReceipt::target).toList().indexOf("alive");
    List<PageReceipt> earlier = receipts.subList(0, alive);
    assertThat(earlier)
        .as("dead pages that ended before the living one: only those with a single attempt")
        .allMatch(receipt -> receipt.attempts() <= 1);
    assertThat(receipts.get(alive).outcome()).isEqualTo(PageOutcome.DELIVERED);
    assertThat(receipts)
        .filteredOn(receipt -> receipt.attempts() == ATTEMPTS)
        .hasSizeBetween(SHARE, SHARE + 1);
  }

  @Test
  void pagesNobodyTwiceForTheSame() throws Exception {
    Page page = page("take", receiver.url("take"));

    assertThat(run(PATIENT_MILLIS, List.of(page, page, page))).hasSize(1);
    assertThat(receiver.takenBodies()).hasSize(1);
  }

  private static List<PageReceipt> run(long timeoutMillis, List<Page> pages) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    env.setParallelism(1);
    DataStream<Page> source =
        env.fromData(pages, TypeInformation.of(Page.class)).uid(OperatorId.PAGES_SOURCE.uid());
    List<PageReceipt> receipts = new ArrayList<>();
    try (CloseableIterator<PageReceipt> results =
        PagerTopology.define(source, settings(timeoutMillis)).executeAndCollect()) {
      results.forEachRemaining(receipts::add);
    }
    return receipts;
  }

  private static PagerSettings settings(long timeoutMillis) {
    return new PagerSettings(
        new DeliveryPolicy(ATTEMPTS, 20, 100, 1_000, timeoutMillis, SHARE),
        new PagerHost(new DeskAccess(null, DeskAccess.KEY_SECRET, 60_000), null, null),
        8);
  }

  private static String urlWhereNobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }
  }

  private static Page page(String target, String url) {
    return page("acme-1", target, url);
  }

  private static Page page(String incidentId, String target, String url) {
    return new Page(
        incidentId + "/critical/" + target,
        PageAction.TRIGGER,
        PageTarget.of(target, Transport.WEBHOOK, url),
        incidentId,
        "acme",
        Severity.CRITICAL,
        NOON,
        NOON.minusSeconds(40),
        "acme burns",
        "No signal.",
        List.of(),
        "plan-3",
        "critical pages everyone");
  }
}
