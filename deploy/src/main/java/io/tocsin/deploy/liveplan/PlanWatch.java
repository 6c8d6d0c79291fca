package io.tocsin.deploy.liveplan;

import io.tocsin.deploy.host.FileFault;
import io.tocsin.deploy.host.UserException;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a plan's file when it changes and says what becomes of it. A file with errors is never
 * published: it is refused here, on the terminal and on the topic of reports.
 *
 * <p>A plan that was published by other means stays in force until the file changes after it.
 */
public final class PlanWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlanWatch.class);
  private static final long LOOK_MILLIS = 1_000;

  private final Path file;
  private final UnaryOperator<String> edit;
  private final Consumer<String> terminal;
  private final Clock clock;
  private final PlanTopic topic;
  private final PlanVerdicts verdicts;
  private final PlanFileState state;
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
  private boolean readable = true;

  private PlanWatch(
      Path file,
      UnaryOperator<String> edit,
      String bootstrapServers,
      Consumer<String> terminal,
      Clock clock)
      throws IOException {
    this.file = file;
    this.edit = edit;
    this.terminal = terminal;
    this.clock = clock;
    this.topic = PlanTopic.connect(bootstrapServers);
    this.verdicts = topic.verdicts();
    String text = Files.readString(file);
    this.state = new PlanFileState(text);
    publishIfNewest(edit.apply(text));
  }

  /**
   * Begins to watch. The file's plan is published at once if none was or if it is newer than the
   * latest that was.
   *
   * @param edit what is done to its text before it is published
   * @param terminal is told what becomes of plans, a line each
   * @throws UserException if the file cannot be read or Kafka cannot be used
   */
  public static PlanWatch start(
      Path file,
      UnaryOperator<String> edit,
      String bootstrapServers,
      Consumer<String> terminal,
      Clock clock) {
    try {
      PlanWatch watch = new PlanWatch(file, edit, bootstrapServers, terminal, clock);
      var unused =
          watch.looking.scheduleWithFixedDelay(
              watch::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return watch;
    } catch (IOException e) {
      throw new UserException("cannot read the plan " + file + ": " + FileFault.reason(e), e);
    }
  }

  /** What is watched. */
  public Path file() {
    return file;
  }

  private void publishIfNewest(String text) throws IOException {
    PlanNotice latest = topic.latest();
    if (latest != null && latest.text().equals(text)) {
      return;
    }
    Instant written = Files.getLastModifiedTime(file).toInstant();
    if (latest == null || written.isAfter(latest.publishedAt())) {
      publish(text);
    } else {
      terminal.accept(
          "crisis plan %s, published by %s at %s, is newer than %s and stays in force"
              .formatted(latest.version(), latest.by(), latest.publishedAt(), file));
    }
  }

  private void look() {
    try {
      verdicts.next().stream().filter(PlanWatch::isNews).forEach(this::tell);
      String text = state.look(Files.readString(file));
      readable = true;
      if (text != null) {
        publish(edit.apply(text));
      }
    } catch (IOException e) {
      if (readable) {
        terminal.accept("cannot read the plan " + file + ": " + FileFault.reason(e));
      }
      readable = false;
    } catch (RuntimeException e) {
      LOG.error("watching {} failed for now", file, e);
    }
  }

  private void publish(String text) {
    PlanReading reading = CrisisPlanParser.read(text, file.toString());
    CrisisPlan plan = reading.plan();
    if (plan == null) {
      topic.tell(refusal(reading.lines()));
    } else {
      topic.publish(new PlanNotice(plan.version(), text, clock.instant(), by()));
    }
  }

  private static boolean isNews(PlanReport report) {
    return report.verdict() == PlanVerdict.ACCEPTED || report.verdict() == PlanVerdict.REFUSED;
  }

  private void tell(PlanReport report) {
    terminal.accept(PlanTelling.of(report));
  }

  private PlanReport refusal(List<String> problems) {
    Instant now = clock.instant();
    return new PlanReport(
        PlanVerdict.REFUSED,
        "unknown",
        now,
        by(),
        now,
        null,
        problems.stream().limit(PlanReport.MOST_PROBLEMS).toList());
  }

  private String by() {
    return "file " + file.getFileName();
  }

  /** Ends watching; nothing is published any more. */
  @Override
  public void close() {
    looking.shutdown();
    try {
      looking.awaitTermination(2 * LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    looking.shutdownNow();
    verdicts.close();
    topic.close();
  }
}
