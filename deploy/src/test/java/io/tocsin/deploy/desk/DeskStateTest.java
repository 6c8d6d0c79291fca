package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.deploy.desk.Trends.BrandTrend;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.spike.Signal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskStateTest {
  private static final Feed LIVE = new Feed(Feed.State.LIVE, "reading", NOON);

  private final Board board = new Board(SecondOpinions.none(), ExamplesReader.NONE);

  private DeskState state(DeskView view) {
    return DeskState.of(view, board.snapshot(), board.curves(), LIVE, NOON);
  }

  private DeskState state() {
    return state(DeskView.OVERVIEW);
  }

  private static HappeningsNews happenings(DeskState.News news) {
    return Objects.requireNonNull(news.happenings());
  }

  private void count(String brand, int second) {
    var kpi = Samples.mentions(brand, "neutral", second, NOON.plusSeconds(second));
    board.apply(Topic.KPIS, kpi, NOON);
  }

  private void countUpTo(int last) {
    for (int second = 0; second <= last; second++) {
      count("acme", second);
    }
  }

  private void countNegative(int second, double total) {
    var kpi = Samples.mentions("acme", "negative", total, NOON.plusSeconds(second));
    board.apply(Topic.KPIS, kpi, NOON);
  }

  private void burn(String brand, String id, Severity severity) {
    var incident = Samples.incident(id, severity, IncidentState.OPEN, NOON);
    board.apply(Topic.INCIDENTS, Samples.of(brand, incident), NOON);
  }

  @Test
  void tellsANewPageEverythingAndLaterOnlyWhatIsNew() {
    board.apply(Topic.PAGES, Samples.page("p", NOON), NOON);
    countUpTo(100);
    DeskState before = state();
    DeskState.News whole = before.since(null);
    assertThat(whole.whole()).isTrue();
    assertThat(happenings(whole).pages()).hasSize(1);
    assertThat(whole.trends().epochSeconds()).hasSize(50);
    assertThat(whole.rows()).containsExactly(new BrandRow("acme", null, false));

    count("acme", 102);
    DeskState.News news = state().since(before);
    assertThat(news.whole()).isFalse();
    assertThat(news.happenings()).isNull();
    assertThat(news.rows()).isNull();
    assertThat(news.trends().epochSeconds()).containsExactly(NOON.getEpochSecond() + 102);
  }

  @Test
  void tellsOnlyThatPartOfTheHappeningsThatChanged() {
    burn("acme", "a", Severity.WARNING);
    burn("globex", "g", Severity.WARNING);
    DeskState before = state();
    burn("globex", "g", Severity.CRITICAL);
    HappeningsNews news = happenings(state().since(before));
    assertThat(news.order()).containsExactly("g", "a");
    assertThat(news.incidents()).extracting(card -> card.incident().id()).containsExactly("g");
    assertThat(news.pages()).isNull();

    board.apply(Topic.PAGES, Samples.page("q", NOON), NOON);
    HappeningsNews more = happenings(state().since(before));
    assertThat(more.pages()).hasSize(1);
  }

  @Test
  void tellsAgainThePointsThatALateSeriesChanged() {
    count("acme", 0);
    countNegative(0, 0);
    countUpTo(100);
    DeskState before = state();
    countNegative(61, 40);
    DeskState.News news = state().since(before);
    assertThat(news.trends().epochSeconds())
        .startsWith(NOON.getEpochSecond() + 62)
        .endsWith(NOON.getEpochSecond() + 100);
    assertThat(news.trends().brands().get(0).mentionsPerSecond().get(0)).isEqualTo(3);
  }

  @Test
  void tellsTheWholeCurveOfABrandThatJoinsAndOfTheOthersOnlyWhatIsNew() {
    countUpTo(100);
    DeskState before = state();
    for (int second = 90; second <= 102; second++) {
      count("globex", second);
    }
    count("acme", 102);
    Trends news = state().since(before).trends();
    assertThat(news.epochSeconds()).hasSize(51);
    assertThat(news.brands())
        .extracting(BrandTrend::brand, trend -> trend.mentionsPerSecond().size())
        .containsExactly(tuple("acme", 1), tuple("globex", 51));
  }

  @Test
  void tellsNothingTwice() {
    countUpTo(1_000);
    DeskState before = state();
    DeskState.News news = state().since(before);
    assertThat(news.trends()).isEqualTo(Trends.NONE);
    assertThat(news.happenings()).isNull();
  }

  @Test
  void showsOnAPageNoMoreThanItDrawsHoweverMuchThereIs() {
    for (int brand = 0; brand < 10_000; brand++) {
      count("brand-" + brand, 600);
    }
    for (int i = 0; i < 1_000; i++) {
      burn("brand-" + i, "incident-" + i, Severity.WARNING);
      board.apply(Topic.PAGES, Samples.page("p" + i, NOON.plusSeconds(i)), NOON);
    }
    DeskState state = state();
    assertThat(state.totals().brands()).isEqualTo(10_000);
    assertThat(state.totals().open()).isEqualTo(1_000);
    assertThat(state.totals().unattended()).isEqualTo(1_000);
    assertThat(state.rows()).hasSize(DeskState.MOST_BRANDS);
    assertThat(state.happenings().incidents()).hasSize(Happenings.MOST_INCIDENTS);
    assertThat(WireJson.toBytes(state.since(null)).length).isLessThan(200_000);
  }

  @Test
  void showsOnABrandsPageThatBrandAlone() {
    count("acme", 1);
    count("globex", 1);
    burn("acme", "a", Severity.WARNING);
    burn("globex", "g", Severity.WARNING);
    board.apply(Topic.SPIKES, Samples.spike("acme", Signal.VOLUME, NOON, NOON), NOON);
    DeskState acme = state(DeskView.of("acme", null));
    assertThat(acme.rows()).extracting(BrandRow::brand).containsExactly("acme");
    assertThat(acme.happenings().incidents()).hasSize(1);
    @Nullable BrandDetail detail = acme.detail();
    assertThat(detail).isNotNull();
    assertThat(detail.spikes()).hasSize(1);
    assertThat(state().detail()).isNull();
    assertThat(state(DeskView.of("globex", null)).detail())
        .isNotNull()
        .satisfies(globex -> assertThat(globex.spikes()).isEmpty());
  }

  @Test
  void showsOnABrandsPageWhatTheDetectorHeldItAgainst() {
    for (int look = 0; look < 1_000; look++) {
      Instant at = NOON.plusSeconds(10L * look);
      look(KpiMetric.SIGNAL_UPPER_BOUND, 20, at);
      look(KpiMetric.SIGNAL_OBSERVED, look, at);
      if (look < 970) {
        look(KpiMetric.SIGNAL_EXPECTED, 12, at);
      }
    }
    BrandDetail acme = Objects.requireNonNull(state(DeskView.of("acme", null)).detail());
    assertThat(acme.negativity()).isEmpty();
    assertThat(acme.volume())
        .hasSize(BandBook.MOST_LOOKS)
        .endsWith(new BandPoint(NOON.plusSeconds(9_990), 999.0, 12.0, 20.0));
  }

  private void look(KpiMetric metric, double value, Instant at) {
    board.apply(Topic.KPIS, Samples.kpi(metric, value, at, "acme", "volume"), NOON);
  }

  @Test
  void findsBrandsByAPartOfTheirKey() {
    count("acme", 1);
    count("globex", 1);
    DeskState found = state(DeskView.of(null, " LOB "));
    assertThat(found.rows()).extracting(BrandRow::brand).containsExactly("globex");
    assertThat(found.totals().matching()).isEqualTo(1);
    assertThat(found.totals().brands()).isEqualTo(2);
  }

  @Test
  void tellsHowOldTheNewestRecordOfAnyTopicIs() {
    board.apply(Topic.PAGES, Samples.page("p", NOON), NOON.minusSeconds(90));
    board.apply(Topic.KPIS, Samples.mentions("acme", "neutral", 1, NOON), NOON.minusMillis(2_500));
    assertThat(state().ageSeconds()).isEqualTo(2.5);
  }

  @Test
  void claimsNoAgeBeforeAnythingCame() {
    assertThat(state().ageSeconds()).isNull();
  }
}
