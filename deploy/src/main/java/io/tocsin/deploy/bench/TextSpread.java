package io.tocsin.deploy.bench;

import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.NormalisedText;
import io.tocsin.scoring.influence.Audiences;
import io.tocsin.scoring.influence.InfluenceEstimator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How far each text was carried by others.
 *
 * @param posts those that are no reposts and the first with their text
 */
record TextSpread(List<FirstPost> posts) {
  private static final long SPAN_MILLIS = TimeUnit.DAYS.toMillis(1);

  /** Follows every text through mentions in the order of time. */
  static TextSpread of(List<Mention> mentions) {
    Audiences audiences = new Audiences();
    NormalisedText text = new NormalisedText();
    Map<Long, Carried> carried = new HashMap<>();
    List<Carried> begun = new ArrayList<>();
    for (Mention mention : mentions) {
      long at = mention.createdAtMillis();
      double influence =
          InfluenceEstimator.estimate(mention, at, audiences.rankAmong(mention, at)).score();
      text.read(mention.text());
      Carried known = carried.get(text.hash());
      if (known != null) {
        known.carry(mention);
      } else {
        Carried first = new Carried(mention, influence);
        carried.put(text.hash(), first);
        if (mention.kind() != MentionKind.REPOST) {
          begun.add(first);
        }
      }
    }
    return new TextSpread(begun.stream().map(Carried::result).toList());
  }

  private static final class Carried {
    private final Mention first;
    private final double influence;
    private final Set<String> reposters = new HashSet<>();
    private final Set<String> repeaters = new HashSet<>();

    Carried(Mention first, double influence) {
      this.first = first;
      this.influence = influence;
    }

    void carry(Mention later) {
      String author = later.author().id();
      if (later.createdAtMillis() - first.createdAtMillis() <= SPAN_MILLIS
          && !author.equals(first.author().id())) {
        repeaters.add(author);
        if (later.kind() == MentionKind.REPOST) {
          reposters.add(author);
        }
      }
    }

    FirstPost result() {
      return new FirstPost(influence, reposters.size(), repeaters.size());
    }
  }
}
