package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.DeskState.Told;
import io.tocsin.jobs.wire.Topic;
import org.junit.jupiter.api.Test;

class DeskStateTest {
  private static final Feed LIVE = new Feed(Feed.State.LIVE, "reading", NOON);

  private final Board board = new Board(SecondOpinions.none(), ExamplesReader.NONE);

  @Test
  void tellsANewPageEverythingAndLaterOnlyWhatIsNew() {
    board.apply(Topic.PAGES, Samples.page("p", NOON), NOON);
    for (int second = 0; second <= 100; second++) {
      count(second);
    }
    BoardSnapshot before = board.snapshot();
    DeskState whole = DeskState.whole(before, LIVE, NOON);
    assertThat(whole.happenings()).isEqualTo(before.happenings());
    assertThat(whole.trends().epochSeconds()).hasSize(50);

    count(102);
    DeskState news = DeskState.since(Told.of(before), board.snapshot(), LIVE, NOON);
    assertThat(news.happenings()).isNull();
    assertThat(news.trends().epochSeconds()).containsExactly(NOON.getEpochSecond() + 102);

    board.apply(Topic.PAGES, Samples.page("q", NOON), NOON);
    DeskState more = DeskState.since(Told.of(before), board.snapshot(), LIVE, NOON);
    assertThat(more.happenings()).isNotNull();
  }

  @Test
  void tellsAgainThePointsThatALateSeriesChanged() {
    count(0);
    countNegative(0, 0);
    for (int second = 1; second <= 100; second++) {
      count(second);
    }
    BoardSnapshot before = board.snapshot();
    countNegative(61, 40);
    DeskState news = DeskState.since(Told.of(before), board.snapshot(), LIVE, NOON);
    assertThat(news.trends().epochSeconds())
        .startsWith(NOON.getEpochSecond() + 62)
        .endsWith(NOON.getEpochSecond() + 100);
    assertThat(news.trends().brands().get(0).mentionsPerSecond().get(0)).isEqualTo(3);
  }

  @Test
  void tellsNothingTwice() {
    for (int second = 0; second <= 1_000; second++) {
      count(second);
    }
    BoardSnapshot before = board.snapshot();
    DeskState news = DeskState.since(Told.of(before), board.snapshot(), LIVE, NOON);
    assertThat(news.trends().epochSeconds()).isEmpty();
  }

  @Test
  void tellsHowOldTheNewestRecordOfAnyTopicIs() {
    board.apply(Topic.PAGES, Samples.page("p", NOON), NOON.minusSeconds(90));
    board.apply(Topic.KPIS, Samples.mentions("acme", "neutral", 1, NOON), NOON.minusMillis(2_500));
    assertThat(DeskState.whole(board.snapshot(), LIVE, NOON).ageSeconds()).isEqualTo(2.5);
  }

  @Test
  void claimsNoAgeBeforeAnythingCame() {
    assertThat(DeskState.whole(BoardSnapshot.EMPTY, LIVE, NOON).ageSeconds()).isNull();
  }

  private void count(int second) {
    var kpi = Samples.mentions("acme", "neutral", second, NOON.plusSeconds(second));
    board.apply(Topic.KPIS, kpi, NOON);
  }

  private void countNegative(int second, double total) {
    var kpi = Samples.mentions("acme", "negative", total, NOON.plusSeconds(second));
    board.apply(Topic.KPIS, kpi, NOON);
  }
}
