package io.tocsin.deploy.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Invented texts whose feeling hangs on a few invented words. */
final class SmallWorld {
  static final String GROUP = "small";

  private static final String[][] TELLING = {
    {"brakka", "dulvem", "grosht"}, {"tavel", "monto", "sirin"}, {"lumia", "fenna", "hollo"}
  };
  private static final String[] FILLERS = {"ka", "so", "ne", "win", "tar", "opp", "ul", "mi"};

  private SmallWorld() {}

  static List<TrainingText> texts(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainingText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(TrainingText.labelled(text(i % 3, random), i % 3, 3, GROUP));
    }
    return texts;
  }

  private static String text(int label, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int place = random.nextInt(6);
    for (int word = 0; word < 6; word++) {
      String[] words = word == place ? TELLING[label] : FILLERS;
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    return text.toString();
  }
}
