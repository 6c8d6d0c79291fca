package io.tocsin.deploy.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.cli.ErrorLine;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.scoring.intent.IntentScorer;
import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.ModelReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Learns from posts that are made here: who complains says 'broken', and nobody else does. */
class TrainIntentCommandTest {
  private static final List<String> DOMAINS = List.of("cars", "food", "random_tweet");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void learnsWhatComplainsAndSaysHowGoodItIs() throws IOException {
    Path judged = Files.writeString(folder.resolve("judged.tsv"), "1\tit is broken\n0\tso sunny\n");
    Path model = folder.resolve("own.model");

    assertThat(
            train(
                "--complaints", posts().toString(),
                "--judged", judged.toString(),
                "--out", model.toString()))
        .as(err.toString())
        .isZero();

    assertThat(out.toString())
        .contains(
            "complaints, five-fold: F1 100.0",
            "complaints, cars unknown: F1 100.0",
            "complaints, food unknown: F1 100.0",
            "needs a response: F1 100.0")
        .doesNotContain("random_tweet unknown");
    IntentScorer scorer = new IntentScorer(ModelReader.read(model));
    Intent intent = judge(scorer, "mine is broken now");
    assertThat(intent.kinds()).containsExactly(IntentKind.COMPLAINT);
    assertThat(intent.needsResponse()).isGreaterThan(0.5f);
    assertThat(judge(scorer, "the sun and the sea").kinds()).containsExactly(IntentKind.OTHER);
  }

  @Test
  void writesTheSameBytesFromTheSamePosts() throws IOException {
    Path posts = posts();
    Path first = folder.resolve("first.model");
    Path second = folder.resolve("second.model");
    assertThat(train("--complaints", posts.toString(), "--out", first.toString())).isZero();
    assertThat(train("--complaints", posts.toString(), "--out", second.toString())).isZero();
    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(train("--complaints", "none.csv", "--out", "x")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("cannot read none.csv: no such file or folder");
  }

  private Path posts() throws IOException {
    Random random = new Random(1);
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      String domain = DOMAINS.get(i % DOMAINS.size());
      boolean complains = !domain.startsWith("random") && random.nextBoolean();
      csv.append(i).append(",w").append(random.nextInt(50));
      csv.append(complains ? " is broken" : " in the sun").append(" w").append(random.nextInt(50));
      csv.append(complains ? ",1," : ",0,").append(domain).append('\n');
    }
    return Files.writeString(folder.resolve("posts.csv"), csv);
  }

  private static Intent judge(IntentScorer scorer, String text) {
    return scorer.judge(new FeatureScanner().read(text), Sentiment.unscored("en", "none"), 0);
  }

  private int train(String... options) {
    ErrorLine errors = new ErrorLine();
    return new CommandLine(new TrainIntentCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .execute(options);
  }
}
