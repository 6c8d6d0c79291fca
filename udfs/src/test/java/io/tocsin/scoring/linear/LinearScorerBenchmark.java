package io.tocsin.scoring.linear;

import io.tocsin.scoring.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one mention costs, on one thread: {@code mvn -pl udfs -Pjmh test-compile exec:exec}. The
 * posts are this class's own, of 105 characters on average; {@code -Dtocsin.bench.texts=FILE} takes
 * those of a file, a text a line.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class LinearScorerBenchmark {
  private static final List<String> POSTS =
      List.of(
          "@NimbusMobile no signal since this morning in the whole of Leeds, is anybody even"
              + " working on it? third time this month!!",
          "Just got my new phone from the shop in town and the staff were sooo helpful, thank you"
              + " \ud83d\ude0d #happy",
          "Anyone know whether the store on King Street is open tomorrow? Need to return a parcel"
              + " before noon https://t.co/a1b2c3d4e5",
          "Waited 45 minutes on hold, got cut off, called again and they told me to use the app."
              + " The app doesn't work. Great job :(",
          "RT @newsdesk: Shares of the airline fell 3% on Tuesday after it announced delays to its"
              + " new long-haul routes",
          "lol my brother tried to cook dinner and set off every alarm in the building, never"
              + " letting him near the oven again \ud83d\ude02\ud83d\ude02",
          "The trailer looks amazing but I'm not sure they can fit the whole book into two hours,"
              + " we'll see on Friday I guess",
          "Can't believe how rude the driver was this morning. I won't be using this company again"
              + " and neither will my friends.",
          "Good morning! Coffee, sunshine and a free afternoon. What more could you want on a"
              + " Saturday? #weekend #coffee",
          "Flight BA291 delayed again, now leaving at 18:40 from gate B42. Updates at"
              + " https://t.co/f6g7h8i9j0 @airport_info");

  /** Whether the network states the language. */
  @Param({"true", "false"})
  public boolean stated;

  private final Judgement judgement = new Judgement();
  private LinearScorer scorer;
  private List<String> texts;
  private @Nullable String lang;
  private int next;

  /** Opens the shipped model. */
  @Setup
  public void open() throws IOException {
    scorer = new LinearScorer(ShippedModel.read());
    String file = System.getProperty("tocsin.bench.texts");
    texts = file == null ? POSTS : Files.readAllLines(Path.of(file));
    lang = stated ? "en" : null;
  }

  /** Scores the next post. */
  @Benchmark
  public Judgement judge() {
    next = next + 1 < texts.size() ? next + 1 : 0;
    scorer.judge(texts.get(next), lang, judgement);
    return judgement;
  }
}
