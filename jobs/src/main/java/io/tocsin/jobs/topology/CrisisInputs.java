package io.tocsin.jobs.topology;

import io.tocsin.incident.Ack;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Everything that the crisis topology reads. What people do must not hold the watermark back.
 *
 * @param records the firehose, with event times and watermarks
 * @param acks what people did to incidents
 * @param assignments where mentions wait for an answer
 * @param responses what people did about mentions
 */
public record CrisisInputs(
    DataStream<ParsedRecord> records,
    DataStream<Ack> acks,
    DataStream<Assignment> assignments,
    DataStream<Response> responses) {
  /** The firehose alone: nobody does anything. */
  public static CrisisInputs ofMentions(DataStream<ParsedRecord> records) {
    return new CrisisInputs(
        records,
        none(records, Ack.class, OperatorId.ACKS_SOURCE),
        none(records, Assignment.class, OperatorId.ASSIGNMENTS_SOURCE),
        none(records, Response.class, OperatorId.RESPONSES_SOURCE));
  }

  /**
   * A stream of nothing that keeps the time of the firehose.
   *
   * @param source what the stream is there instead of
   */
  private static <T> DataStream<T> none(
      DataStream<ParsedRecord> records, Class<T> type, OperatorId source) {
    return records
        .flatMap((ParsedRecord parsed, Collector<T> out) -> {})
        .returns(TypeInformation.of(type))
        .uid(source.uid())
        .name("No " + source.title().toLowerCase(Locale.ROOT));
  }
}
