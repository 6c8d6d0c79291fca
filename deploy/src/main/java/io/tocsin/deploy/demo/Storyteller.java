package io.tocsin.deploy.demo;

import io.tocsin.incident.Incident;
import io.tocsin.mention.Drill;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.Dimension;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens on the topics into lines for a terminal; what says nothing new is left out.
 */
public final class Storyteller {
  private final DateTimeFormatter clock;
  private final Map<String, String> names;

  /**
   * Tells in this zone.
   *
   * @param zone of the wall clock in the room
   * @param names brand keys and the brands' names for people
   */
  public Storyteller(ZoneId zone, Map<String, String> names) {
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    this.names = Map.copyOf(names);
  }

  /** The line for a record, in picocli's markup; null where it is no news. */
  public @Nullable String tell(Object what) {
    if (what instanceof Spike spike) {
      return onSpike(spike);
    }
    if (what instanceof Incident incident) {
      return onIncident(incident);
    }
    if (what instanceof Page page) {
      return line(
          page.at(), kind(page.action()), "magenta", page.target().name() + ": " + page.title());
    }
    if (what instanceof PageReceipt receipt) {
      return line(
          receipt.at(),
          word(receipt.outcome()),
          "magenta",
          receipt.target()
              + (receipt.attempts() > 1 ? ", " + receipt.attempts() + " attempts" : ""));
    }
    if (what instanceof Redirect redirect) {
      String verb = redirect.state() == ValveState.OPEN ? "overflow" : "fail-back";
      return line(
          redirect.at(),
          verb,
          "cyan",
          (redirect.drill() == null ? "" : "DRILL: ")
              + redirect.fromQueue()
              + " -> "
              + redirect.toQueue()
              + " "
              + word(redirect.state()));
    }
    return null;
  }

  /** A line of the simulator's own, at this time. */
  public String world(Instant at, String brand, String words) {
    return line(at, "world", "faint", name(brand, null) + ": " + words);
  }

  private @Nullable String onSpike(Spike spike) {
    if (spike.watch().dimension() != Dimension.BRAND) {
      return null;
    }
    String state =
        switch (spike.phase()) {
          case RAISED -> "spike";
          case ONGOING -> "spike goes on";
          case ENDED -> "spike over";
        };
    String words =
        spike.phase() == SpikePhase.ENDED ? word(spike.signal()) + " is usual again" : spike.why();
    return line(
        spike.at(),
        state,
        "yellow",
        name(spike.watch().brand(), spike.watch().drill()) + ": " + words);
  }

  private @Nullable String onIncident(Incident incident) {
    String words =
        switch (incident.change()) {
          case UPDATED -> null;
          case OPENED, ESCALATED, REOPENED -> word(incident.severity());
          case ACKNOWLEDGED -> "taken by " + incident.acknowledgedBy();
          case STANDING_DOWN -> "every spike has ended";
          case RESOLVED -> incident.handling().by() == null ? "stayed calm" : byWhom(incident);
          default -> byWhom(incident);
        };
    return words == null
        ? null
        : line(
            incident.at(),
            word(incident.change()).replace('_', ' '),
            incident.severity().level() > 1 ? "red" : "yellow",
            name(incident.brand(), incident.drill()) + ": " + words);
  }

  /** Who did it, or how bad it is where no person did. */
  private static String byWhom(Incident incident) {
    String by = incident.handling().by();
    return by == null ? word(incident.severity()) : "by " + by;
  }

  private String line(Instant at, String what, String colour, String words) {
    return String.format(Locale.ROOT, "%s  @|%s %-13s|@ %s", clock.format(at), colour, what, words);
  }

  private String name(String brand, @Nullable Drill drill) {
    return (drill == null ? "" : "DRILL: ") + names.getOrDefault(brand, brand);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String kind(PageAction action) {
    return switch (action) {
      case TRIGGER -> "page";
      case INFORM -> "notice";
      case RESOLVE -> "all-clear";
    };
  }
}
