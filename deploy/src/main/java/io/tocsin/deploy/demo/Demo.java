package io.tocsin.deploy.demo;

import static java.util.Objects.requireNonNull;

import io.tocsin.deploy.desk.DeskPlace;
import io.tocsin.deploy.firehose.DemoScript;
import io.tocsin.deploy.firehose.FirehoseProducer;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.EventKind;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.liveplan.PlanWatch;
import io.tocsin.deploy.stack.Addresses;
import io.tocsin.deploy.stack.LocalStack;
import io.tocsin.deploy.stack.RecordFollower;
import io.tocsin.deploy.stack.StackSettings;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything in one process on a simulated firehose in which an outage breaks out. */
final class Demo implements AutoCloseable {
  private static final Duration PAST = Duration.ofHours(3);

  private final Terminal terminal;
  private final Clock clock;
  private final Storyteller storyteller;
  private final ScheduledExecutorService announcer = Executors.newSingleThreadScheduledExecutor();
  private final OnCallPhone phone;
  private final CrisisPlan plan;
  private final LocalStack stack;
  private final PlanWatch watch;
  private final Ledger ledger = new Ledger();
  private final AtomicBoolean summarised = new AtomicBoolean();
  private final CompletableFuture<Object> firehoseFailure = new CompletableFuture<>();
  private final Chronicle chronicle = new Chronicle(DemoScript.STRICKEN.key());
  private @Nullable FirehoseProducer firehose;
  private @Nullable RecordFollower follower;
  private @Nullable CareSystem care;

  private Demo(DemoSettings settings, Path folder, Path planFile, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.phone = OnCallPhone.start(0, settings.pickUp().toMillis(), DeskClient::acknowledge);
    try {
      this.plan = read(planFile);
      this.storyteller = new Storyteller(ZoneId.systemDefault(), names(plan));
      this.stack =
          LocalStack.start(
              new StackSettings(
                  folder,
                  null,
                  plan,
                  DeskPlace.onLoopback(settings.port()),
                  0,
                  0,
                  settings.plugins(),
                  settings.secondOpinion(),
                  settings.options()));
    } catch (RuntimeException e) {
      phone.close();
      throw e;
    }
    try {
      this.watch =
          PlanWatch.start(
              planFile, this::withPhone, stack.bootstrapServers(), terminal::sayPlain, clock);
    } catch (RuntimeException e) {
      stack.close();
      phone.close();
      throw e;
    }
  }

  private CrisisPlan read(Path plan) {
    try {
      String text = withPhone(Files.readString(plan));
      PlanReading reading = CrisisPlanParser.read(text, plan.toString());
      reading.lines().forEach(terminal::sayPlain);
      CrisisPlan read = reading.plan();
      if (read == null) {
        throw new BadInputException(plan + " is not a usable crisis plan");
      }
      return read;
    } catch (IOException e) {
      throw new BadInputException("cannot read the plan " + plan, e);
    }
  }

  private String withPhone(String yaml) {
    return RingsThePhone.in(yaml, phone.url());
  }

  /**
   * Starts everything; the world is not yet live.
   *
   * @param plan the plan's file, which is watched
   */
  static Demo start(DemoSettings settings, Path folder, Path plan, Terminal terminal, Clock clock) {
    return new Demo(settings, folder, plan, terminal, clock);
  }

  /**
   * Gives the world its past and lets it go on by the clock.
   *
   * @param seed which world
   * @return completes when the jobs have read the past
   */
  CompletableFuture<Object> goLive(long seed) {
    Addresses.print(stack, terminal.out());
    long now = clock.millis();
    World world = new World(seed, now - PAST.toMillis(), WorldSettings.defaults());
    FirehoseProducer producer =
        FirehoseProducer.connect(world, stack.bootstrapServers(), Topic.MENTIONS.topicName());
    firehose = producer;
    producer.backfill(now);
    long past = producer.sent().total();
    terminal.say(
        String.format(
            "The world so far: %,d mentions of %d hours. It goes on by the clock now.",
            past, PAST.toHours()));
    follower =
        RecordFollower.start(
            stack.bootstrapServers(),
            this::hear,
            Topic.SPIKES,
            Topic.INCIDENTS,
            Topic.PAGES,
            Topic.PAGE_RECEIPTS,
            Topic.REDIRECTS,
            Topic.KPIS);
    CareSystem answers = CareSystem.start(stack.bootstrapServers(), plan, clock);
    care = answers;
    Thread thread = new Thread(() -> runLive(producer), "firehose");
    thread.setDaemon(true);
    thread.start();
    return ledger
        .whenRead(past)
        .thenApply(
            read -> {
              answers.goLive();
              return read;
            });
  }

  /**
   * Lets the script's events happen, counted from now; the world must be live.
   *
   * @param outage how long the outage lasts
   */
  void tell(Duration outage) {
    FirehoseProducer producer = requireNonNull(firehose, "the world is not live");
    List<WorldEvent> events = DemoScript.events(clock.millis(), outage.toMillis());
    for (WorldEvent event : events) {
      if (event.kind() == EventKind.OUTAGE) {
        chronicle.begins(Instant.ofEpochMilli(event.startMillis()));
      }
      producer.happens(event);
      announce(event);
    }
  }

  /** Ends, or fails, when a part of the stack does, or the firehose. */
  CompletableFuture<Object> failure() {
    return CompletableFuture.anyOf(stack.failure(), firehoseFailure);
  }

  /** Says the measured times, once: when the outage is over, or when the demo ends before that. */
  void summarise() {
    FirehoseProducer producer = firehose;
    if (producer != null && summarised.compareAndSet(false, true)) {
      DemoSummary.lines(chronicle, ledger, producer.sent().total()).forEach(terminal::say);
    }
  }

  private void hear(Object what) {
    if (what instanceof Kpi kpi) {
      ledger.record(kpi);
      return;
    }
    chronicle.record(what);
    String line = storyteller.tell(what);
    if (line != null) {
      terminal.say(line);
    }
    if (chronicle.isOver()) {
      summarise();
    }
  }

  private void announce(WorldEvent event) {
    Instant start = Instant.ofEpochMilli(event.startMillis());
    long wait = Math.max(0, event.startMillis() - clock.millis());
    var unused =
        announcer.schedule(
            () -> terminal.say(storyteller.world(start, event.brand(), event.name() + " begins")),
            wait,
            TimeUnit.MILLISECONDS);
  }

  private void runLive(FirehoseProducer producer) {
    try {
      producer.runLive(clock);
    } catch (IllegalStateException e) {
      firehoseFailure.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> names(CrisisPlan plan) {
    return plan.brands().stream()
        .collect(Collectors.toMap(BrandPlan::brand, BrandPlan::displayName));
  }

  @Override
  public void close() {
    announcer.shutdownNow();
    if (firehose != null) {
      firehose.close();
    }
    if (follower != null) {
      follower.close();
    }
    if (care != null) {
      care.close();
    }
    watch.close();
    stack.close();
    phone.close();
  }
}
