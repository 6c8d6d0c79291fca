package io.tocsin.jobs.wire;

import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Ack;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.kpi.Kpi;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.Mention;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Redirect;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.spike.Spike;
import java.util.function.Function;

/**
 * The Kafka topics, in the order of the flow: name, what a record is, its key, whether only the
 * latest a key counts.
 */
public enum Topic {
  MENTIONS("mentions", Mention.class, value -> ((Mention) value).id(), false),
  DEAD_LETTERS("dead-letters", DeadLetter.class, value -> deadLetterKey((DeadLetter) value), false),
  FEED("feed", FeedReport.class, value -> ((FeedReport) value).id(), false),
  SCORED_MENTIONS(
      "scored-mentions",
      ScoredMention.class,
      value -> ((ScoredMention) value).mention().id(),
      false),
  SPIKES("spikes", Spike.class, value -> ((Spike) value).id(), false),
  ACKS("acks", Ack.class, value -> ((Ack) value).incidentId(), false),
  ACK_RECEIPTS(
      "ack-receipts", AckReceipt.class, value -> ((AckReceipt) value).ack().incidentId(), false),
  INCIDENTS("incidents", Incident.class, value -> ((Incident) value).id(), false),
  PAGES("pages", Page.class, value -> ((Page) value).incidentId(), false),
  PAGE_RECEIPTS(
      "page-receipts", PageReceipt.class, value -> ((PageReceipt) value).dedupKey(), false),
  ASSIGNMENTS("assignments", Assignment.class, value -> ((Assignment) value).mentionId(), false),
  RESPONSES("responses", Response.class, value -> ((Response) value).mentionId(), false),
  REDIRECTS("redirects", Redirect.class, value -> ((Redirect) value).id(), false),
  CRISIS_PLAN("crisis-plan", PlanNotice.class, value -> "plan", true),
  PLAN_REPORTS("plan-reports", PlanReport.class, value -> ((PlanReport) value).version(), false),
  KPIS("kpis", Kpi.class, value -> ((Kpi) value).series(), true);

  private static final String PREFIX = "tocsin.";

  private final String shortName;
  private final Class<?> recordType;
  private final Function<Object, String> key;
  private final boolean compacted;

  Topic(String shortName, Class<?> recordType, Function<Object, String> key, boolean compacted) {
    this.shortName = shortName;
    this.recordType = recordType;
    this.key = key;
    this.compacted = compacted;
  }

  /** The name on Kafka: {@code tocsin.mentions}. */
  public String topicName() {
    return PREFIX + shortName;
  }

  /** The name of its file in a replay: {@code mentions.jsonl}. */
  public String fileName() {
    return shortName + ".jsonl";
  }

  /** What a record of this topic is. */
  public Class<?> recordType() {
    return recordType;
  }

  /** The Kafka key of a record of {@link #recordType}. */
  public String keyOf(Object value) {
    return key.apply(recordType.cast(value));
  }

  /** Whether the topic keeps only the latest record a key. */
  public boolean compacted() {
    return compacted;
  }

  private static String deadLetterKey(DeadLetter letter) {
    return letter.source() + "-" + letter.partition() + "-" + letter.offset();
  }
}
