package io.tocsin.response.overflow;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the overflow of a brand depends on: exactly one of its last three is there.
 *
 * @param brand the brand's key
 * @param at when
 * @param incident the incident changed
 * @param assignment a mention was put somewhere
 * @param response a person did something about a mention
 */
public record QueueNews(
    String brand,
    Instant at,
    @Nullable IncidentNews incident,
    @Nullable Assignment assignment,
    @Nullable Response response) {
  /** By time; of one time incidents first, and each mention is put before it is answered. */
  static final Comparator<QueueNews> IN_ORDER =
      Comparator.comparing(QueueNews::at)
          .thenComparing(QueueNews::rank)
          .thenComparing(QueueNews::subject);

  /**
   * What of an incident matters here.
   *
   * @param id the incident's
   * @param severity how bad it is
   * @param over whether it is resolved
   * @param drill the drill that it is part of; null where it is real
   */
  public record IncidentNews(String id, Severity severity, boolean over, @Nullable Drill drill) {}

  /** An incident changed. */
  public static QueueNews of(Incident incident) {
    boolean over = incident.state() == IncidentState.RESOLVED;
    return new QueueNews(
        incident.brand(),
        incident.at(),
        new IncidentNews(incident.id(), incident.severity(), over, incident.drill()),
        null,
        null);
  }

  /** A mention was put somewhere. */
  public static QueueNews of(Assignment assignment) {
    return new QueueNews(assignment.brand(), assignment.at(), null, assignment, null);
  }

  /** A person did something about a mention. */
  public static QueueNews of(Response response) {
    return new QueueNews(response.brand(), response.at(), null, null, response);
  }

  /** The book that it goes to: a drill's incident has one of its own. */
  public String bookKey() {
    return IncidentBookKey.of(brand, incident == null ? null : incident.drill());
  }

  /** Whether all is there that must be: from outside, any field may be missing. */
  static boolean isWhole(Assignment told) {
    return Stream.of(told.mentionId(), told.brand(), told.queue(), told.waitingSince(), told.at())
        .allMatch(Objects::nonNull);
  }

  /** The same of a response. */
  static boolean isWhole(Response told) {
    return Stream.of(told.mentionId(), told.brand(), told.kind(), told.at())
        .allMatch(Objects::nonNull);
  }

  private int rank() {
    return incident != null ? 0 : assignment != null ? 1 : 2;
  }

  private String subject() {
    if (incident != null) {
      return incident.id();
    }
    return assignment != null
        ? assignment.mentionId() + " " + assignment.queue()
        : Objects.requireNonNull(response).mentionId() + " " + response.kind();
  }
}
