package io.tocsin.deploy.explain;

import io.tocsin.deploy.desk.IncidentInsight;
import io.tocsin.deploy.desk.IncidentInsight.NamedCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts by posts what posts name: a post counts once for a name, however often it says it. A name
 * is of the kind that most posts take it for, and is shown as most of them write it.
 */
final class NameTally {
  /** Longest list of one kind. */
  static final int MOST_SHOWN = 8;

  /** What only one post speaks of is no key phrase. */
  static final int LEAST_PHRASE_POSTS = 2;

  private static final Comparator<NamedCount> MOST_POSTS_FIRST =
      Comparator.comparingInt(NamedCount::posts).reversed().thenComparing(NamedCount::name);

  /** What the posts say of one name. */
  private static final class NameVotes {
    final Votes<NameKind> kinds = new Votes<>();
    final Votes<String> spellings = new Votes<>();
  }

  private final List<PostFindings> posts = new ArrayList<>();
  private final Map<String, NameVotes> names = new LinkedHashMap<>();
  private final Map<String, Votes<String>> phrases = new LinkedHashMap<>();

  /** Counts one post. */
  void add(PostFindings post) {
    posts.add(post);
    Set<String> seen = new HashSet<>();
    for (FoundName name : post.names()) {
      if (seen.add(name.key())) {
        NameVotes votes = names.computeIfAbsent(name.key(), key -> new NameVotes());
        votes.kinds.add(name.kind());
        votes.spellings.add(name.text());
      }
    }
    post.phrases()
        .forEach((key, text) -> phrases.computeIfAbsent(key, k -> new Votes<>()).add(text));
  }

  /** What the posts name together. */
  IncidentInsight insight() {
    return new IncidentInsight(
        posts.size(),
        ofKind(NameKind.PERSON),
        ofKind(NameKind.ORGANISATION),
        ofKind(NameKind.PLACE),
        ofKind(NameKind.PRODUCT),
        keyPhrases());
  }

  private List<NamedCount> ofKind(NameKind kind) {
    List<NamedCount> counts = new ArrayList<>();
    names.forEach(
        (key, votes) -> {
          if (votes.kinds.winner() == kind) {
            counts.add(new NamedCount(votes.spellings.winner(), postsWith(key)));
          }
        });
    return shown(counts);
  }

  private int postsWith(String key) {
    return (int) posts.stream().filter(post -> post.keys().contains(key)).count();
  }

  private List<NamedCount> keyPhrases() {
    List<NamedCount> counts = new ArrayList<>();
    phrases.forEach(
        (words, votes) -> {
          boolean isAName = names.containsKey(NameKey.of(words));
          if (votes.total() >= LEAST_PHRASE_POSTS && !isAName && !isInLonger(words, votes)) {
            counts.add(new NamedCount(votes.winner(), votes.total()));
          }
        });
    return shown(counts);
  }

  /** Whether all posts that have this phrase have it within one longer phrase. */
  private boolean isInLonger(String words, Votes<String> votes) {
    String padded = " " + words + " ";
    return phrases.entrySet().stream()
        .anyMatch(
            other ->
                other.getKey().length() > words.length()
                    && other.getValue().total() == votes.total()
                    && (" " + other.getKey() + " ").contains(padded));
  }

  private static List<NamedCount> shown(List<NamedCount> counts) {
    return counts.stream().sorted(MOST_POSTS_FIRST).limit(MOST_SHOWN).toList();
  }
}
