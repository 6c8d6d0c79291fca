package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.NoteCounts.Outcome;
import io.tocsin.incident.Incident;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes incidents and drills into Grafana as annotations, in a thread of its own: those that go
 * on, and the latest that are over. It looks once a second, so that a Grafana that is slow or away
 * holds back nothing and misses no more than steps in between. What an earlier desk wrote is found
 * by its tag and written on, so nothing is there twice.
 */
final class GrafanaNotes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GrafanaNotes.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final GrafanaApi api;
  private final Supplier<BoardSnapshot> board;
  private final String livePage;
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<String, GrafanaNote> written = new HashMap<>();
  private final NoteCounts counts;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "grafana-notes");
  private @Nullable String trouble;

  private GrafanaNotes(
      GrafanaApi api, NoteCounts counts, Supplier<BoardSnapshot> board, String livePage) {
    this.api = api;
    this.counts = counts;
    this.board = board;
    this.livePage = livePage;
    thread.setDaemon(true);
  }

  /**
   * Begins to write.
   *
   * @param board empty until the topics were read to their end
   * @param livePage address of the live page, with a slash at the end
   */
  static GrafanaNotes start(
      GrafanaApi api, NoteCounts counts, Supplier<BoardSnapshot> board, String livePage) {
    GrafanaNotes notes = new GrafanaNotes(api, counts, board, livePage);
    notes.thread.start();
    return notes;
  }

  private void run() {
    Duration pause = LOOK;
    try {
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = look() ? LOOK : longer(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /** Whether all that changed was written. */
  private boolean look() throws InterruptedException {
    Map<String, GrafanaNote> now = notes(board.get().happenings());
    ids.keySet().retainAll(now.keySet());
    written.keySet().retainAll(now.keySet());
    boolean all = true;
    for (GrafanaNote note : now.values()) {
      if (!note.equals(written.get(note.key()))) {
        Outcome outcome = write(note);
        all &= outcome == Outcome.WRITTEN;
        if (outcome == Outcome.UNREACHABLE) {
          break;
        }
      }
    }
    return all;
  }

  /** The latest that is over first, so that what goes on is written last and stands on top. */
  private Map<String, GrafanaNote> notes(Happenings happenings) {
    Map<String, GrafanaNote> notes = new LinkedHashMap<>();
    Stream.concat(happenings.resolved().stream(), happenings.incidents().stream())
        .map(IncidentCard::incident)
        .map(this::note)
        .forEach(note -> notes.put(note.key(), note));
    return notes;
  }

  private GrafanaNote note(Incident incident) {
    return GrafanaNote.of(incident, livePage);
  }

  private Outcome write(GrafanaNote note) throws InterruptedException {
    try {
      Long id = ids.get(note.key());
      OptionalLong known = id == null ? api.find(note.key()) : OptionalLong.of(id);
      if (known.isPresent()) {
        api.update(known.getAsLong(), note);
      }
      ids.put(note.key(), known.isPresent() ? known.getAsLong() : api.create(note));
      written.put(note.key(), note);
      return count(Outcome.WRITTEN, null);
    } catch (GrafanaApi.RefusedException e) {
      // Somebody may have removed it by hand: next time it is looked for.
      ids.remove(note.key());
      return count(Outcome.REFUSED, e.getMessage());
    } catch (IOException e) {
      return count(Outcome.UNREACHABLE, "Grafana cannot be reached: " + e);
    }
  }

  /** A line for each new trouble, and one for its end: not one a try. */
  private Outcome count(Outcome outcome, @Nullable String fault) {
    counts.count(outcome);
    if (!Objects.equals(fault, trouble)) {
      trouble = fault;
      if (fault == null) {
        LOG.info("annotations are written again");
      } else {
        LOG.warn("annotations are not written, and will be tried again: {}", fault);
      }
    }
    return outcome;
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
