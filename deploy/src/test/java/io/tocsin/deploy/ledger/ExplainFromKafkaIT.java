package io.tocsin.deploy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.deploy.schema.SampleRecords;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb on a real broker's topics. */
class ExplainFromKafkaIT {
  private static final List<Topic> LOG =
      List.of(Topic.SPIKES, Topic.INCIDENTS, Topic.PAGES, Topic.PAGE_RECEIPTS, Topic.ACKS);

  @TempDir private Path folder;

  @Test
  void tellsAPageFromItsTopicsAlone() throws Exception {
    Page page = (Page) SampleRecords.full(Topic.PAGES);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      broker.createTopics(
          LOG.stream().map(topic -> new TopicSpec(topic.topicName(), 2, false)).toList());
      write(broker);

      StringWriter story = new StringWriter();
      int status =
          Tocsin.commandLine()
              .setOut(new PrintWriter(story))
              .execute("explain", "--page", page.dedupKey(), "--kafka", broker.bootstrapServers());

      assertThat(status).isZero();
      assertThat(story.toString())
          .contains("was on call in first-line", "delivered after ", "ann snoozed it at ")
          .contains("because negativity is as rare as the plan's critical score");
    }
  }

  private static void write(EmbeddedBroker broker) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Topic topic : LOG) {
        byte[] value = WireJson.toBytes(SampleRecords.full(topic));
        producer.send(new ProducerRecord<>(topic.topicName(), value)).get();
      }
    }
  }
}
