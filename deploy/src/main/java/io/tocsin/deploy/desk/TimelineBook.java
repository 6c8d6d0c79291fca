package io.tocsin.deploy.desk;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Redirect;
import java.util.List;
import java.util.Map;

/** The course of each incident, of those that something happened to last. */
final class TimelineBook {
  static final int MOST_INCIDENTS = 500;
  static final int MOST_MOMENTS = 200;

  private final LatestByGroup<Moment> courses =
      new LatestByGroup<>(MOST_INCIDENTS, MOST_MOMENTS, Moment::key, Moment::at);

  /** Takes a change of the incident; new figures alone are no step in its course. */
  void put(Incident incident) {
    if (incident.change() != IncidentChange.UPDATED) {
      courses.put(incident.id(), Moment.of(incident));
    }
  }

  void put(Page page) {
    courses.put(page.incidentId(), Moment.of(page));
  }

  void put(PageReceipt receipt) {
    courses.put(receipt.incidentId(), Moment.of(receipt));
  }

  void put(Redirect redirect) {
    courses.put(redirect.incidentId(), Moment.of(redirect));
  }

  /** By incident, the latest step first. */
  Map<String, List<Moment>> byIncident() {
    return courses.newestFirst();
  }
}
