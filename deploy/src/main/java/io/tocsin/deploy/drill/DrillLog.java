package io.tocsin.deploy.drill;

import io.tocsin.deploy.demo.Chronicle;
import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.incident.Severity;
import io.tocsin.kpi.Kpi;
import io.tocsin.mention.Drill;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Redirect;
import io.tocsin.spike.Spike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the topics tell of one drill. Records come from one thread, questions from another. */
final class DrillLog {
  /** How long after the last mention the job lets a drill burn on, with a minute to spare. */
  static final Duration FADING = Duration.ofMinutes(6);

  private final Drill drill;
  private final Chronicle chronicle;
  private final List<Page> calls = new ArrayList<>();
  private final List<PageReceipt> failures = new ArrayList<>();
  private @Nullable Severity worst;
  private @Nullable Instant crisisAt;
  private Instant eventTime = Instant.MIN;

  DrillLog(String brand, Drill drill, Instant begins) {
    this.drill = drill;
    this.chronicle = Chronicle.ofDrill(brand, drill.id(), begins);
  }

  /** Takes a record of any topic; what is not the drill's only tells the time. */
  synchronized void record(Object what) {
    chronicle.record(what);
    if (what instanceof Kpi kpi) {
      eventTime = kpi.at().isAfter(eventTime) ? kpi.at() : eventTime;
    } else if (isOurs(what)) {
      take(what);
    }
  }

  /** Whether a record of any topic is part of the drill. */
  boolean isOurs(Object what) {
    if (what instanceof Spike spike) {
      return isOurs(spike.watch().drill());
    }
    if (what instanceof Incident incident) {
      return isOurs(incident.drill());
    }
    if (what instanceof Page page) {
      return isOurs(page.drill());
    }
    if (what instanceof Redirect redirect) {
      return isOurs(redirect.drill());
    }
    return what instanceof PageReceipt receipt
        && drill.id().equals(IncidentBookKey.drillOf(receipt.incidentId()));
  }

  private void take(Object what) {
    if (what instanceof Incident incident) {
      onIncident(incident);
    } else if (what instanceof Page page && page.action() == PageAction.TRIGGER) {
      calls.add(page);
    } else if (what instanceof PageReceipt receipt && receipt.outcome() != PageOutcome.DELIVERED) {
      failures.add(receipt);
    }
  }

  /** Whether nothing more is to come of the drill. */
  synchronized boolean isOver() {
    if (worst == null) {
      return eventTime.isAfter(drill.endsAt().plus(FADING));
    }
    boolean moved = chronicle.timeTo(Step.REDIRECT) != null;
    return chronicle.timeTo(Step.RESOLVED) != null
        && (!moved || chronicle.timeTo(Step.CLOSED) != null);
  }

  /** What is known now. */
  synchronized DrillFacts facts(DrillScenario scenario) {
    Map<Step, Duration> times = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      Duration after = chronicle.timeTo(step);
      if (after != null) {
        times.put(step, after);
      }
    }
    return new DrillFacts(
        scenario, worst, crisisAt, times, List.copyOf(calls), List.copyOf(failures), isOver());
  }

  private void onIncident(Incident incident) {
    if (worst == null || incident.severity().compareTo(worst) > 0) {
      worst = incident.severity();
    }
    if (crisisAt == null && incident.severity().compareTo(Severity.WARNING) >= 0) {
      crisisAt = incident.at();
    }
  }

  private boolean isOurs(@Nullable Drill mark) {
    return mark != null && mark.id().equals(drill.id());
  }
}
