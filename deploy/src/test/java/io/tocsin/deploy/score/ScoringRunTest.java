package io.tocsin.deploy.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tocsin.deploy.host.UserException;
import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every wait in here ends by an event; the limit is for a test that fails. */
@Timeout(60)
class ScoringRunTest {
  private static final int CHUNK = 8;

  @Test
  void keepsTheOrderWhenAnEarlierChunkIsReadyLater() throws Exception {
    CountDownLatch lastIsScored = new CountDownLatch(1);
    String out =
        run(
            "first\nsecond\nlast\n",
            3,
            text -> {
              if (text.equals("last")) {
                lastIsScored.countDown();
              } else if (text.equals("first")) {
                await(lastIsScored);
              }
              return text;
            });
    assertThat(models(out)).containsExactly("first", "second", "last");
  }

  @Test
  void keepsTheOrderOfManyLinesUnderManyThreads() throws Exception {
    List<String> texts = IntStream.range(0, 20_000).mapToObj(i -> "text" + i).toList();
    String out = run(String.join("\n", texts), 16, text -> text);
    assertThat(models(out)).isEqualTo(texts);
  }

  @Test
  void leavesAtOnceWhenNobodyReadsThoughTheInputNeverEnds() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ScoringRun run = new ScoringRun(new LineChunks(new NeverEnding(), CHUNK), scorers(2, t -> t));
    assertThatIOException()
        .isThrownBy(() -> run.run(closed, chunk -> {}))
        .withMessage("Broken pipe");
  }

  @Test
  void tellsThatTheInputCannotBeRead() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };
    ScoringRun run = new ScoringRun(new LineChunks(broken, CHUNK), scorers(1, t -> t));
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> run.run(new ByteArrayOutputStream(), chunk -> {}))
        .withMessage("cannot read standard input: Input/output error");
  }

  @Test
  void doesNotSwallowAFaultOfTheScorer() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                run(
                    "good\nbad\n",
                    2,
                    text -> {
                      throw new IllegalStateException("bug on " + text);
                    }))
        .withMessageStartingWith("bug on ");
  }

  private static String run(String input, int threads, Function<String, String> model)
      throws IOException, InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    new ScoringRun(new LineChunks(in, CHUNK), scorers(threads, model)).run(out, chunk -> {});
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<ChunkScorer> scorers(int threads, Function<String, String> model) {
    return Stream.generate(() -> new ChunkScorer(scorer(model), null)).limit(threads).toList();
  }

  /** Tells the text as its model, so that the output shows which line is which. */
  private static SentimentScorer scorer(Function<String, String> model) {
    return new SentimentScorer() {
      @Override
      public void judge(String text, @Nullable String lang, Judgement judgement) {
        judgement.scored(0, 1, 0, SentimentLabel.NEUTRAL, "en", model.apply(text));
      }

      @Override
      public String model() {
        return "echo";
      }
    };
  }

  private static List<String> models(String out) {
    return out.lines().map(line -> line.replaceAll(".*\"model\":\"([^\"]*)\".*", "$1")).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One line, and then nothing for ever. */
  private static final class NeverEnding extends InputStream {
    private final CountDownLatch never = new CountDownLatch(1);
    private boolean isFirst = true;

    @Override
    public int read() {
      throw new UnsupportedOperationException("read lines");
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (isFirst) {
        isFirst = false;
        bytes[from] = '\n';
        return 1;
      }
      try {
        never.await();
        return -1;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
