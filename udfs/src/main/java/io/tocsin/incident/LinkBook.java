package io.tocsin.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of all brands that are on, and what ties them. Fields are public and change in
 * place because the class is operator state.
 */
public final class LinkBook {
  /** As many as people do; the oldest go first. */
  private static final int MOST_TAKEN = 1_000;

  /** Incidents that are on, in the order in which they were opened. */
  public List<Tied> open = new ArrayList<>();

  /** What people did of late, or wanted, so that it changes nothing when it comes again. */
  public List<Ack> taken = new ArrayList<>();

  /** An incident that is on, and what ties it to others. */
  public static final class Tied {
    /** The incident as it was told last, without its ties; never null. */
    public @Nullable Incident incident;

    /** Since when it is on, or on again; never null. */
    public @Nullable Instant since;

    /** The incident whose people handle this one too; null for none. */
    public @Nullable String mergedInto;

    /** How bad it was when it was merged; null where it is not. */
    public @Nullable Severity mergedAt;

    /** What belongs to it. */
    public List<LinkedIncident> links = new ArrayList<>();

    Incident told() {
      Incident told = incident;
      if (told == null) {
        throw new IllegalStateException("an incident was written down without being told");
      }
      return told;
    }

    boolean isLinkedTo(String id) {
      return links.stream().anyMatch(link -> link.id().equals(id));
    }

    /** With its ties. */
    Incident tied(Incident now) {
      return now.told(
          now.state(),
          now.change(),
          now.at(),
          now.acknowledgedBy(),
          now.handling().among(mergedInto, List.copyOf(links)));
    }
  }

  /** The incident of this id; null if it is not on. */
  @Nullable Tied of(@Nullable String id) {
    return open.stream().filter(tied -> tied.told().id().equals(id)).findFirst().orElse(null);
  }

  /** The same, for who saw it at that time: one that was reopened since is not what was meant. */
  @Nullable Tied of(@Nullable String id, Instant seen) {
    Tied tied = of(id);
    return tied == null || tied.since == null || seen.isBefore(tied.since) ? null : tied;
  }

  /** Writes down what a person did, or wanted. */
  void take(Ack ack) {
    taken.add(ack);
    if (taken.size() > MOST_TAKEN) {
      taken.remove(0);
    }
  }
}
