package io.tocsin.deploy.demo;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures an outage, real or a drill's: when each step of the response was taken, in event time
 * since the first mention.
 */
public final class Chronicle {
  /** A step of the response, in the order in which it should come. */
  public enum Step {
    SPIKE("negativity spike seen"),
    INCIDENT("incident is a crisis"),
    PAGE("first page decided"),
    DELIVERED("first page delivered (wall clock)"),
    REDIRECT("overflow opened"),
    ACKNOWLEDGED("acknowledged"),
    CALM("calm: standing down"),
    RESOLVED("resolved"),
    CLOSED("overflow closed");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    /** What happened, for a person. */
    public String words() {
      return words;
    }
  }

  private final String brand;
  private volatile Instant outageBegins;
  private final @Nullable String drill;
  private final Map<Step, Instant> taken = new EnumMap<>(Step.class);
  private final List<String> strangers = new ArrayList<>();
  private int pages;

  /**
   * Measures one outage, which has not yet begun: until {@link #begins} whatever is paged is paged
   * for nothing.
   *
   * @param brand where it breaks out
   */
  Chronicle(String brand) {
    this(brand, Instant.MAX, null);
  }

  /**
   * Measures one drill.
   *
   * @param drill its id
   * @param begins event time of its first mention
   */
  public static Chronicle ofDrill(String brand, String drill, Instant begins) {
    return new Chronicle(brand, begins, drill);
  }

  private Chronicle(String brand, Instant outageBegins, @Nullable String drill) {
    this.brand = brand;
    this.outageBegins = outageBegins;
    this.drill = drill;
  }

  /**
   * The outage will begin.
   *
   * @param at event time of its first mention
   */
  void begins(Instant at) {
    outageBegins = at;
  }

  /** Takes a record of any topic; those of another drill, or of none, are not measured. */
  public void record(Object what) {
    if (what instanceof Spike spike) {
      onSpike(spike);
    } else if (what instanceof Incident incident) {
      onIncident(incident);
    } else if (what instanceof Page page) {
      onPage(page);
    } else if (what instanceof PageReceipt receipt) {
      onReceipt(receipt);
    } else if (what instanceof Redirect redirect) {
      onRedirect(redirect);
    }
  }

  /** Time from the outage's first mention to the step; null if the step was not taken. */
  public @Nullable Duration timeTo(Step step) {
    Instant at = taken.get(step);
    return at == null ? null : Duration.between(outageBegins, at);
  }

  /** Whether the incident is resolved and its queues take their own again. */
  public boolean isOver() {
    return taken.containsKey(Step.RESOLVED) && taken.containsKey(Step.CLOSED);
  }

  /** Pages decided for the brand of the outage, calls for help only. */
  public int pages() {
    return pages;
  }

  /** Brands that were paged about though nothing bad happened there. */
  public List<String> pagedForNothing() {
    return List.copyOf(strangers);
  }

  private void onSpike(Spike spike) {
    if (ours(spike.watch().brand(), spike.at())
        && isMeasured(spike.watch().drill())
        && spike.signal() == Signal.NEGATIVITY
        && spike.phase() == SpikePhase.RAISED) {
      take(Step.SPIKE, spike.at());
    }
  }

  private void onIncident(Incident incident) {
    if (!ours(incident.brand(), incident.at()) || !isMeasured(incident.drill())) {
      return;
    }
    if (incident.severity().compareTo(Severity.WARNING) >= 0) {
      take(Step.INCIDENT, incident.at());
    }
    if (incident.change() == IncidentChange.ACKNOWLEDGED) {
      take(Step.ACKNOWLEDGED, incident.at());
    }
    if (incident.change() == IncidentChange.STANDING_DOWN) {
      taken.put(Step.CALM, incident.at());
    }
    if (incident.change() == IncidentChange.RESOLVED) {
      take(Step.RESOLVED, incident.at());
    }
  }

  private void onPage(Page page) {
    if (page.action() != PageAction.TRIGGER || !isMeasured(page.drill())) {
      return;
    }
    if (ours(page.brand(), page.at())) {
      pages++;
      take(Step.PAGE, page.at());
    } else {
      strangers.add(page.brand());
    }
  }

  private void onReceipt(PageReceipt receipt) {
    if (ours(receipt.brand(), receipt.pagedAt())
        && Objects.equals(drill, IncidentBookKey.drillOf(receipt.incidentId()))
        && receipt.action() == PageAction.TRIGGER
        && receipt.outcome() == PageOutcome.DELIVERED) {
      take(Step.DELIVERED, receipt.at());
    }
  }

  private void onRedirect(Redirect redirect) {
    if (ours(redirect.brand(), redirect.at()) && isMeasured(redirect.drill())) {
      take(redirect.state() == ValveState.OPEN ? Step.REDIRECT : Step.CLOSED, redirect.at());
    }
  }

  private boolean isMeasured(@Nullable Drill mark) {
    return Objects.equals(drill, mark == null ? null : mark.id());
  }

  private boolean ours(String where, Instant at) {
    return where.equals(brand) && !at.isBefore(outageBegins);
  }

  private void take(Step step, Instant at) {
    taken.putIfAbsent(step, at);
  }
}
