package io.tocsin.deploy.desk;

import io.prometheus.client.Collector;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * One scrape.
 *
 * @param contentType of the format that was agreed on
 * @param body the metrics
 */
record Exposition(String contentType, String body) {
  /** Writes OpenMetrics for those who accept it, else Prometheus' text format. */
  static Exposition of(Collector collector, @Nullable String accept) {
    String contentType = TextFormat.chooseContentType(accept == null ? "" : accept);
    StringWriter body = new StringWriter();
    try {
      TextFormat.writeFormat(contentType, body, Collections.enumeration(collector.collect()));
    } catch (IOException e) {
      throw new UncheckedIOException("not written to memory", e);
    }
    return new Exposition(contentType, body.toString());
  }
}
