package io.tocsin.kpi;

import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.influence.ReachBasis;
import io.tocsin.scoring.influence.ScaleBasis;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts one subtask's mentions by the model that scored them or could not, and by what their
 * influence rests on. Every mention passes here, so it is counted without making a change of a KPI.
 */
public final class PartialScorings {
  /** Languages told apart; a label must not grow with what a feed writes into {@code lang}. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "ar", "de", "en", "es", "fr", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv",
          "th", "tr", "zh");

  private static final String OTHER = "other";
  private static final String UNKNOWN = "unknown";

  private record Scoring(String model, String language, boolean scored) {}

  private record Ranking(ReachBasis basis, ScaleBasis scale) {}

  private static final class Count {
    private long mentions;
  }

  private final Map<Scoring, Count> scorings = new LinkedHashMap<>();
  private final Map<Ranking, Count> rankings = new LinkedHashMap<>();

  /** Counts a mention, unless a drill made it up. */
  public void add(ScoredMention mention) {
    if (mention.mention().drill() != null) {
      return;
    }
    Sentiment sentiment = mention.sentiment();
    Scoring scoring =
        new Scoring(
            sentiment.model(),
            bounded(sentiment.language()),
            sentiment.label() != SentimentLabel.UNSCORED);
    scorings.computeIfAbsent(scoring, key -> new Count()).mentions++;
    Influence influence = mention.influence();
    Ranking ranking = new Ranking(influence.basis(), influence.scale());
    rankings.computeIfAbsent(ranking, key -> new Count()).mentions++;
  }

  /** Kinds of scorings held that nobody has seen yet. */
  public int size() {
    return scorings.size();
  }

  /** Hands over and forgets all counts, in a fixed order. */
  public void flush(Consumer<KpiDelta> out) {
    scorings.forEach(
        (scoring, count) ->
            out.accept(
                KpiDelta.of(
                    KpiMetric.SCORINGS_TOTAL,
                    count.mentions,
                    scoring.model(),
                    scoring.language(),
                    scoring.scored() ? "scored" : "unscored")));
    scorings.clear();
    rankings.forEach(
        (ranking, count) ->
            out.accept(
                KpiDelta.of(
                    KpiMetric.RANKINGS_TOTAL,
                    count.mentions,
                    word(ranking.basis()),
                    word(ranking.scale()))));
    rankings.clear();
  }

  private static String bounded(@Nullable String language) {
    return language == null ? UNKNOWN : LANGUAGES.contains(language) ? language : OTHER;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
