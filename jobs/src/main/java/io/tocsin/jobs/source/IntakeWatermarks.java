package io.tocsin.jobs.source;

import io.tocsin.jobs.config.SourceSettings;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * Event times and watermarks of the firehose.
 *
 * <p>A rejected record has no event time: it carries {@link TimestampAssigner#NO_TIMESTAMP} and
 * neither moves the watermark nor counts as activity. Were it activity, a partition of nothing but
 * garbage would never be idle, and would hold back all the others for ever.
 */
public final class IntakeWatermarks {
  private IntakeWatermarks() {}

  /** For Kafka, by the wall clock: out of order up to a bound, silent partitions left aside. */
  public static WatermarkStrategy<ParsedRecord> live(SourceSettings settings) {
    return live(settings.outOfOrdernessMillis(), settings.idlenessMillis());
  }

  static WatermarkStrategy<ParsedRecord> live(long boundMillis, long idlenessMillis) {
    Duration bound = Duration.ofMillis(boundMillis);
    Duration idleness = Duration.ofMillis(idlenessMillis);
    return byEventTime(
        context ->
            new WatermarksWithIdleness<>(
                new BoundedOutOfOrdernessWatermarks<>(bound),
                idleness,
                context.getInputActivityClock()));
  }

  /**
   * For bounded input: the watermark follows each event at once and no clock has a say, so that the
   * same input gives the same watermarks at the same places.
   *
   * @param boundMillis how far a mention may come behind later ones and still be on time
   */
  public static WatermarkStrategy<ParsedRecord> perEvent(long boundMillis) {
    return byEventTime(context -> new PerEventWatermarks(boundMillis));
  }

  private static WatermarkStrategy<ParsedRecord> byEventTime(
      WatermarkStrategy<ParsedRecord> generators) {
    return WatermarkStrategy.<ParsedRecord>forGenerator(
            context -> new AcceptedOnly(generators.createWatermarkGenerator(context)))
        .withTimestampAssigner(
            (parsed, receivedAtMillis) -> eventTimeMillis(parsed, receivedAtMillis));
  }

  private static long eventTimeMillis(ParsedRecord parsed, long receivedAtMillis) {
    Mention mention = parsed.mention();
    if (mention == null) {
      return TimestampAssigner.NO_TIMESTAMP;
    }
    boolean receiptKnown = receivedAtMillis >= 0;
    return receiptKnown
        ? MentionParser.eventTimeMillis(mention, receivedAtMillis)
        : mention.createdAtMillis();
  }

  /** Hides rejected records from a generator. */
  private record AcceptedOnly(WatermarkGenerator<ParsedRecord> generator)
      implements WatermarkGenerator<ParsedRecord> {
    @Override
    public void onEvent(ParsedRecord parsed, long eventTimeMillis, WatermarkOutput output) {
      if (parsed.mention() != null) {
        generator.onEvent(parsed, eventTimeMillis, output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      generator.onPeriodicEmit(output);
    }
  }
}
