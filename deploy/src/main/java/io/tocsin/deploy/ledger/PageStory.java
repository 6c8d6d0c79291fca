package io.tocsin.deploy.ledger;

import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import io.tocsin.incident.Incident;
import io.tocsin.incident.SeverityGrounds;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageGrounds;
import io.tocsin.response.PageReceipt;
import io.tocsin.spike.Spike;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was paged, in words, from the log alone. What the log does not hold is said to be
 * missing and never guessed.
 */
final class PageStory {
  private static final String RESOLVE = "/resolve";

  private final DecisionLog log;
  private final Page page;
  private final List<String> lines = new ArrayList<>();

  private PageStory(DecisionLog log, Page page) {
    this.log = log;
    this.page = page;
  }

  /** The story, line by line. */
  static List<String> of(DecisionLog log, Page page) {
    return new PageStory(log, page).told();
  }

  private List<String> told() {
    what();
    who();
    Incident incident = incident();
    spikes(incident);
    acknowledgements(incident);
    delivery();
    text();
    return lines;
  }

  private void what() {
    line("Page %s", page.dedupKey());
    line(
        "  %s, %s, to %s: %s",
        word(page.action()), word(page.severity()), page.target().name(), page.title());
    line("  decided at %s by plan %s", page.at(), page.planVersion());
    line("  because %s", page.decision());
  }

  private void who() {
    heading("Who");
    PageGrounds grounds = page.grounds();
    if (grounds != null) {
      rule(grounds);
    } else if (page.action() == PageAction.RESOLVE) {
      line("  %s was paged before and is told that it is over", page.target().name());
      line("  the page before: %s", keyOfTheAlarm());
    } else {
      line("  the rule and who was on call are not in the log: an older job decided this page");
    }
    List<String> others = log.pagesBeside(page).map(PageStory::brief).toList();
    line("  other pages about this incident: %s", others.isEmpty() ? "none" : others.size());
    others.forEach(other -> line("    %s", other));
  }

  private void rule(PageGrounds grounds) {
    line(
        "  the rule %s %s from %s on, %s, %s",
        asks() ? "pages" : "informs",
        grounds.rule(),
        word(grounds.from()),
        grounds.afterMillis() == 0
            ? "at once"
            : "after " + span(grounds.afterMillis()) + " without acknowledgement",
        grounds.times() == 1
            ? "once"
            : grounds.times() + " times, " + span(grounds.everyMillis()) + " apart");
    line(
        "  this is %s %d of %d to %s",
        asks() ? "page" : "notice", grounds.number(), grounds.times(), page.target().name());
    line("  %s", onCall(grounds));
    if (grounds.heldBack()) {
      line("  quiet hours had held it back");
    }
    if (grounds.takenBefore() != null) {
      line("  %s had acknowledged it before", grounds.takenBefore());
    }
    if (!grounds.others().isEmpty()) {
      line("  paged before or together with it: %s", String.join(", ", grounds.others()));
    }
  }

  /** Whether somebody had to acknowledge. */
  private boolean asks() {
    return page.action() == PageAction.TRIGGER;
  }

  private String onCall(PageGrounds grounds) {
    String name = page.target().name();
    if (grounds.standsIn()) {
      return "nobody was on call in " + grounds.rule() + "; " + name + " is the last resort";
    }
    return grounds.rota()
        ? name + " was on call in " + grounds.rule() + " at that moment"
        : name + " is named by the rule itself";
  }

  private @Nullable Incident incident() {
    heading("Incident " + page.incidentId());
    PageGrounds grounds = page.grounds();
    Incident incident =
        log.incidentAt(page.incidentId(), grounds == null ? page.at() : grounds.incidentAt());
    if (incident == null) {
      line("  the log does not reach back to it");
      return null;
    }
    line(
        "  as told at %s: %s, %s, %s",
        incident.at(), word(incident.change()), word(incident.state()), word(incident.severity()));
    line("  opened at %s, began about %s", incident.openedAt(), incident.since());
    line("  %s", incident.reason());
    if (grounds != null) {
      line("  it had been %s since %s", word(incident.severity()), grounds.reachedAt());
    }
    severity(incident.grounds());
    log.changesOf(page.incidentId()).forEach(change -> line("    %s", brief(change)));
    return incident;
  }

  private void severity(@Nullable SeverityGrounds grounds) {
    if (grounds == null) {
      line("  why it is as bad as that is not in the log: an older job judged it");
      return;
    }
    line("  as bad as that because %s", grounds.reason().words());
    line(
        "    rarity %.1f decades (critical from %.1f), reach %,d people (critical from %,d)",
        grounds.score(),
        grounds.policy().criticalScore(),
        grounds.reach(),
        grounds.policy().criticalReach());
    line(
        "    %d locations burned at once (warning from %d, critical from %d)",
        grounds.locations(),
        grounds.policy().warningLocations(),
        grounds.policy().criticalLocations());
  }

  private void spikes(@Nullable Incident incident) {
    if (incident == null) {
      return;
    }
    heading("Spikes");
    String leading = incident.leadingSpike();
    List<String> ids = new ArrayList<>(incident.spikes());
    if (leading != null && !ids.contains(leading)) {
      ids.add(0, leading);
    }
    for (String id : ids) {
      String mark = id.equals(leading) ? " (its figures are the incident's)" : "";
      line("  %s%s", id, mark);
      Spike spike = log.spikeAt(id, incident.at());
      line("    %s", spike == null ? "not in the log" : brief(spike));
    }
  }

  private void acknowledgements(@Nullable Incident incident) {
    heading("Acknowledgements");
    String by = incident == null ? null : incident.acknowledgedBy();
    line("  when it was decided: %s", by == null ? "nobody had taken it" : "taken by " + by);
    for (Ack ack : log.acksOf(page.incidentId()).toList()) {
      line(
          "  %s %s at %s, %s",
          ack.by(), deed(ack.action()), ack.at(), apart(Duration.between(page.at(), ack.at())));
    }
    log.changesOf(page.incidentId())
        .filter(change -> change.at().isAfter(page.at()) && change.acknowledgedBy() != null)
        .findFirst()
        .ifPresent(taken -> line("  the job knew at %s: %s", taken.at(), brief(taken)));
  }

  private static String deed(AckAction action) {
    return switch (action) {
      case ACKNOWLEDGE -> "took it";
      case RELEASE -> "gave it back";
      case MITIGATE -> "said that work is on";
      case SNOOZE -> "snoozed it";
      case SILENCE -> "silenced it";
      case UNSILENCE -> "ended its silence";
      case MERGE -> "merged it into another";
      case SPLIT -> "took it out of another";
      case RESOLVE -> "resolved it";
    };
  }

  private void delivery() {
    heading("Delivery");
    List<PageReceipt> receipts = log.receiptsOf(page).toList();
    if (receipts.isEmpty()) {
      line("  the log holds no receipt: it is under way, or this is a replay");
    }
    for (PageReceipt receipt : receipts) {
      line(
          "  %s after %d attempts at %s: %s",
          word(receipt.outcome()), receipt.attempts(), receipt.at(), receipt.detail());
    }
  }

  private void text() {
    heading("What it said");
    page.body().lines().forEach(said -> line("  %s", said));
  }

  private String keyOfTheAlarm() {
    String key = page.dedupKey();
    return key.endsWith(RESOLVE) ? key.substring(0, key.length() - RESOLVE.length()) : key;
  }

  private static String brief(Page other) {
    return other.at() + " " + other.dedupKey();
  }

  private static String brief(Incident change) {
    String by = change.acknowledgedBy();
    return "%s %s: %s, %s%s"
        .formatted(
            change.at(),
            word(change.change()),
            word(change.state()),
            word(change.severity()),
            by == null ? "" : ", taken by " + by);
  }

  private static String brief(Spike spike) {
    return "%s at %s: %s".formatted(word(spike.phase()), spike.at(), spike.why());
  }

  private static String apart(Duration since) {
    return since.isNegative()
        ? span(-since.toMillis()) + " before this page"
        : span(since.toMillis()) + " after this page";
  }

  private static String span(long millis) {
    Duration span = Duration.ofMillis(millis);
    return span.toSecondsPart() == 0 && span.toMinutes() > 0
        ? span.toMinutes() + " min"
        : span.toSeconds() + " s";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void heading(String words) {
    lines.add("");
    lines.add(words);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is in no library that we have
  private void line(String form, Object... values) {
    lines.add(String.format(Locale.ROOT, form, values));
  }
}
