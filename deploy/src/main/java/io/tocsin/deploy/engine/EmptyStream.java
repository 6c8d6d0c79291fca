package io.tocsin.deploy.engine;

import io.tocsin.jobs.topology.OperatorId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** A stream that brings nothing and has ended: it holds no time back. */
public final class EmptyStream {
  private EmptyStream() {}

  /** In the place of a source. */
  public static <T> DataStream<T> of(StreamExecutionEnvironment env, Class<T> type, OperatorId id) {
    return env.fromData(Types.STRING, "")
        .setParallelism(1)
        .uid("no-" + id.uid())
        .name("Nothing")
        .flatMap((String unused, Collector<T> out) -> {})
        .returns(TypeInformation.of(type))
        .setParallelism(1)
        .uid(id.uid())
        .name(id.title());
  }
}
