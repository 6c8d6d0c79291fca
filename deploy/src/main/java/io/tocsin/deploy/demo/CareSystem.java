package io.tocsin.deploy.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.deploy.stack.RecordFollower;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.Mention;
import io.tocsin.mention.PartKind;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Redirect;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.scoring.ScoredMention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The customer's care system in the demo: it reads scored mentions, puts those that are addressed
 * to a brand and need a response into the brand's queue, lets {@link CareTeam} answer, and tells of
 * it on the topics on which every care system does.
 */
final class CareSystem implements AutoCloseable {
  /** Likelier than not. */
  private static final float NEEDS_RESPONSE = 0.5f;

  /** Since when its people have been at work, before the demo goes live. */
  private static final Duration SHIFT = Duration.ofMinutes(10);

  private static final long STEP_MILLIS = 500;

  private final Clock clock;
  private final Instant shiftBegins;
  private final CareTeam team;
  private final Producer<byte[], byte[]> producer;
  private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
  private @Nullable List<CareTeam.Post> past = new ArrayList<>();
  private @Nullable RecordFollower follower;

  private CareSystem(String bootstrapServers, CrisisPlan plan, Clock clock) {
    this.clock = clock;
    this.shiftBegins = clock.instant().minus(SHIFT);
    this.team = new CareTeam(plan);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "tocsin-demo-care"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Begins to read; answers once it is told to {@link #goLive}. */
  static CareSystem start(String bootstrapServers, CrisisPlan plan, Clock clock) {
    CareSystem system = new CareSystem(bootstrapServers, plan, clock);
    system.follower =
        RecordFollower.start(
            bootstrapServers, system::hear, Topic.SCORED_MENTIONS, Topic.REDIRECTS);
    return system;
  }

  /** The past is read: its last minutes are answered, and from now on all that comes. */
  synchronized void goLive() {
    List<CareTeam.Post> before = past;
    if (before != null) {
      past = null;
      before.sort(Comparator.comparing(CareTeam.Post::at));
      before.forEach(team::take);
      var unused = ticks.scheduleWithFixedDelay(this::tick, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void hear(Object what) {
    if (what instanceof ScoredMention scored) {
      for (String brand : scored.brands()) {
        hear(scored, brand);
      }
    } else if (what instanceof Redirect valve) {
      team.turn(valve);
    }
  }

  private void hear(ScoredMention scored, String brand) {
    Mention mention = scored.mention();
    Float needs = scored.intent().needsResponse();
    Instant at = Instant.ofEpochMilli(mention.createdAtMillis());
    if (needs == null
        || needs < NEEDS_RESPONSE
        || mention.drill() != null
        || mention.addressedTo().isEmpty()
        || at.isBefore(shiftBegins)
        || !team.answersFor(brand)) {
      return;
    }
    CareTeam.Post post =
        new CareTeam.Post(mention.id(), brand, mention.channel(), location(scored, brand), at);
    List<CareTeam.Post> before = past;
    if (before != null) {
      before.add(post);
    } else {
      team.advance(clock.instant());
      team.take(post);
    }
  }

  private static @Nullable String location(ScoredMention scored, String brand) {
    return scored.parts().stream()
        .filter(part -> part.brand().equals(brand) && part.kind() == PartKind.LOCATION)
        .map(BrandPart::key)
        .findFirst()
        .orElse(null);
  }

  private synchronized void tick() {
    team.advance(clock.instant());
    team.takeTold().forEach(this::tell);
  }

  private void tell(Object told) {
    Topic topic = told instanceof Assignment ? Topic.ASSIGNMENTS : Topic.RESPONSES;
    byte[] key = topic.keyOf(told).getBytes(UTF_8);
    // A demo whose broker is gone has ended; nobody waits for the answer.
    var unused =
        producer.send(new ProducerRecord<>(topic.topicName(), key, WireJson.toBytes(told)));
  }

  @Override
  public void close() {
    if (follower != null) {
      follower.close();
    }
    ticks.shutdownNow();
    producer.close(Duration.ofSeconds(1));
  }
}
