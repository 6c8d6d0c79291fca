package io.tocsin.deploy.bench;

import io.tocsin.deploy.desk.ScrapeLoad;
import io.tocsin.deploy.host.BadInputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code bench scrape}. */
@Command(
    name = "scrape",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the desk as an exporter, without broker and network, in one thread: CPU time to read"
          + " the series at its start, to draw a picture after one changed, and of a scrape."
    })
public final class ScrapeVerb implements Callable<Integer> {
  private static final int MOST = 2_000_000;
  private static final int ROUNDS = 9;
  private static final int RECORDS_AT_ONCE = 50_000;

  @Option(
      names = "--series",
      defaultValue = "50000",
      paramLabel = "NUMBER",
      description = "How many, from 1 to 2000000 (default: ${DEFAULT-VALUE}).")
  private int series;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (series < 1 || series > MOST) {
      throw new BadInputException("--series must be from 1 to " + MOST + ": " + series);
    }
    Machine.lines().forEach(this::say);
    say("");
    ScrapeLoad desk = new ScrapeLoad();
    say(Texts.of("read %,d series at the start   %,.0f ms", series, readMillis(desk)));
    List<ConsumerRecord<byte[], byte[]>> one = ScrapeLoad.records(0, 1);
    for (MicroResult result : new MicroBench(steps(desk, one), ROUNDS).measure()) {
      Spread micros = result.micros();
      say(
          Texts.of(
              "%-34s %,.1f ms (least %,.1f)",
              result.title(), micros.median() / 1e3, micros.least() / 1e3));
    }
    return ExitCode.OK;
  }

  private static List<MicroStep> steps(ScrapeLoad desk, List<ConsumerRecord<byte[], byte[]>> one) {
    return List.of(
        new MicroStep(
            "draw after one changed",
            1,
            () -> {
              desk.read(one);
              desk.draw();
              return 1;
            }),
        new MicroStep("scrape, Prometheus' text", 1, desk::scrapeText),
        new MicroStep("scrape, OpenMetrics", 1, desk::scrapeOpenMetrics));
  }

  /** Only reading is measured: the records are made before, some at a time. */
  private double readMillis(ScrapeLoad desk) {
    long nanos = 0;
    for (int first = 0; first < series; first += RECORDS_AT_ONCE) {
      int last = Math.min(series, first + RECORDS_AT_ONCE);
      List<ConsumerRecord<byte[], byte[]>> records = ScrapeLoad.records(first, last);
      long before = CpuMeter.threadNanos();
      desk.read(records);
      nanos += CpuMeter.threadNanos() - before;
    }
    desk.draw();
    return nanos / 1e6;
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
