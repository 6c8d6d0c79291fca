package io.tocsin.jobs.sink;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes records into one file, a JSON object a line. */
final class JsonLinesSink<T> implements Sink<T> {
  private final String file;

  JsonLinesSink(String file) {
    this.file = file;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    int subtasks = context.getTaskInfo().getNumberOfParallelSubtasks();
    if (subtasks != 1) {
      throw new IllegalStateException(file + " must be written at parallelism 1, not " + subtasks);
    }
    return new JsonLinesWriter<>(Path.of(file));
  }
}
