package io.tocsin.deploy.stack;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.scoring.ScoredMention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that a reader has seen of the job's topics. */
final class TopicLog implements AutoCloseable {
  private static final Topic[] TOPICS = {
    Topic.SCORED_MENTIONS,
    Topic.INCIDENTS,
    Topic.PAGES,
    Topic.PAGE_RECEIPTS,
    Topic.REDIRECTS,
    Topic.KPIS
  };

  private final List<Object> others = new CopyOnWriteArrayList<>();
  private final List<ScoredMention> scored = Collections.synchronizedList(new ArrayList<>());
  private final List<Kpi> kpis = Collections.synchronizedList(new ArrayList<>());
  private final RecordFollower follower;

  private TopicLog(String bootstrapServers, boolean committedOnly) {
    follower =
        committedOnly
            ? RecordFollower.start(bootstrapServers, this::take, TOPICS)
            : RecordFollower.startUncommitted(bootstrapServers, this::take, TOPICS);
  }

  static TopicLog committed(String bootstrapServers) {
    return new TopicLog(bootstrapServers, true);
  }

  static TopicLog everything(String bootstrapServers) {
    return new TopicLog(bootstrapServers, false);
  }

  List<ScoredMention> scored() {
    synchronized (scored) {
      return List.copyOf(scored);
    }
  }

  <T> List<T> of(Class<T> type) {
    if (type == Kpi.class) {
      synchronized (kpis) {
        return kpis.stream().map(type::cast).toList();
      }
    }
    return others.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Map<String, Kpi> latestKpis() {
    Map<String, Kpi> latest = new HashMap<>();
    of(Kpi.class)
        .forEach(kpi -> latest.merge(kpi.series(), kpi, (a, b) -> a.at().isAfter(b.at()) ? a : b));
    return latest;
  }

  long total(KpiMetric metric) {
    return Kpi.total(metric, latestKpis().values());
  }

  private void take(Object what) {
    if (what instanceof ScoredMention mention) {
      scored.add(mention);
    } else if (what instanceof Kpi kpi) {
      kpis.add(kpi);
    } else {
      others.add(what);
    }
  }

  @Override
  public void close() {
    follower.close();
  }
}
