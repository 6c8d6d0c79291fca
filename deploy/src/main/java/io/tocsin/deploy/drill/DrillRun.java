package io.tocsin.deploy.drill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tocsin.deploy.firehose.EventPosts;
import io.tocsin.deploy.firehose.text.Trade;
import io.tocsin.deploy.firehose.traffic.Brand;
import io.tocsin.deploy.firehose.traffic.Brands;
import io.tocsin.deploy.firehose.traffic.Rhythm;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionWriter;
import io.tocsin.response.BrandPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends what a drill makes up into the firehose. It reads no clock; one thread uses it. */
final class DrillRun implements AutoCloseable {
  /** Where a brand is hardly spoken of, a crisis still is some people a minute. */
  private static final double LEAST_PER_SECOND = 0.03;

  private static final double NO_MATTER = 0.2;

  private final Drill drill;
  private final EventPosts event;
  private final DrillPosts posts;
  private final Producer<byte[], byte[]> producer;
  private final MentionWriter writer = new MentionWriter();
  private long sent;

  /** Sends a drill through this producer, which is closed with it. */
  DrillRun(
      BrandPlan plan,
      WorldEvent played,
      double usualPerSecond,
      Drill drill,
      Producer<byte[], byte[]> producer) {
    this.drill = drill;
    this.event = new EventPosts(drill.id().hashCode(), played, brand(plan, played, usualPerSecond));
    this.posts = new DrillPosts(drill, plan.terms());
    this.producer = producer;
  }

  /** The mark of a drill that plays this event. */
  static Drill mark(String id, boolean toRealPeople, WorldEvent played) {
    return new Drill(id, toRealPeople, Instant.ofEpochMilli(played.endMillis()));
  }

  static Producer<byte[], byte[]> producer(String bootstrapServers) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true),
        bytes,
        bytes);
  }

  /** Sends all that was posted until then and not sent yet. */
  void sendUntil(long millis) {
    event.until(Math.min(millis, drill.endsAt().toEpochMilli() - 1), post -> send(posts.of(post)));
    producer.flush();
  }

  /** Posts sent so far. */
  long sent() {
    return sent;
  }

  private void send(Mention post) {
    if (post.createdAtMillis() >= drill.endsAt().toEpochMilli()) {
      return;
    }
    byte[] key = post.id().getBytes(US_ASCII);
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topic.MENTIONS.topicName(), null, post.createdAtMillis(), key, writer.write(post)));
    sent++;
  }

  private static Brand brand(BrandPlan plan, WorldEvent played, double usualPerSecond) {
    BrandTerms terms = plan.terms();
    String plain = plan.brand().replace("-", "");
    return new Brand(
        played.brand(),
        plan.displayName(),
        trade(plan.brand()),
        first(terms.handles(), plain),
        first(terms.hashtags(), plain),
        Math.max(LEAST_PER_SECOND, usualPerSecond),
        Rhythm.FLAT,
        NO_MATTER);
  }

  /**
   * People complain of what a brand sells; of one that is not of the demo's world, as of a shop.
   */
  private static Trade trade(String brand) {
    return Brands.all().stream()
        .filter(known -> known.key().equals(brand))
        .map(Brand::trade)
        .findFirst()
        .orElse(Trade.RETAIL);
  }

  private static String first(List<String> terms, String otherwise) {
    return terms.isEmpty() ? otherwise : terms.get(0);
  }

  @Override
  public void close() {
    producer.close();
  }
}
