package io.tocsin.deploy.desk;

import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the page shows it.
 *
 * @param incident the latest record of it
 * @param ack an acknowledgement on its way to the job; null where there is none
 * @param opinions second opinions on its example posts, as far as they came
 * @param insight what its example posts name; null where that is not known
 */
record IncidentCard(
    Incident incident,
    @Nullable Ack ack,
    List<SecondOpinion> opinions,
    @Nullable IncidentInsight insight) {
  /** Who took it, or is about to; null where nobody is known. */
  @Nullable String takenBy() {
    if (incident.acknowledgedBy() != null || ack == null) {
      return incident.acknowledgedBy();
    }
    return ack.by();
  }
}
