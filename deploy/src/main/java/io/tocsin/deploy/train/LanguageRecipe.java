package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.ModelEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Trains the model that tells languages apart: on posts where there are some, else on texts made of
 * a language's common words.
 */
final class LanguageRecipe {
  private static final int MOST_POSTS = 8_000;
  private static final int MADE_TEXTS = 2_000;
  private static final int BITS = 14;
  private static final long SEED = 11;
  private static final String GROUP = "all";

  /** Tweets counted as Hindi must hold as many of these words: half of the file is English. */
  private static final int HINDI_WORDS = 3;

  private static final List<String> ROMAN_HINDI =
      List.of(
          ("hai h hain ka ki ke ko se me mein nahi nahin kya aur bhi ye yeh wo woh tha thi ho hua"
                  + " kar raha rahe rahi apne ek par tum hum aap bhai koi kuch ni aapka sab jo toh")
              .split(" ", -1));

  private final DataFolder data;
  private final LanguageWords words = new LanguageWords();
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  LanguageRecipe(DataFolder data) {
    this.data = data;
    addPosts("en", data.english());
    addPosts("en", data.kaggle());
    for (String language : DataFolder.umsabLanguages()) {
      addPosts(language, data.umsab(language));
    }
    for (String language : List.of("de", "es", "pl", "pt", "sv")) {
      addPosts(language, HeldBack.of(data.posneg(language)).training());
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (String language : words.languages()) {
      texts
          .computeIfAbsent(language, key -> new ArrayList<>())
          .addAll(words.texts(language, MADE_TEXTS, random));
    }
  }

  /** The languages it tells, sorted. */
  List<String> languages() {
    return List.copyOf(new TreeSet<>(texts.keySet()));
  }

  ModelEntry train(TrainingProgress progress) {
    List<String> languages = languages();
    List<TrainingText> lessons = new ArrayList<>();
    texts.forEach(
        (language, posts) -> {
          int output = languages.indexOf(language);
          for (String post : posts) {
            lessons.add(TrainingText.labelled(post, output, languages.size(), GROUP));
          }
        });
    TrainingSettings settings = TrainingSettings.softmax(languages.size()).withBits(BITS);
    TrainedModels models =
        new LinearTrainer(settings).train(ClassBalance.of(lessons, 0.5), progress);
    return new ModelEntry(
        ModelEntry.LANGUAGE, ModelEntry.ANY_LANGUAGE, languages, models.model(GROUP));
  }

  /** Texts that the training did not see, by language. */
  Map<String, List<String>> unseen() {
    Map<String, List<String>> unseen = new LinkedHashMap<>();
    data.validation().forEach((language, posts) -> unseen.put(language, plain(language, posts)));
    for (String language : List.of("de", "es", "pl", "pt", "sv")) {
      unseen
          .computeIfAbsent(language, key -> new ArrayList<>())
          .addAll(plain(language, HeldBack.of(data.posneg(language)).judging()));
    }
    return unseen;
  }

  private void addPosts(String language, List<TrainingText> posts) {
    List<String> known = texts.computeIfAbsent(language, key -> new ArrayList<>());
    List<String> more = plain(language, posts);
    known.addAll(more.subList(0, Math.min(more.size(), MOST_POSTS)));
  }

  private static List<String> plain(String language, List<TrainingText> posts) {
    List<String> plain = new ArrayList<>();
    for (TrainingText post : posts) {
      if (!language.equals("hi") || isHindi(post.text())) {
        plain.add(post.text());
      }
    }
    return plain;
  }

  private static boolean isHindi(String text) {
    int count = 0;
    for (String word : text.toLowerCase(Locale.ROOT).split("\\P{L}+", -1)) {
      count += ROMAN_HINDI.contains(word) ? 1 : 0;
    }
    return count >= HINDI_WORDS;
  }
}
