package io.tocsin.jobs.config;

import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.scoring.NamedScorer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue of options: one place with name, type, default, range and meaning. They are given
 * as {@code --name value} on the command line or as {@code name=value} in a properties file, and
 * are turned once into {@link JobSettings}.
 */
public enum JobOption {
  OPTIONS_FILE(
      OptionType.FILE, "", "Properties file of options by name; the command line wins over it"),

  KAFKA_BOOTSTRAP_SERVERS(
      OptionType.TEXT, "localhost:9092", "Kafka brokers as host:port, separated by commas"),
  KAFKA_CLIENT_FILE(
      OptionType.FILE,
      "",
      "Properties file for every Kafka client, such as its security protocol and credentials"),
  CONSUMER_GROUP(OptionType.TEXT, "tocsin", "Kafka consumer group under which offsets are told"),
  TRANSACTIONAL_ID_PREFIX(
      OptionType.TEXT,
      "tocsin",
      "Start of the ids of Kafka transactions; unique to one job on one Kafka cluster"),
  MENTIONS_TOPIC(OptionType.TEXT, "tocsin.mentions", "Kafka topic of the firehose"),
  MENTIONS_FROM_LATEST(
      OptionType.SWITCH,
      "false",
      "Where no offset is known yet: whether to begin with the newest mentions, not the oldest"),
  WRITE_SCORED_MENTIONS(
      OptionType.SWITCH, "true", "Whether every scored mention is written to Kafka"),

  PLAN_FILE(OptionType.FILE, "", "The crisis plan"),

  SENTIMENT(
      OptionType.TEXT,
      NamedScorer.DEFAULT_NAME,
      "Which scorer tells how a mention feels, by its name"),
  SENTIMENT_MODEL(
      OptionType.FILE,
      "",
      "Model of that scorer, readable on every worker; empty: the one that it comes with"),

  PARALLELISM(
      OptionType.COUNT, "0", 0, 32_768, "Parallelism of the job; 0 leaves it to the cluster"),
  CHECKPOINT_INTERVAL(
      OptionType.DURATION,
      "2s",
      100,
      Limits.HOUR,
      "How often the job is checkpointed; exactly-once output becomes visible as often"),
  CHECKPOINT_DIR(
      OptionType.DIRECTORY,
      "",
      "Where checkpoints are kept, also after a cancellation; empty: in the job manager's memory"),

  OUT_OF_ORDERNESS(
      OptionType.DURATION,
      "10s",
      0,
      Limits.DAY,
      "How far a mention may come behind later ones and still be on time"),
  IDLENESS(
      OptionType.DURATION,
      "5s",
      100,
      Limits.DAY,
      "How long a partition must be silent until the others no longer wait for it"),
  REPEAT_SPAN(
      OptionType.DURATION,
      "10m",
      1_000,
      Limits.DAY,
      "How far apart two mentions of one id count as a repeat"),
  PANE_WIDTH(
      OptionType.DURATION,
      "10s",
      100,
      Limits.HOUR,
      "Width of the partial sums that are made before the shuffle"),
  SLIDE(
      OptionType.DURATION,
      "10s",
      1_000,
      Limits.HOUR,
      "How often windows are judged; a whole number of panes"),
  KPI_INTERVAL(
      OptionType.DURATION,
      "5s",
      100,
      Limits.HOUR,
      "How often, in event time, a KPI series that changed is written"),

  PAGER_ATTEMPTS(OptionType.COUNT, "5", 1, 20, "How often the delivery of a page is tried"),
  PAGER_BACKOFF(
      OptionType.DURATION,
      "2s",
      1,
      Limits.HOUR,
      "Wait before the second attempt; it doubles with each further one"),
  PAGER_MAX_BACKOFF(
      OptionType.DURATION, "30s", 1, Limits.HOUR, "Longest wait of our own between attempts"),
  PAGER_MAX_RETRY_AFTER(
      OptionType.DURATION,
      "60s",
      1,
      Limits.HOUR,
      "Longest wait that a receiver may ask for by Retry-After"),
  PAGER_TIMEOUT(
      OptionType.DURATION, "5s", 1, Limits.HOUR, "How long one attempt may take in whole"),
  PAGER_IN_FLIGHT(
      OptionType.COUNT, "256", 1, 100_000, "Pages under delivery at once in one subtask"),
  PAGER_IN_FLIGHT_PER_TARGET(
      OptionType.COUNT,
      "32",
      1,
      100_000,
      "Unfinished pages of one target in one subtask; a page beyond it gets a single attempt"),

  SECRETS_DIR(
      OptionType.DIRECTORY,
      "",
      "Folder of files that each hold a secret, for what the environment does not lead to"),
  DESK_ADDRESS(
      OptionType.TEXT,
      "",
      "The desk as people reach it, such as https://desk.example.com; empty: pages carry no links"),
  ACK_SECRET(
      OptionType.TEXT,
      DeskAccess.KEY_SECRET,
      "Name of the secret that signs the acknowledge links of pages; the desk must know it too"),
  ACK_LINK_VALID(
      OptionType.DURATION,
      "1d",
      60_000,
      7 * Limits.DAY,
      "How long after a page was decided its link acknowledges"),
  SMTP_SERVER(
      OptionType.TEXT,
      "",
      "Mail server: smtp://host:587 (STARTTLS), smtps://host:465 (TLS), or plain://host:25 for a"
          + " relay on the same machine; empty: no e-mail"),
  SMTP_FROM(OptionType.TEXT, "", "Sender of e-mail, such as tocsin@example.com"),
  SMTP_USER(OptionType.TEXT, "", "Who logs in to the mail server; empty: nobody"),
  SMTP_SECRET(OptionType.TEXT, "smtp", "Name of the secret that holds that user's password");

  private final OptionType type;
  private final String defaultValue;
  private final long least;
  private final long most;
  private final String description;

  JobOption(OptionType type, String defaultValue, String description) {
    this(type, defaultValue, 0, Long.MAX_VALUE, description);
  }

  JobOption(OptionType type, String defaultValue, long least, long most, String description) {
    this.type = type;
    this.defaultValue = defaultValue;
    this.least = least;
    this.most = most;
    this.description = description;
  }

  /** The name on the command line, without its dashes, and in a file: {@code checkpoint-dir}. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How its value is written. */
  public OptionType type() {
    return type;
  }

  /** Its value where none is given, written like a given one; empty where there is none. */
  public String defaultValue() {
    return defaultValue;
  }

  /** The smallest value of a {@link OptionType#COUNT}, or of a duration in milliseconds. */
  public long least() {
    return least;
  }

  /** The largest value of a {@link OptionType#COUNT}, or of a duration in milliseconds. */
  public long most() {
    return most;
  }

  /** What it does, in one sentence without an end. */
  public String description() {
    return description;
  }

  /** The option of this name, if there is one. */
  public static Optional<JobOption> named(String optionName) {
    return Arrays.stream(values())
        .filter(option -> option.optionName().equals(optionName))
        .findFirst();
  }

  /** Bounds that several options share, in milliseconds. */
  private static final class Limits {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
  }
}
