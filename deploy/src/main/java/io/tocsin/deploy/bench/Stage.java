package io.tocsin.deploy.bench;

/** What is measured, in the order of the flow: each stage does all that the one before it does. */
enum Stage {
  /** Flink's Kafka source alone, bytes thrown away. */
  BARE_SOURCE("bare source", false, false),
  /** Records parsed inside the source, with event times and watermarks. */
  PARSE("+ parse", false, false),
  /** Brands found, sentiment and influence scored; no shuffle. */
  MATCH_AND_SCORE("+ match, score", false, false),
  /** Repeats dropped behind a shuffle, before the score. */
  DROP_REPEATS("+ shuffle, drop repeats", false, false),
  /** Late mentions dropped, the rest summed into panes. */
  PANES("+ sum into panes", false, false),
  /** The whole job with checkpoints and exactly-once sinks, but for the scored mentions. */
  CRISIS_JOB("whole CrisisJob", true, false),
  /** The whole job as it is deployed. */
  CRISIS_JOB_WITH_SCORED("+ write scored mentions", true, true);

  private final String title;
  private final boolean isWholeJob;
  private final boolean writesScored;

  Stage(String title, boolean isWholeJob, boolean writesScored) {
    this.title = title;
    this.isWholeJob = isWholeJob;
    this.writesScored = writesScored;
  }

  /** Its name in the table; {@code +} says what it adds to the stage before it. */
  String title() {
    return title;
  }

  /** Whether it is the whole job, checkpointed, with its sinks. */
  boolean isWholeJob() {
    return isWholeJob;
  }

  /** Whether every scored mention is written to Kafka. */
  boolean writesScored() {
    return writesScored;
  }
}
