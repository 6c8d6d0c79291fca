package io.tocsin.deploy.desk;

import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Incidents that are going on, and the latest that are over. */
final class IncidentBook {
  /** One incident a brand is open at a time, so that this is far beyond any plan's brands. */
  static final int MOST_OPEN = 10_000;

  static final int MOST_RESOLVED = 50;
  static final int MOST_ACKS = 200;

  private static final Comparator<Incident> WORST_FIRST =
      Comparator.comparing(Incident::severity)
          .reversed()
          .thenComparing(Incident::openedAt)
          .thenComparing(Incident::id);

  private final LatestByTime<Incident> open =
      new LatestByTime<>(MOST_OPEN, Incident::id, Incident::at);
  private final LatestByTime<Incident> resolved =
      new LatestByTime<>(MOST_RESOLVED, Incident::id, Incident::at);
  private final LatestByTime<Ack> acks = new LatestByTime<>(MOST_ACKS, Ack::incidentId, Ack::at);

  private final LatestByTime<AckReceipt> receipts =
      new LatestByTime<>(
          MOST_ACKS, receipt -> receipt.ack().incidentId(), receipt -> receipt.ack().at());

  private final SecondOpinions opinions;
  private final InsightBook insights;

  /** With whoever is asked about the example posts of open incidents. */
  IncidentBook(SecondOpinions opinions, InsightBook insights) {
    this.opinions = opinions;
    this.insights = insights;
  }

  /** Takes the latest record of an incident. */
  void put(Incident incident) {
    boolean over = incident.state() == IncidentState.RESOLVED;
    (over ? open : resolved).remove(incident.id());
    (over ? resolved : open).put(incident);
    insights.put(incident);
  }

  /**
   * Takes an acknowledgement; the last for an incident stands. Other actions are not on its way.
   */
  void put(Ack ack) {
    if (ack.action() == AckAction.ACKNOWLEDGE) {
      acks.put(ack);
    }
  }

  /** Takes what became of an acknowledgement: it is no longer on its way. */
  void put(AckReceipt receipt) {
    if (receipt.ack().action() == AckAction.ACKNOWLEDGE) {
      receipts.put(receipt);
    }
  }

  /** Has the examples of open incidents read that nobody read yet, the worst first. */
  void explain() {
    insights.ask(openWorstFirst().map(Incident::id).toList());
  }

  /** Takes what was read in the examples since; returns whether a card changed. */
  boolean takeInsights() {
    return insights.takeAnswers();
  }

  /** Worst first, then longest open first. */
  List<IncidentCard> open() {
    List<Incident> worstFirst = openWorstFirst().toList();
    worstFirst.forEach(opinions::ask);
    return worstFirst.stream().map(this::card).toList();
  }

  private Stream<Incident> openWorstFirst() {
    return open.newestFirst().stream().sorted(WORST_FIRST);
  }

  /** The latest to end first. */
  List<IncidentCard> resolved() {
    return resolved.newestFirst().stream().map(this::card).toList();
  }

  private IncidentCard card(Incident incident) {
    @Nullable Ack ack = acks.get(incident.id());
    return new IncidentCard(
        incident,
        ack != null && isUnderWay(ack, incident) ? ack : null,
        opinions.on(incident),
        insights.of(incident.id()));
  }

  /**
   * One that the job has answered, or from before the incident's latest change, was seen by the
   * job, and may have lapsed since. Its time is of the wall clock and the incident's of the
   * mentions, which is some seconds behind: the answer alone tells, where there is one.
   */
  private boolean isUnderWay(Ack ack, Incident incident) {
    @Nullable AckReceipt receipt = receipts.get(incident.id());
    boolean answered = receipt != null && !receipt.ack().at().isBefore(ack.at());
    return !answered && incident.acknowledgedBy() == null && !ack.at().isBefore(incident.at());
  }
}
