package io.tocsin.deploy.adapt;

import io.tocsin.deploy.train.LinearTrainer;
import io.tocsin.deploy.train.TrainingProgress;
import io.tocsin.deploy.train.TrainingSettings;
import io.tocsin.deploy.train.TrainingText;
import io.tocsin.scoring.linear.LinearModel;
import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A brand whose customers use words that the model to start from has never seen. */
final class BrandWorld {
  private static final long SEED = 20_261_124;
  private static final int CLASSES = 3;
  private static final List<String> THINGS =
      List.of("router", "plan", "phone", "bill", "app", "tariff", "box", "line", "contract");
  private static final List<String> PEOPLE =
      List.of("my brother", "my boss", "our neighbour", "my mum", "the whole team", "a friend");
  private static final List<List<String>> WORDS =
      List.of(
          List.of("dreadful", "a scam", "broken again", "horrendous", "useless", "infuriating"),
          List.of(
              "on sale from Monday",
              "in the shop at noon",
              "listed on page four",
              "sold in two sizes",
              "on the second floor",
              "due on Thursday"),
          List.of("superb", "flawless", "a delight", "brilliant", "stunning", "marvellous"));

  private BrandWorld() {}

  /** Different texts, the three moods in turn; the mood of a text is its index modulo 3. */
  static List<String> texts(int count) {
    Random random = new Random(SEED);
    Set<String> texts = new LinkedHashSet<>();
    while (texts.size() < count) {
      List<String> words = WORDS.get(texts.size() % CLASSES);
      texts.add(
          "%s says that the new %s %d is %s and that is what I think of it"
              .formatted(
                  pick(PEOPLE, random),
                  pick(THINGS, random),
                  random.nextInt(100),
                  pick(words, random)));
    }
    return new ArrayList<>(texts);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  /** A model that knows a few words of feeling, none of the brand's. */
  static byte[] base() {
    List<List<String>> known =
        List.of(
            List.of("I hate this", "that was bad", "so sad and angry"),
            List.of("we meet at nine", "it is a house", "they went home"),
            List.of("I love this", "that was good", "so happy and glad"));
    List<TrainingText> texts = new ArrayList<>();
    for (int label = 0; label < CLASSES; label++) {
      for (String text : known.get(label)) {
        texts.add(TrainingText.labelled(text, label, CLASSES, "en"));
      }
    }
    return trained(texts);
  }

  /** A model that knows the brand's texts well, so that wrong labels can only make it worse. */
  static byte[] knowing(List<String> texts) {
    List<TrainingText> labelled = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      labelled.add(TrainingText.labelled(texts.get(i), i % CLASSES, CLASSES, "en"));
    }
    return trained(labelled);
  }

  private static byte[] trained(List<TrainingText> texts) {
    TrainingSettings settings = TrainingSettings.softmax(CLASSES).withBits(14);
    LinearModel model =
        new LinearTrainer(settings).train(texts, TrainingProgress.SILENT).model("en");
    ModelEntry entry = new ModelEntry(ModelEntry.SENTIMENT, "en", LinearScorer.SENTIMENTS, model);
    return ModelWriter.write("small", List.of(entry));
  }
}
