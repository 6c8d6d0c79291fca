package io.tocsin.jobs.topology;

import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.testutils.junit.SharedReference;

/** Hands every record to the test. It keeps no state, so a job may be stopped and go on. */
record GatheringSink<T>(SharedReference<? extends Consumer<Object>> taker) implements Sink<T> {
  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    Consumer<Object> consumer = taker.get();
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context unused) {
        consumer.accept(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
