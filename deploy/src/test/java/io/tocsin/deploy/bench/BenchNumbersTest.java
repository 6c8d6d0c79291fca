package io.tocsin.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.mention.Author;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchNumbersTest {
  private static final long MILLI = 1_000_000;

  @TempDir Path folder;

  @Test
  void takesTheMiddleOfTheRuns() {
    assertThat(Spread.of(9, 1, 5)).isEqualTo(new Spread(5, 1, 9));
    assertThat(Spread.of(4, 1, 2, 9)).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  void takesTheStartOfTheJobOffTheCost() {
    StageResult result = resultOf(Stage.PARSE, 100, 300, 500);
    assertThat(result.cpuMicros().least()).isCloseTo(200, within(1e-9));
    assertThat(result.cpuMicros().median()).isCloseTo(300, within(1e-9));
    assertThat(result.cpuMicros().most()).isCloseTo(400, within(1e-9));
  }

  @Test
  void countsMentionsASecondFromTheFirstToTheLast() {
    assertThat(new Measurement(3_000, 0, 1_500).recordsPerSecond()).isEqualTo(2_000);
    assertThat(new Measurement(0, 0, 0).recordsPerSecond()).isZero();
  }

  @Test
  void showsEachStageAsARatioToTheBareSource() {
    List<StageResult> results = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      results.add(resultOf(stage, 0, 2L * (results.size() + 1)));
    }
    List<String> lines = StageTable.lines(results);
    assertThat(lines.get(1)).startsWith("bare source").containsSubsequence("2.00", "1.0", "14%");
    assertThat(lines.get(7))
        .startsWith("+ write scored")
        .containsSubsequence("14.00", "7.0", "14%");
    assertThat(lines).last().asString().endsWith("on 2 cores is 14 µs a mention.");
  }

  @ParameterizedTest
  @EnumSource
  void addsTermsThatNoPostHasUntilThereAreAsManyAsAskedFor(TermCase kind) {
    BrandTerms few =
        new BrandTerms("acme", List.of("acme"), List.of(), List.of(), List.of("acme"), List.of());
    List<Mention> posts =
        IntStream.range(0, 100)
            .mapToObj(i -> post("@word" + i + " of acme #word" + (i + 1) + " $word" + (i + 2)))
            .toList();
    List<BrandTerms> many = new ManyTerms(posts).upTo(5_000, kind, List.of(few));
    assertThat(ManyTerms.count(many)).isEqualTo(5_000);
    assertThat(many).contains(few).isEqualTo(new ManyTerms(posts).upTo(5_000, kind, List.of(few)));
    BrandMatcher matcher = new BrandMatcher(many);
    assertThat(posts).allSatisfy(post -> assertThat(matcher.match(post)).containsExactly("acme"));
  }

  private static Mention post(String text) {
    return new Mention(
        "1",
        "x",
        text,
        "en",
        0,
        new Author("7", null, null, null, null),
        MentionKind.POST,
        null,
        null,
        List.of(),
        null,
        null,
        Visibility.PUBLIC,
        Engagement.NONE);
  }

  @Test
  void showsWhatManyTermsCostAgainstFew() {
    Spread few = new Spread(0.5, 0.4, 0.6);
    Spread ratio = new Spread(1, 0.97, 1.04);
    List<String> lines =
        MatchTable.lines(List.of(new MatchResult(TermCase.BEGINNINGS, 0.847, few, few, ratio)));
    assertThat(lines).first().asString().containsSubsequence("found", "50", "5,000", "times");
    assertThat(lines)
        .last()
        .asString()
        .containsSubsequence(
            "begin as posts do", "0.847", "0.500", "0.500", "1.000 (0.97 to 1.04)");
  }

  @Test
  void readsTheCpusNameWhereLinuxTellsIt() throws IOException {
    Path file = folder.resolve("cpuinfo");
    assertThat(Machine.cpuModel(file)).isEqualTo("CPU of unknown model");
    Files.writeString(
        file, "processor\t: 0\nmodel name\t: Abacus 3000: fast\nmodel name\t: other\n");
    assertThat(Machine.cpuModel(file)).isEqualTo("Abacus 3000: fast");
  }

  /** Runs of 1,000 records: a millisecond of CPU is a microsecond a record. */
  private static StageResult resultOf(Stage stage, long startMillis, long... fullMillis) {
    return new StageResult(
        stage,
        List.of(new Measurement(0, startMillis * MILLI, 0)),
        Arrays.stream(fullMillis)
            .mapToObj(millis -> new Measurement(1_000, millis * MILLI, 10))
            .toList());
  }
}
