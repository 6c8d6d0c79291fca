package io.tocsin.response.storm;

import io.tocsin.response.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one target was paged about of late. Fields are public and change in place because the class
 * is operator state.
 */
public final class StormBook {
  /** Incidents about which it was paged of late, in the order of time. */
  public List<Told> told = new ArrayList<>();

  /** Pages that wait to be told in one. */
  public List<Page> waiting = new ArrayList<>();

  /** When they are told, by the clock on the wall; {@link Long#MAX_VALUE} while none waits. */
  public long dueMillis = Long.MAX_VALUE;

  /** Pages that told of several incidents of which some are still on. */
  public List<OpenStorm> storms = new ArrayList<>();

  /**
   * One page that left.
   *
   * @param incidentId about which incident
   * @param atMillis when, by the clock on the wall
   */
  public record Told(String incidentId, long atMillis) {}

  /** A page that told of several incidents. */
  public static final class OpenStorm {
    /** The page; never null. */
    public @Nullable Page page;

    /** Which of them are still on. */
    public List<String> incidents = new ArrayList<>();
  }

  /** Forgets what is older. */
  void forget(long beforeMillis) {
    told.removeIf(one -> one.atMillis() <= beforeMillis);
  }

  /** About how many other incidents it was paged of late. */
  long others(Page page) {
    return told.stream()
        .map(Told::incidentId)
        .filter(incident -> !incident.equals(page.incidentId()))
        .distinct()
        .count();
  }

  /** Whether nothing is left to know. */
  boolean isEmpty() {
    return told.isEmpty() && waiting.isEmpty() && storms.isEmpty();
  }
}
