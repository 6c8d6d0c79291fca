package io.tocsin.response.world;

import io.tocsin.incident.AckAnswer;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whoever takes an incident has peace until it grows beyond what it has been, is given back, or the
 * plan or a snooze lets the taking lapse.
 */
final class NoneAfterAnAcknowledgement extends Promise {
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Severity> worst = new HashMap<>();

  @Override
  void answered(AckReceipt receipt) {
    if (receipt.answer() == AckAnswer.TAKEN) {
      switch (receipt.ack().action()) {
        case ACKNOWLEDGE, MITIGATE -> taken.add(receipt.ack().incidentId());
        case RELEASE -> taken.remove(receipt.ack().incidentId());
        default -> {}
      }
    }
  }

  @Override
  void told(Incident incident) {
    Severity before = worst.get(incident.id());
    if (before == null || incident.severity().compareTo(before) > 0) {
      worst.put(incident.id(), incident.severity());
      taken.remove(incident.id());
    }
    switch (incident.change()) {
      case ACKNOWLEDGEMENT_LAPSED, SNOOZE_ENDED, RESOLVED -> taken.remove(incident.id());
      default -> {}
    }
  }

  @Override
  void paged(Page page) {
    if (page.action() == PageAction.TRIGGER) {
      holds(!taken.contains(page.incidentId()), "paged though somebody has it", page);
    }
  }
}
