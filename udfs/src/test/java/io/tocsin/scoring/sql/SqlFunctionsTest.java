package io.tocsin.scoring.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** Runs the functions in Flink SQL, planner and all. */
class SqlFunctionsTest {
  private static final String POSTS =
      "(VALUES (1, 'This is the most terrible service, I hate it'),"
          + " (2, 'I love this shop, the service is great'),"
          + " (3, CAST(NULL AS STRING)),"
          + " (4, '...')) AS posts(id, text)";

  @Test
  void labelsTexts() {
    assertThat(query("SELECT SENTIMENT(text) FROM " + POSTS + " ORDER BY id"))
        .containsExactly("negative", "positive", null, "unscored");
  }

  @Test
  void tellsHowProbablyATextIsNegative() {
    List<Object> negative = query("SELECT SENTIMENT_NEGATIVE(text) FROM " + POSTS + " ORDER BY id");
    assertThat((Double) negative.get(0)).isBetween(0.5, 1.0);
    assertThat((Double) negative.get(1)).isBetween(0.0, 0.5);
    assertThat(negative.subList(2, 4)).containsOnlyNulls();
  }

  @Test
  void averagesOnlyOverScoredTexts() {
    List<Object> average = query("SELECT AVG(SENTIMENT_NEGATIVE(text)) FROM " + POSTS);
    List<Object> scored =
        query("SELECT AVG(SENTIMENT_NEGATIVE(text)) FROM " + POSTS + " WHERE id < 3");
    assertThat(average).isEqualTo(scored).doesNotContainNull();
  }

  @Test
  void tellsTheLanguage() {
    assertThat(query("SELECT `LANGUAGE`(text) FROM " + POSTS + " ORDER BY id"))
        .containsExactly("en", "en", null, null);
  }

  @Test
  void judgesAConstantWhileTheQueryIsPlanned() {
    assertThat(query("SELECT SENTIMENT('I love this shop, the service is great')"))
        .containsExactly("positive");
  }

  @Test
  void takesTheScorerThatAJobParameterNames() {
    Configuration parameters = new Configuration();
    parameters.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, Map.of(ScoringFunction.SCORER, "oracle"));
    assertThatThrownBy(() -> query("SELECT SENTIMENT(text) FROM " + POSTS, parameters))
        .hasStackTraceContaining("no scorer 'oracle'; there are: ");
  }

  private static List<Object> query(String sql) {
    return query(sql, new Configuration());
  }

  /** The first column. */
  private static List<Object> query(String sql, Configuration configuration) {
    TableEnvironment tables =
        TableEnvironment.create(
            EnvironmentSettings.newInstance()
                .inBatchMode()
                .withConfiguration(configuration)
                .build());
    tables.createTemporarySystemFunction("SENTIMENT", SentimentFunction.class);
    tables.createTemporarySystemFunction("SENTIMENT_NEGATIVE", SentimentNegativeFunction.class);
    tables.createTemporarySystemFunction("LANGUAGE", LanguageFunction.class);
    List<Object> column = new ArrayList<>();
    try (CloseableIterator<Row> rows = tables.executeSql(sql).collect()) {
      rows.forEachRemaining(row -> column.add(row.getField(0)));
      return column;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
