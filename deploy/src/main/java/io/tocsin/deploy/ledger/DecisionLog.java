package io.tocsin.deploy.ledger;

import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageReceipt;
import io.tocsin.spike.Spike;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided and done, as the topics hold it.
 *
 * @param spikes every phase of every spike
 * @param incidents every change of every incident
 * @param pages every page; one that was written again after a restore may stand there again
 * @param receipts how deliveries ended; none in a replay
 * @param acks what people did
 */
record DecisionLog(
    List<Spike> spikes,
    List<Incident> incidents,
    List<Page> pages,
    List<PageReceipt> receipts,
    List<Ack> acks) {
  /** The page of this dedup key; null if there is none. */
  @Nullable Page page(String dedupKey) {
    return pages.stream().filter(page -> page.dedupKey().equals(dedupKey)).findFirst().orElse(null);
  }

  /** The changes of an incident, in order. */
  Stream<Incident> changesOf(String incidentId) {
    return incidents.stream()
        .filter(incident -> incident.id().equals(incidentId))
        .sorted(Comparator.comparing(Incident::at));
  }

  /** The incident as it was last told until then; null if the log does not reach back so far. */
  @Nullable Incident incidentAt(String incidentId, Instant at) {
    return changesOf(incidentId)
        .filter(incident -> !incident.at().isAfter(at))
        .reduce((before, after) -> after)
        .orElse(null);
  }

  /** The spike as it was last told until then; null if the log does not reach back so far. */
  @Nullable Spike spikeAt(String spikeId, Instant at) {
    return spikes.stream()
        .filter(spike -> spike.id().equals(spikeId) && !spike.at().isAfter(at))
        .max(Comparator.comparing(Spike::at))
        .orElse(null);
  }

  /** How the page's delivery ended; nothing while that is open, or nobody wrote it down. */
  Stream<PageReceipt> receiptsOf(Page page) {
    return receipts.stream()
        .filter(
            receipt ->
                receipt.dedupKey().equals(page.dedupKey()) && receipt.action() == page.action());
  }

  /** What people said of an incident, in order. */
  Stream<Ack> acksOf(String incidentId) {
    return acks.stream()
        .filter(ack -> ack.incidentId().equals(incidentId))
        .sorted(Comparator.comparing(Ack::at));
  }

  /** Every page about the incident but this one, in order. */
  Stream<Page> pagesBeside(Page page) {
    return pages.stream()
        .filter(other -> other.incidentId().equals(page.incidentId()))
        .filter(other -> !other.dedupKey().equals(page.dedupKey()))
        .filter(other -> other.action() == PageAction.TRIGGER)
        .sorted(Comparator.comparing(Page::at).thenComparing(Page::dedupKey));
  }
}
