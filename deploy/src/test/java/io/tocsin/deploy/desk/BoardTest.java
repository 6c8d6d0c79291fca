package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static io.tocsin.deploy.desk.Samples.ack;
import static io.tocsin.deploy.desk.Samples.changed;
import static io.tocsin.deploy.desk.Samples.incident;
import static io.tocsin.deploy.desk.Samples.page;
import static io.tocsin.deploy.desk.Samples.receipt;
import static io.tocsin.deploy.desk.Samples.redirect;
import static io.tocsin.incident.IncidentState.ACKNOWLEDGED;
import static io.tocsin.incident.IncidentState.OPEN;
import static io.tocsin.incident.IncidentState.RESOLVED;
import static io.tocsin.incident.Severity.CRITICAL;
import static io.tocsin.incident.Severity.NOTICE;
import static io.tocsin.incident.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAnswer;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.ValveState;
import io.tocsin.spike.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final long SEED = 20_260_301;

  private final Board board = new Board(SecondOpinions.none(), ExamplesReader.NONE);

  private void apply(Topic topic, Object... values) {
    for (Object value : values) {
      board.apply(topic, value, NOON);
    }
  }

  private Happenings happenings() {
    return board.snapshot().happenings();
  }

  private static List<String> ids(List<IncidentCard> cards) {
    return cards.stream().map(card -> card.incident().id()).toList();
  }

  @Test
  void showsTheWorstIncidentFirst() {
    apply(
        Topic.INCIDENTS,
        incident("calm", NOTICE, OPEN, NOON),
        incident("bad", CRITICAL, OPEN, NOON),
        incident("middling", WARNING, OPEN, NOON));
    assertThat(ids(happenings().incidents())).containsExactly("bad", "middling", "calm");
  }

  @Test
  void takesTheLatestRecordForTheIncident() {
    apply(
        Topic.INCIDENTS,
        incident("a", WARNING, OPEN, NOON),
        incident("a", CRITICAL, OPEN, NOON.plusSeconds(10)));
    assertThat(happenings().incidents())
        .singleElement()
        .satisfies(card -> assertThat(card.incident().severity()).isEqualTo(CRITICAL));
  }

  @Test
  void movesAnIncidentThatIsOverAndBringsItBackWhenItFlaresUp() {
    apply(
        Topic.INCIDENTS,
        incident("a", WARNING, OPEN, NOON),
        incident("a", WARNING, RESOLVED, NOON.plusSeconds(60)));
    assertThat(happenings().incidents()).isEmpty();
    assertThat(ids(happenings().resolved())).containsExactly("a");

    apply(Topic.INCIDENTS, incident("a", WARNING, OPEN, NOON.plusSeconds(90)));
    assertThat(ids(happenings().incidents())).containsExactly("a");
    assertThat(happenings().resolved()).isEmpty();
  }

  @Test
  void showsAnAcknowledgementOnItsWayUntilTheJobAnswers() {
    apply(Topic.INCIDENTS, incident("a", WARNING, OPEN, NOON));
    apply(Topic.ACKS, ack("a", "Ana", NOON.plusSeconds(5)));
    assertThat(happenings().incidents())
        .singleElement()
        .satisfies(card -> assertThat(card.ack()).isNotNull());

    apply(Topic.INCIDENTS, incident("a", WARNING, ACKNOWLEDGED, NOON.plusSeconds(9), "Ana"));
    assertThat(happenings().incidents())
        .singleElement()
        .satisfies(card -> assertThat(card.ack()).isNull());
  }

  @Test
  void forgetsAnAcknowledgementFromBeforeTheIncidentsLastChange() {
    apply(Topic.ACKS, ack("a", "Ana", NOON));
    apply(Topic.INCIDENTS, incident("a", WARNING, OPEN, NOON.plusSeconds(3600)));
    assertThat(happenings().incidents())
        .singleElement()
        .satisfies(card -> assertThat(card.ack()).isNull());
  }

  @Test
  void takesAnIncidentThatGrewAfterItsAcknowledgementForUnattended() {
    Ack ack = ack("a", "Ana", NOON.plusSeconds(20));
    apply(Topic.ACK_RECEIPTS, new AckReceipt(ack, AckAnswer.TAKEN, "done", NOON.plusSeconds(4)));
    apply(Topic.ACKS, ack);
    apply(Topic.INCIDENTS, incident("a", CRITICAL, OPEN, NOON.plusSeconds(10)));
    assertThat(happenings().incidents())
        .singleElement()
        .satisfies(card -> assertThat(card.takenBy()).isNull());

    apply(Topic.ACKS, ack("a", "Ben", NOON.plusSeconds(30)));
    assertThat(happenings().incidents())
        .singleElement()
        .satisfies(card -> assertThat(card.takenBy()).isEqualTo("Ben"));
  }

  @Test
  void joinsAPageWithItsReceiptWhicheverComesFirst() {
    apply(Topic.PAGE_RECEIPTS, receipt("early", PageOutcome.DELIVERED, 1, NOON));
    apply(Topic.PAGES, page("early", NOON), page("late", NOON.plusSeconds(1)));
    assertThat(happenings().pages())
        .extracting(PageLine::dedupKey)
        .containsExactly("late", "early");
    assertThat(happenings().pages().get(0).delivery()).isNull();

    apply(Topic.PAGE_RECEIPTS, receipt("late", PageOutcome.EXHAUSTED, 5, NOON));
    assertThat(happenings().pages().get(0).delivery())
        .satisfies(
            delivery -> {
              assertThat(delivery.outcome()).isEqualTo(PageOutcome.EXHAUSTED);
              assertThat(delivery.attempts()).isEqualTo(5);
            });
  }

  @Test
  void neverTellsTheAddressOfAWebhook() {
    apply(Topic.PAGES, page("p", NOON));
    String told = new String(WireJson.toBytes(happenings()), StandardCharsets.UTF_8);
    assertThat(told).contains("care-lead").doesNotContain("secret-token");
  }

  @Test
  void tellsOpenValvesFromClosedOnes() {
    apply(
        Topic.REDIRECTS,
        redirect("a", ValveState.OPEN, NOON),
        redirect("b", ValveState.OPEN, NOON.plusSeconds(1)),
        redirect("a", ValveState.CLOSED, NOON.plusSeconds(2)));
    assertThat(happenings().redirects()).extracting("id").containsExactly("b");
    assertThat(happenings().closedRedirects()).extracting("id").containsExactly("a");
  }

  @Test
  void staysBoundedAndKeepsTheLatestByTheirOwnTimeWhateverTheOrder() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(SEED));
    for (int i : order) {
      Instant at = NOON.plusSeconds(i);
      apply(Topic.PAGES, page("page-" + i, at));
      apply(Topic.PAGE_RECEIPTS, receipt("page-" + i, PageOutcome.DELIVERED, 1, at));
      apply(Topic.INCIDENTS, incident("incident-" + i, WARNING, RESOLVED, at));
      apply(Topic.REDIRECTS, redirect("valve-" + i, ValveState.CLOSED, at));
    }
    Happenings all = happenings();
    assertThat(all.pages()).as("seed %d", SEED).hasSize(PageBook.MOST_PAGES);
    assertThat(all.pages().get(199).dedupKey()).as("seed %d", SEED).isEqualTo("page-800");
    assertThat(all.pages()).as("seed %d", SEED).allMatch(page -> page.delivery() != null);
    assertThat(ids(all.resolved())).as("seed %d", SEED).hasSize(50).startsWith("incident-999");
    assertThat(all.closedRedirects()).as("seed %d", SEED).hasSize(RedirectBook.MOST_CLOSED);
    assertThat(board.snapshot().deliveries())
        .containsExactly(new DeliveryCount("acme", PageOutcome.DELIVERED, 1_000));
  }

  @Test
  void keepsTheCourseOfAnIncidentWithoutNewFiguresAndWithoutRepeats() {
    Incident opened = changed(incident("acme-1", WARNING, OPEN, NOON), IncidentChange.OPENED);
    Incident escalated =
        changed(incident("acme-1", CRITICAL, OPEN, NOON.plusSeconds(9)), IncidentChange.ESCALATED);
    apply(Topic.INCIDENTS, opened, opened, incident("acme-1", WARNING, OPEN, NOON.plusSeconds(3)));
    apply(Topic.PAGES, page("p", NOON.plusSeconds(4)), page("p", NOON.plusSeconds(4)));
    apply(Topic.PAGE_RECEIPTS, receipt("p", PageOutcome.DELIVERED, 1, NOON.plusSeconds(5)));
    apply(Topic.INCIDENTS, escalated);
    assertThat(board.snapshot().timelines().get("acme-1"))
        .extracting(Moment::what)
        .containsExactly("ESCALATED", "DELIVERED", "TRIGGER", "OPENED");
  }

  @Test
  void boundsTheCourseOfAnIncidentAndTheSpikesOfABrand() {
    for (int i = 0; i < 1_000; i++) {
      Instant at = NOON.plusSeconds(i);
      apply(Topic.PAGES, page("p" + i, at));
      apply(Topic.SPIKES, Samples.spike("acme", Signal.VOLUME, at, at));
    }
    BoardSnapshot all = board.snapshot();
    assertThat(all.timelines().get("acme-1")).hasSize(TimelineBook.MOST_MOMENTS);
    assertThat(all.spikes().get("acme"))
        .hasSize(SpikeBook.MOST_A_BRAND)
        .first()
        .extracting(SpikeLine::since)
        .isEqualTo(NOON.plusSeconds(999));
  }

  @Test
  void forgetsTheBrandsThatSpikedLongestAgo() {
    for (int i = 0; i <= SpikeBook.MOST_BRANDS; i++) {
      apply(Topic.SPIKES, Samples.spike("brand-" + i, Signal.VOLUME, NOON, NOON));
    }
    assertThat(board.snapshot().spikes())
        .hasSize(SpikeBook.MOST_BRANDS)
        .doesNotContainKey("brand-0")
        .containsKey("brand-" + SpikeBook.MOST_BRANDS);
  }

  @Test
  void noticesChangesOfWhatPeopleMustKnowButNotOfFigures() {
    apply(Topic.KPIS, Samples.mentions("acme", "neutral", 1, NOON));
    assertThat(board.snapshot().changes()).isZero();
    apply(Topic.PAGES, page("p", NOON));
    assertThat(board.snapshot().changes()).isEqualTo(1);
  }

  @Test
  void showsAFeedThatStandsStillUntilItRunsAgain() {
    apply(Topic.FEED, feed(FeedPhase.STANDING_STILL));
    assertThat(board.snapshot().happenings().standstills())
        .extracting(FeedReport::channel)
        .containsExactly("facebook");

    apply(Topic.FEED, feed(FeedPhase.RUNNING_AGAIN));
    assertThat(board.snapshot().happenings().standstills()).isEmpty();
  }

  private static FeedReport feed(FeedPhase phase) {
    return new FeedReport(
        "feed/facebook/1", "facebook", phase, NOON, NOON, 30, 9, "the feed of facebook ...");
  }

  @Test
  void keepsWhatItOnceTold() {
    apply(Topic.PAGES, page("p", NOON));
    BoardSnapshot before = board.snapshot();
    apply(Topic.PAGES, page("q", NOON));
    assertThat(before.happenings().pages()).hasSize(1);
  }

  @Test
  void forgetsASeriesWithItsTombstone() {
    var kpi = Samples.kpi(KpiMetric.SPIKES_TOTAL, 3, NOON, "acme", "volume");
    apply(Topic.KPIS, kpi);
    board.forget(Topic.KPIS, kpi.series());
    assertThat(board.snapshot().kpis().get(KpiMetric.SPIKES_TOTAL)).isEmpty();
  }

  @Test
  void refusesATopicThatItDoesNotRead() {
    assertThatThrownBy(() -> board.apply(Topic.MENTIONS, "x", NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MENTIONS");
  }

  @Test
  void changesACardWhenItsExamplesHaveBeenRead() {
    IncidentInsight nothing =
        new IncidentInsight(1, List.of(), List.of(), List.of(), List.of(), List.of());
    Board explained =
        new Board(
            SecondOpinions.none(),
            (brand, posts, whenRead) -> {
              whenRead.accept(nothing);
              return true;
            });
    explained.apply(
        Topic.INCIDENTS,
        Samples.withExamples(incident("a", WARNING, OPEN, NOON), Samples.example("ana", "help")),
        NOON);
    explained.explainIncidents();
    long before = explained.snapshot().changes();
    explained.takeInsights();
    BoardSnapshot after = explained.snapshot();
    assertThat(after.changes()).isEqualTo(before + 1);
    assertThat(after.happenings().incidents().get(0).insight()).isEqualTo(nothing);
  }
}
