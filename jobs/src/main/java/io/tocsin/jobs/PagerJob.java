package io.tocsin.jobs;

import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.sink.RecordSinks;
import io.tocsin.jobs.source.RecordSources;
import io.tocsin.jobs.topology.OperatorId;
import io.tocsin.jobs.topology.PagerTopology;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Delivers pages from Kafka and writes their receipts to Kafka. It is apart from detection, because
 * a slow pager must never hold detection back.
 */
public final class PagerJob {
  /** The job's name on a cluster. */
  public static final String NAME = "Tocsin: PagerJob";

  private PagerJob() {}

  /**
   * Runs the job.
   *
   * @param arguments options of {@link io.tocsin.jobs.config.JobOption}
   */
  public static void main(String[] arguments) throws Exception {
    JobSettings settings = JobSettings.ofArguments(arguments);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.of(settings.engine()));
    build(env, settings);
    env.execute(NAME);
  }

  /** Wires source, topology and sink. */
  public static void build(StreamExecutionEnvironment env, JobSettings settings) {
    KafkaSettings kafka = settings.kafka();
    DataStream<Page> pages =
        env.fromSource(
                RecordSources.kafka(Topic.PAGES, Page.class, kafka),
                WatermarkStrategy.noWatermarks(),
                OperatorId.PAGES_SOURCE.title())
            .uid(OperatorId.PAGES_SOURCE.uid());
    DataStream<PageReceipt> receipts = PagerTopology.define(pages, settings.pager());
    receipts
        .sinkTo(RecordSinks.kafka(Topic.PAGE_RECEIPTS, DeliveryGuarantee.EXACTLY_ONCE, kafka))
        .uid(OperatorId.PAGE_RECEIPTS_SINK.uid())
        .name(OperatorId.PAGE_RECEIPTS_SINK.title());
  }
}
