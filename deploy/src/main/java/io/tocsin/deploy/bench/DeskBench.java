package io.tocsin.deploy.bench;

import io.tocsin.deploy.desk.Desk;
import io.tocsin.deploy.desk.DeskSettings;
import io.tocsin.deploy.desk.ExamplesReader;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.jobs.wire.Topic;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A broker, a desk, the world that it shows, and pages that are open. */
final class DeskBench implements AutoCloseable {
  /** The desk's own threads, and those of its web server and of its client of Kafka. */
  private static final List<String> THREADS = List.of("desk-", "JettyServerThreadPool", "qtp");

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final EmbeddedBroker broker;
  private final DeskWorld world;
  private final Desk desk;

  private DeskBench(EmbeddedBroker broker, DeskWorld world, Desk desk) {
    this.broker = broker;
    this.world = world;
    this.desk = desk;
  }

  /** Starts all of it, and waits until the desk shows the world. */
  static DeskBench start(Path folder, int watches) throws InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
    broker.createTopics(
        Arrays.stream(Topic.values())
            .map(topic -> new TopicSpec(topic.topicName(), 1, topic.compacted()))
            .toList());
    DeskWorld world = DeskWorld.start(broker.bootstrapServers(), watches, Clock.systemUTC());
    Desk desk =
        Desk.start(DeskSettings.onLoopback(broker.bootstrapServers(), 0), ExamplesReader.NONE);
    while (!desk.isUp()) {
      world.awaitSecond();
    }
    return new DeskBench(broker, world, desk);
  }

  /** Measures with so many pages open, once each has heard everything. */
  DeskResult measure(int viewers, int seconds) throws IOException, InterruptedException {
    List<OpenPage> pages = new ArrayList<>();
    try {
      for (int i = 0; i < viewers; i++) {
        pages.add(OpenPage.open(desk.port(), i % 10 == 0 ? "?brand=" + DeskWorld.brand(i) : ""));
      }
      for (OpenPage page : pages) {
        page.awaitFirst();
      }
      return measure(pages, seconds);
    } finally {
      pages.forEach(OpenPage::close);
    }
  }

  private DeskResult measure(List<OpenPage> pages, int seconds) throws InterruptedException {
    pages.forEach(OpenPage::forget);
    long cpu = deskNanos();
    long start = System.nanoTime();
    for (int second = 0; second < seconds; second++) {
      world.awaitSecond();
    }
    return new DeskResult(
        pages.size(),
        deskNanos() - cpu,
        System.nanoTime() - start,
        pages.stream().mapToLong(OpenPage::bytes).sum(),
        pages.stream().mapToLong(OpenPage::longestGapMillis).max().orElse(0));
  }

  private static long deskNanos() {
    return Stream.of(CPU.getThreadInfo(CPU.getAllThreadIds()))
        .filter(DeskBench::isDesks)
        .mapToLong(thread -> Math.max(0, CPU.getThreadCpuTime(thread.getThreadId())))
        .sum();
  }

  private static boolean isDesks(@Nullable ThreadInfo thread) {
    return thread != null && THREADS.stream().anyMatch(thread.getThreadName()::startsWith);
  }

  @Override
  public void close() {
    world.close();
    desk.close();
    broker.close();
  }
}
