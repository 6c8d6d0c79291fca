package io.tocsin.jobs.topology;

import io.tocsin.feed.FeedReport;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.scoring.lexicon.LexiconScorer;
import io.tocsin.spike.Spike;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.testutils.junit.SharedObjectsExtension;
import org.apache.flink.testutils.junit.SharedReference;

/** Everything that left the crisis topology, over as many jobs as wrote to it. */
final class CrisisRun implements Consumer<Object> {
  /** Opens when somebody is paged. */
  final CompletableFuture<Void> paged = new CompletableFuture<>();

  private final ConcurrentLinkedQueue<Object> taken = new ConcurrentLinkedQueue<>();

  @Override
  public void accept(Object record) {
    taken.add(record);
    if (record instanceof Page) {
      paged.complete(null);
    }
  }

  /** Lets everything of the topology over these records come here. */
  static void define(
      DataStream<ParsedRecord> records, CrisisRun into, SharedObjectsExtension shared) {
    PlanStreams plans = SmallWorld.plans(records);
    CrisisStreams streams =
        CrisisTopology.define(
            CrisisInputs.ofMentions(records),
            plans,
            LexiconScorer::new,
            JobSettings.of(Map.of()).windows());
    SharedReference<CrisisRun> taker = shared.add(into);
    streams.spikes().sinkTo(new GatheringSink<>(taker)).uid("spikes");
    streams.feed().sinkTo(new GatheringSink<>(taker)).uid("feed");
    streams.pages().sinkTo(new GatheringSink<>(taker)).uid("pages");
    streams.kpis().sinkTo(new GatheringSink<>(taker)).uid("kpis");
  }

  /** All spikes, whole, in a fixed order. */
  List<String> spikes() {
    return all(Spike.class).stream().map(Spike::toString).sorted().toList();
  }

  /**
   * All spikes in a fixed order, without what each subtask estimates from what it saw itself: how
   * far a post of an author who hides his followers reaches, and so which examples tell most.
   */
  List<String> spikesWithoutEstimates() {
    return all(Spike.class).stream()
        .map(
            spike ->
                String.join(
                    " ",
                    spike.id(),
                    String.valueOf(spike.phase()),
                    String.valueOf(spike.at()),
                    String.valueOf(spike.windowMillis()),
                    String.valueOf(spike.observed()),
                    String.valueOf(spike.expected()),
                    String.valueOf(spike.score()),
                    String.valueOf(spike.mentions()),
                    String.valueOf(spike.distinctTexts()),
                    String.valueOf(spike.distinctAuthors()),
                    String.valueOf(spike.negativeShare())))
        .sorted()
        .toList();
  }

  List<String> feed() {
    return all(FeedReport.class).stream().map(FeedReport::toString).sorted().toList();
  }

  List<String> pages() {
    return all(Page.class).stream()
        .map(page -> page.dedupKey() + " " + page.action() + " " + page.at())
        .sorted()
        .toList();
  }

  long calls() {
    return all(Page.class).stream().filter(page -> page.action() == PageAction.TRIGGER).count();
  }

  /** All values of a metric, as text. */
  List<String> values(KpiMetric metric) {
    return all(Kpi.class).stream()
        .filter(kpi -> kpi.metric() == metric)
        .map(kpi -> kpi.series() + " " + kpi.value() + " at " + kpi.at())
        .toList();
  }

  /** The last value of a metric, over all its series. */
  long total(KpiMetric metric) {
    Map<String, Kpi> last = new HashMap<>();
    for (Kpi kpi : all(Kpi.class)) {
      if (kpi.metric() == metric) {
        last.merge(kpi.series(), kpi, (a, b) -> a.at().isAfter(b.at()) ? a : b);
      }
    }
    return Math.round(last.values().stream().mapToDouble(Kpi::value).sum());
  }

  /** All records of a type, in the order in which they came. */
  <T> List<T> all(Class<T> type) {
    return taken.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
