package io.tocsin.scoring.sql;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.SentimentScorer;
import java.util.Objects;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.util.TemporaryClassLoaderContext;
import org.jspecify.annotations.Nullable;

/**
 * A function of SQL that looks at a text through a scorer. Job parameters choose the scorer:
 * {@value #SCORER} its name, {@value #MODEL_FILE} a file with its model, readable on every worker.
 */
public abstract class ScoringFunction extends ScalarFunction {
  /** Job parameter: the scorer's name, {@link NamedScorer#DEFAULT_NAME} unless given. */
  public static final String SCORER = "tocsin.sentiment";

  /** Job parameter: path of the scorer's model; its own unless given. */
  public static final String MODEL_FILE = "tocsin.sentiment-model";

  private static final long serialVersionUID = 1L;
  private static final String NONE = "";

  private transient @Nullable SentimentScorer scorer;

  @SuppressWarnings("NullAway.Init") // made when it is opened
  private transient Judgement judgement;

  /** The planner opens a function too, under another context class loader, to fold constants. */
  @Override
  public void open(FunctionContext context) {
    String file = context.getJobParameter(MODEL_FILE, NONE);
    NamedScorer chosen =
        new NamedScorer(
            context.getJobParameter(SCORER, NamedScorer.DEFAULT_NAME),
            file.isEmpty() ? null : file);
    try (var unused = TemporaryClassLoaderContext.of(getClass().getClassLoader())) {
      scorer = chosen.create();
    }
    judgement = new Judgement();
  }

  @Override
  public void close() {
    if (scorer != null) {
      scorer.close();
      scorer = null;
    }
  }

  /** What the scorer says of a text; the next call overwrites it. */
  final Judgement judge(String text) {
    Objects.requireNonNull(scorer, "not open").judge(text, null, judgement);
    return judgement;
  }
}
