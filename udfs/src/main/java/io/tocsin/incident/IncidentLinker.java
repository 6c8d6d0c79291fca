package io.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ties incidents of several brands: crises of brands that the plan puts into one group, crises that
 * open within minutes of each other with the same rare phrases, and what people merge. A tie is
 * told and pages nobody; a merged incident pages nobody until it grows, is split, or the incident
 * that it was merged into is over.
 */
final class IncidentLinker {
  /** How far apart crises may open of which the same phrases say that they are one. */
  static final Duration TOGETHER = Duration.ofMinutes(10);

  private static final int FEWEST_PHRASES = 2;

  private final Map<String, BrandKin> brands;

  /** Ties incidents of these brands. */
  IncidentLinker(Map<String, BrandKin> brands) {
    this.brands = brands;
  }

  /** The incident as told, with its ties, and those of others that changed by it. */
  List<Incident> onIncident(LinkBook book, Incident told) {
    LinkBook.Tied tied = entry(book, told);
    List<Incident> out = new ArrayList<>();
    if (told.state() == IncidentState.RESOLVED) {
      book.open.remove(tied);
      out.add(tied.tied(told));
      out.addAll(free(book, told));
      return out;
    }
    tied.incident = told;
    if (tied.mergedAt != null && told.pagedSeverity().compareTo(tied.mergedAt) > 0) {
      part(tied);
    }
    List<Incident> others = link(book, tied, told.at());
    out.add(tied.tied(told));
    out.addAll(others);
    return out;
  }

  private static LinkBook.Tied entry(LinkBook book, Incident told) {
    LinkBook.Tied tied = book.of(told.id());
    if (tied == null) {
      tied = new LinkBook.Tied();
      tied.incident = told;
      tied.since = told.at();
      book.open.add(tied);
    }
    return tied;
  }

  /** Whatever was merged into an incident that is over stands for itself again. */
  private static List<Incident> free(LinkBook book, Incident over) {
    List<Incident> freed = new ArrayList<>();
    for (LinkBook.Tied tied : book.open) {
      if (over.id().equals(tied.mergedInto)) {
        part(tied);
        freed.add(changed(tied, IncidentChange.SPLIT, over.at(), null, over.id() + " is over"));
      }
    }
    return freed;
  }

  private static void part(LinkBook.Tied tied) {
    tied.mergedInto = null;
    tied.mergedAt = null;
  }

  private List<Incident> link(LinkBook book, LinkBook.Tied tied, Instant now) {
    List<Incident> changed = new ArrayList<>();
    for (LinkBook.Tied other : book.open) {
      if (other != tied && !tied.isLinkedTo(other.told().id()) && link(tied, other)) {
        changed.add(changed(other, IncidentChange.LINKED, now, null, null));
      }
    }
    return changed;
  }

  private boolean link(LinkBook.Tied one, LinkBook.Tied other) {
    if (!isCrisis(one) || !isCrisis(other) || !areOfOneWorld(one, other)) {
      return false;
    }
    String group = kin(one).group();
    if (group != null && group.equals(kin(other).group())) {
      tie(one, other, LinkReason.SHARED_GROUP, group);
      return true;
    }
    List<String> phrases = sharedPhrases(one.told(), other.told());
    if (phrases.size() < FEWEST_PHRASES) {
      return false;
    }
    tie(one, other, LinkReason.SHARED_PHRASES, String.join(", ", phrases));
    return true;
  }

  /** What is real has nothing to do with a drill, nor a drill with another. */
  private static boolean areOfOneWorld(LinkBook.Tied one, LinkBook.Tied other) {
    return Objects.equals(one.told().drill(), other.told().drill());
  }

  private static boolean isCrisis(LinkBook.Tied tied) {
    return tied.told().severity() != Severity.NOTICE;
  }

  private List<String> sharedPhrases(Incident one, Incident other) {
    Duration apart = Duration.between(one.openedAt(), other.openedAt()).abs();
    List<String> names =
        List.of(one.brand(), other.brand(), nameOf(one.brand()), nameOf(other.brand()));
    return apart.compareTo(TOGETHER) > 0 ? List.of() : SharedPhrases.of(one, other, names);
  }

  private void tie(LinkBook.Tied one, LinkBook.Tied other, LinkReason reason, String detail) {
    one.links.add(linkTo(other.told(), reason, detail));
    other.links.add(linkTo(one.told(), reason, detail));
  }

  private LinkedIncident linkTo(Incident other, LinkReason reason, String detail) {
    return new LinkedIncident(other.id(), other.brand(), nameOf(other.brand()), reason, detail);
  }

  private BrandKin kin(LinkBook.Tied tied) {
    String brand = tied.told().brand();
    return brands.getOrDefault(brand, new BrandKin(brand, null));
  }

  private String nameOf(String brand) {
    return brands.getOrDefault(brand, new BrandKin(brand, null)).name();
  }

  private static Incident changed(
      LinkBook.Tied tied,
      IncidentChange what,
      Instant at,
      @Nullable String by,
      @Nullable String why) {
    Incident told = tied.told();
    return tied.tied(
        told.told(told.state(), what, at, told.acknowledgedBy(), told.handling().by(by, why)));
  }

  /** What a person merged or split; the incidents that changed by it follow. */
  Merging onAck(LinkBook book, Ack ack, Instant now) {
    AckAnswer answer = answer(book, ack);
    AckReceipt receipt = AckReceipt.of(ack, answer, now);
    if (answer != AckAnswer.REPEATED && answer != AckAnswer.UNKNOWN_INCIDENT) {
      book.take(ack);
    }
    if (answer != AckAnswer.TAKEN) {
      return new Merging(receipt, List.of());
    }
    LinkBook.Tied tied = Objects.requireNonNull(book.of(ack.incidentId()));
    return new Merging(
        receipt,
        ack.action() == AckAction.MERGE ? merge(book, tied, ack, now) : split(tied, ack, now));
  }

  /**
   * What came of it.
   *
   * @param receipt done, or why not
   * @param incidents as they now are
   */
  record Merging(AckReceipt receipt, List<Incident> incidents) {}

  private static AckAnswer answer(LinkBook book, Ack ack) {
    LinkBook.Tied tied = book.of(ack.incidentId(), ack.at());
    if (book.taken.contains(ack)) {
      return AckAnswer.REPEATED;
    }
    if (tied == null) {
      return AckAnswer.UNKNOWN_INCIDENT;
    }
    if (ack.action() == AckAction.SPLIT) {
      return tied.mergedInto == null ? AckAnswer.NOT_MERGED : AckAnswer.TAKEN;
    }
    if (book.of(ack.into(), ack.at()) == null) {
      return AckAnswer.UNKNOWN_INCIDENT;
    }
    LinkBook.Tied leader = leader(book, ack.into());
    if (leader == null || !areOfOneWorld(tied, leader)) {
      return AckAnswer.UNKNOWN_INCIDENT;
    }
    if (leader == tied) {
      return AckAnswer.LEADS_ITSELF;
    }
    return leader.told().id().equals(tied.mergedInto) ? AckAnswer.ALREADY_SO : AckAnswer.TAKEN;
  }

  /** Whoever handles the incident in the end: it may be merged into another itself. */
  private static LinkBook.@Nullable Tied leader(LinkBook book, @Nullable String id) {
    LinkBook.Tied leader = book.of(id);
    while (leader != null && leader.mergedInto != null) {
      leader = book.of(leader.mergedInto);
    }
    return leader;
  }

  private List<Incident> merge(LinkBook book, LinkBook.Tied tied, Ack ack, Instant now) {
    LinkBook.Tied leader = Objects.requireNonNull(leader(book, ack.into()));
    tied.mergedInto = leader.told().id();
    tied.mergedAt = tied.told().pagedSeverity();
    tied.links.removeIf(link -> link.id().equals(leader.told().id()));
    leader.links.removeIf(link -> link.id().equals(tied.told().id()));
    tie(tied, leader, LinkReason.MERGED, "merged by " + ack.by());
    return List.of(
        changed(tied, IncidentChange.MERGED, now, ack.by(), ack.why()),
        changed(leader, IncidentChange.LINKED, now, ack.by(), ack.why()));
  }

  private static List<Incident> split(LinkBook.Tied tied, Ack ack, Instant now) {
    tied.links.removeIf(
        link -> link.reason() == LinkReason.MERGED && link.id().equals(tied.mergedInto));
    part(tied);
    return List.of(changed(tied, IncidentChange.SPLIT, now, ack.by(), ack.why()));
  }
}
