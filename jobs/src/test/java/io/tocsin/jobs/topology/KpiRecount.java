package io.tocsin.jobs.topology;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.PartKind;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.scoring.lexicon.LexiconScorer;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All counters of the catalogue counted anew from lists that are at hand whole: no windows, no
 * partial sums, no time but the mentions' own. What only a running job knows, such as how far a
 * post is estimated to reach, is read from the scored mentions.
 */
final class KpiRecount {
  private static final double[] ALARM = {10, 20, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 14_400};
  private static final double[] RESPONSE = {
    60, 300, 900, 1_800, 3_600, 4_500, 7_200, 14_400, 28_800, 86_400, 259_200
  };
  private static final long PANE = 10_000;
  private static final long INTERVAL = 5_000;

  private final LexiconScorer scorer = new LexiconScorer();
  private final Map<String, Double> totals = new TreeMap<>();
  private final Map<String, Long> namedAt = new HashMap<>();
  private final Map<String, Double> unnamed = new HashMap<>();
  private final Set<String> assigned = new HashSet<>();

  /** Every counter that is not zero, by series. */
  static Map<String, Double> of(List<ParsedRecord> records, CrisisRun run) {
    KpiRecount recount = new KpiRecount();
    recount.read(records);
    run.all(ScoredMention.class).forEach(recount::scored);
    recount.places(run.all(ScoredMention.class));
    records.forEach(recount::answered);
    run.all(Spike.class).forEach(recount::spike);
    run.all(Incident.class).forEach(recount::incident);
    run.all(Page.class).forEach(recount::page);
    run.all(FeedReport.class).stream()
        .filter(report -> report.phase() == FeedPhase.STANDING_STILL)
        .forEach(
            report ->
                recount.one(
                    "feed_gaps_total",
                    "channel",
                    report.channel() == null ? "*" : report.channel()));
    recount.totals.values().removeIf(total -> total == 0);
    return recount.totals;
  }

  private void read(List<ParsedRecord> records) {
    Set<String> seen = new HashSet<>();
    for (ParsedRecord record : records) {
      Mention mention = record.mention();
      if (record.deadLetter() != null) {
        one("mentions_read_total");
        one("mentions_rejected_total", "reason", word(record.deadLetter().reason()));
      } else if (mention != null && mention.drill() != null) {
        one("drill_mentions_total");
      } else if (mention != null) {
        one("mentions_read_total");
        boolean known = mention.text().startsWith("@");
        if (!known) {
          one("mentions_accepted_total");
          one("mentions_unmatched_total");
        } else {
          one(seen.add(mention.id()) ? "mentions_accepted_total" : "mentions_repeated_total");
        }
      }
    }
  }

  private void scored(ScoredMention scored) {
    Mention mention = scored.mention();
    if (mention.drill() != null) {
      return;
    }
    Sentiment sentiment = scorer.score(mention.text(), mention.lang());
    String label = word(sentiment.label());
    String language = sentiment.language();
    one(
        "scorings_total",
        "model",
        sentiment.model(),
        "language",
        language == null ? "unknown" : language.equals("en") ? "en" : "other",
        "outcome",
        label.equals("unscored") ? "unscored" : "scored");
    one(
        "rankings_total",
        "basis",
        word(scored.influence().basis()),
        "scale",
        word(scored.influence().scale()));
    String brand = mention.text().startsWith("@acme") ? "acme" : "zeta";
    if (mention.id().equals(KpiWorld.LATE)) {
      one("mentions_late_total", "brand", brand);
      return;
    }
    String channel = mention.channel();
    one("mentions_total", "brand", brand, "channel", channel, "sentiment", label);
    sum("negativity_total", millionths(sentiment.negative()), brand, channel);
    sum("positivity_total", millionths(sentiment.positive()), brand, channel);
    sum("reach_people_total", scored.influence().reach(), brand, channel);
    var seen = mention.engagement();
    sum("engagements_total", seen.likes() + seen.shares() + seen.replies(), brand, channel);
    sum("shares_total", seen.shares(), brand, channel);
    sum("views_total", seen.views(), brand, channel);
    Float needed = scored.intent().needsResponse();
    sum("needs_response_total", needed == null ? 0 : millionths(needed), brand, channel);
    for (IntentKind kind : scored.intent().kinds()) {
      one("mentions_by_kind_total", "brand", brand, "kind", kind.word());
    }
  }

  /** Slice by slice: those that are busy by then are named, the busiest first, at most 50. */
  private void places(List<ScoredMention> all) {
    Map<Long, List<ScoredMention>> slices = new TreeMap<>();
    for (ScoredMention scored : all) {
      Mention mention = scored.mention();
      if (mention.drill() == null && !mention.id().equals(KpiWorld.LATE)) {
        long start = Math.floorDiv(mention.createdAtMillis(), PANE) * PANE;
        slices.computeIfAbsent(start, unused -> new ArrayList<>()).add(scored);
      }
    }
    slices.forEach(this::placesOfSlice);
  }

  private void placesOfSlice(long start, List<ScoredMention> slice) {
    for (ScoredMention scored : slice) {
      places(scored).forEach(place -> unnamed.merge(place, 1.0, Double::sum));
    }
    unnamed.keySet().removeAll(namedAt.keySet());
    unnamed.entrySet().stream()
        .filter(place -> place.getValue() >= 20)
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(50 - namedAt.size())
        .map(Map.Entry::getKey)
        .toList()
        .forEach(place -> namedAt.put(place, start + INTERVAL));
    for (ScoredMention scored : slice) {
      for (String place : places(scored)) {
        String name = namedAt.containsKey(place) ? place : "other";
        one("location_mentions_total", "brand", "acme", "location", name);
        add(
            series("location_negativity_total", "brand", "acme", "location", name),
            millionths(scored.sentiment().negative()));
      }
    }
  }

  private static List<String> places(ScoredMention scored) {
    return scored.parts().stream()
        .filter(part -> part.kind() == PartKind.LOCATION)
        .map(BrandPart::key)
        .toList();
  }

  private void answered(ParsedRecord record) {
    Assignment told = KpiWorld.assignment(record);
    Mention mention = record.mention();
    if (told == null || mention == null || !isFirst(mention.id())) {
      return;
    }
    String channel = "x".equals(told.channel()) ? "x" : "other";
    String[] labels = {"brand", "acme", "department", "service", "channel", channel};
    one("assigned_total", labels);
    Response response = KpiWorld.response(record);
    Instant answer = response == null ? null : response.at();
    if (Duration.between(told.waitingSince(), answer == null ? told.at() : answer).toHours()
        >= 72) {
      one("unanswered_72_hours_total", labels);
    }
    if (answer != null) {
      double waited = seconds(told.waitingSince(), answer);
      observed("response_seconds", RESPONSE, waited, labels);
      if (told.location() != null) {
        long look = (mention.createdAtMillis() / 1_000 + 1) * 1_000 - 1;
        String place = nameAt(told.location(), look);
        observed("location_response_seconds", RESPONSE, waited, "brand", "acme", "location", place);
      }
    }
  }

  private boolean isFirst(String id) {
    return assigned.add(id);
  }

  private String nameAt(String place, long millis) {
    long interval = (Math.floorDiv(millis, INTERVAL) + 1) * INTERVAL;
    Long named = namedAt.get(place);
    return named != null && named <= interval ? place : "other";
  }

  private void spike(Spike spike) {
    if (spike.phase() == SpikePhase.RAISED && spike.watch().drill() == null) {
      one("spikes_total", "brand", spike.watch().brand(), "signal", word(spike.signal()));
    }
  }

  private void incident(Incident incident) {
    String brand = incident.brand();
    boolean opened = incident.change() == IncidentChange.OPENED;
    if (incident.drill() != null) {
      add(series("drill_incidents_total", "brand", brand), opened ? 1 : 0);
      return;
    }
    one(
        "incident_changes_total",
        "brand",
        brand,
        "severity",
        word(incident.severity()),
        "change",
        word(incident.change()));
    if (opened) {
      one("incidents_total", "brand", brand);
      double seconds = seconds(incident.since(), incident.openedAt());
      observed("time_to_detect_seconds", ALARM, seconds, "brand", brand);
    }
  }

  private void page(Page page) {
    if (page.drill() != null) {
      return;
    }
    one("pages_total", "brand", page.brand(), "action", word(page.action()));
    if (page.action() == PageAction.TRIGGER) {
      double seconds = seconds(page.since(), page.at());
      observed("time_to_page_seconds", ALARM, seconds, "brand", page.brand());
    }
  }

  private void observed(String name, double[] bounds, double value, String... labels) {
    List<String> withBound = new ArrayList<>(List.of(labels));
    withBound.addAll(List.of("le", "+Inf"));
    int last = withBound.size() - 1;
    add(series(name + "_bucket", withBound.toArray(String[]::new)), 1);
    for (double bound : bounds) {
      withBound.set(last, String.valueOf(bound));
      add(series(name + "_bucket", withBound.toArray(String[]::new)), value <= bound ? 1 : 0);
    }
    add(series(name + "_sum", labels), value);
    add(series(name + "_count", labels), 1);
  }

  private void one(String name, String... labels) {
    add(series(name, labels), 1);
  }

  private void sum(String name, double amount, String brand, String channel) {
    add(series(name, "brand", brand, "channel", channel), amount);
  }

  private void add(String series, double amount) {
    totals.merge(series, amount, Double::sum);
  }

  private static String series(String name, String... labels) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < labels.length; i += 2) {
      pairs.add(labels[i] + "=\"" + labels[i + 1] + "\"");
    }
    return pairs.isEmpty() ? name : name + "{" + String.join(",", pairs) + "}";
  }

  /** Probabilities are counted in millionths. */
  private static double millionths(float probability) {
    return Math.round(probability * 1e6) / 1e6;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static String word(@Nullable Enum<?> value) {
    return String.valueOf(value).toLowerCase(Locale.ROOT);
  }
}
