package io.tocsin.scoring.linear;

import java.util.List;

/**
 * One model of a file.
 *
 * @param task what it tells, such as {@link #SENTIMENT}
 * @param language ISO 639-1 code of the texts that it judges; {@link #ANY_LANGUAGE} where it judges
 *     all
 * @param outputs what each output stands for, in order
 * @param model the model
 */
public record ModelEntry(String task, String language, List<String> outputs, LinearModel model) {
  /** Tells how a text feels: negative, neutral, positive. */
  public static final String SENTIMENT = "sentiment";

  /** Tells which language a text is in; the outputs are language codes. */
  public static final String LANGUAGE = "language";

  /** Stands for a language where a model judges texts of any. */
  public static final String ANY_LANGUAGE = "";

  /** Refuses outputs that are not the model's. */
  public ModelEntry {
    outputs = List.copyOf(outputs);
    if (outputs.size() != model.outputs()) {
      throw new IllegalArgumentException(
          "outputs are not %d: %s".formatted(model.outputs(), outputs));
    }
  }

  /** How a message names it. */
  String title() {
    return language.isEmpty() ? task : task + " of " + language;
  }
}
