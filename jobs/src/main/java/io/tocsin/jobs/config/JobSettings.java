package io.tocsin.jobs.config;

import io.tocsin.response.delivery.DeliveryPolicy;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.delivery.PagerHost;
import io.tocsin.scoring.NamedScorer;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job was told, checked. Read once in {@code main}; functions get the part that is theirs.
 *
 * @param kafka how Kafka is reached
 * @param source how the firehose is read
 * @param windows spans of event time
 * @param engine how the job is run
 * @param pager how pages are delivered
 * @param sentiment which scorer tells how a mention feels
 * @param planFile the crisis plan; null where the job needs none
 * @param writeScoredMentions whether every scored mention is written to Kafka
 */
public record JobSettings(
    KafkaSettings kafka,
    SourceSettings source,
    WindowSettings windows,
    EngineSettings engine,
    PagerSettings pager,
    NamedScorer sentiment,
    @Nullable String planFile,
    boolean writeScoredMentions)
    implements Serializable {

  /**
   * Reads the command line of a job and the file it may name.
   *
   * @param arguments {@code --name value} or {@code --name=value}, names from {@link JobOption}
   * @param required options that this job cannot do without
   * @throws InvalidOptionsException if any cannot be used, with every fault
   */
  public static JobSettings ofArguments(String[] arguments, JobOption... required) {
    return read(GivenOptions.ofArguments(List.of(arguments)), required);
  }

  /**
   * Reads values that are written as on the command line; what is absent takes its default.
   *
   * @throws InvalidOptionsException if any cannot be used, with every fault
   */
  public static JobSettings of(Map<JobOption, String> values, JobOption... required) {
    return read(GivenOptions.ofValues(values), required);
  }

  private static JobSettings read(GivenOptions given, JobOption... required) {
    OptionReader reader = new OptionReader(given);
    for (JobOption option : required) {
      reader.require(option);
    }
    JobSettings settings =
        new JobSettings(
            kafka(reader),
            source(reader),
            windows(reader),
            engine(reader),
            pager(reader),
            sentiment(reader),
            reader.textOrNull(JobOption.PLAN_FILE),
            reader.isOn(JobOption.WRITE_SCORED_MENTIONS));
    reader.finish();
    return settings;
  }

  private static KafkaSettings kafka(OptionReader reader) {
    return new KafkaSettings(
        reader.text(JobOption.KAFKA_BOOTSTRAP_SERVERS),
        reader.text(JobOption.CONSUMER_GROUP),
        reader.text(JobOption.TRANSACTIONAL_ID_PREFIX),
        reader.properties(JobOption.KAFKA_CLIENT_FILE));
  }

  private static SourceSettings source(OptionReader reader) {
    return new SourceSettings(
        reader.text(JobOption.MENTIONS_TOPIC),
        reader.isOn(JobOption.MENTIONS_FROM_LATEST),
        reader.millis(JobOption.OUT_OF_ORDERNESS),
        reader.millis(JobOption.IDLENESS));
  }

  private static WindowSettings windows(OptionReader reader) {
    WindowSettings windows =
        new WindowSettings(
            reader.millis(JobOption.REPEAT_SPAN),
            reader.millis(JobOption.PANE_WIDTH),
            reader.millis(JobOption.SLIDE),
            reader.millis(JobOption.KPI_INTERVAL));
    if (windows.slideMillis() % windows.paneMillis() != 0) {
      reader.problem(
          "slide is not a whole number of panes: %d ms, pane-width %d ms"
              .formatted(windows.slideMillis(), windows.paneMillis()));
    }
    return windows;
  }

  private static EngineSettings engine(OptionReader reader) {
    return new EngineSettings(
        reader.count(JobOption.PARALLELISM),
        reader.millis(JobOption.CHECKPOINT_INTERVAL),
        reader.textOrNull(JobOption.CHECKPOINT_DIR));
  }

  private static NamedScorer sentiment(OptionReader reader) {
    NamedScorer scorer =
        new NamedScorer(
            reader.text(JobOption.SENTIMENT), reader.textOrNull(JobOption.SENTIMENT_MODEL));
    if (!NamedScorer.names().contains(scorer.name())) {
      reader.problem(
          "sentiment is no scorer: '%s'; there are: %s"
              .formatted(scorer.name(), String.join(", ", NamedScorer.names())));
    }
    return scorer;
  }

  private static PagerSettings pager(OptionReader reader) {
    DeliveryPolicy delivery =
        new DeliveryPolicy(
            reader.count(JobOption.PAGER_ATTEMPTS),
            reader.millis(JobOption.PAGER_BACKOFF),
            reader.millis(JobOption.PAGER_MAX_BACKOFF),
            reader.millis(JobOption.PAGER_MAX_RETRY_AFTER),
            reader.millis(JobOption.PAGER_TIMEOUT),
            reader.count(JobOption.PAGER_IN_FLIGHT_PER_TARGET));
    if (delivery.backoffMillis() > delivery.maxBackoffMillis()) {
      reader.problem(
          "pager-backoff is longer than pager-max-backoff: %d ms, %d ms"
              .formatted(delivery.backoffMillis(), delivery.maxBackoffMillis()));
    }
    return new PagerSettings(delivery, host(reader), reader.count(JobOption.PAGER_IN_FLIGHT));
  }

  private static PagerHost host(OptionReader reader) {
    DeskAccess desk =
        new DeskAccess(
            reader.addressOrNull(JobOption.DESK_ADDRESS),
            reader.text(JobOption.ACK_SECRET),
            reader.millis(JobOption.ACK_LINK_VALID));
    return new PagerHost(
        desk, MailServerReader.read(reader), reader.textOrNull(JobOption.SECRETS_DIR));
  }
}
