package io.tocsin.deploy.bench;

import io.tocsin.mention.Mention;
import io.tocsin.mention.NormalisedText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Floods of one near-text within one day, summed.
 *
 * @param posts all of them
 * @param authors of each flood, added up
 * @param texts different normalised texts of each flood, added up
 * @param nearTexts different near-texts of each flood, added up
 */
record Floods(int floods, int posts, int authors, int texts, int nearTexts) {
  private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

  private record Key(long nearKey, long day) {}

  private static final class Flood {
    private final Set<String> authors = new HashSet<>();
    private final Set<Long> texts = new HashSet<>();
    private int posts;
  }

  /** The floods with the most posts. */
  static Floods largest(List<Mention> mentions, int count) {
    NormalisedText text = new NormalisedText();
    Map<Key, Flood> floods = new HashMap<>();
    for (Mention mention : mentions) {
      text.read(mention.text());
      long day = Math.floorDiv(mention.createdAtMillis(), DAY_MILLIS);
      Flood flood = floods.computeIfAbsent(new Key(text.nearKey(), day), key -> new Flood());
      flood.posts++;
      flood.authors.add(mention.author().id());
      flood.texts.add(text.hash());
    }
    List<Flood> largest =
        floods.values().stream()
            .sorted(Comparator.comparingInt((Flood flood) -> flood.posts).reversed())
            .limit(count)
            .toList();
    return new Floods(
        largest.size(),
        largest.stream().mapToInt(flood -> flood.posts).sum(),
        largest.stream().mapToInt(flood -> flood.authors.size()).sum(),
        largest.stream().mapToInt(flood -> flood.texts.size()).sum(),
        largest.size());
  }
}
