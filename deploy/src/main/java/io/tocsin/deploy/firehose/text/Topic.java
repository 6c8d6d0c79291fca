package io.tocsin.deploy.firehose.text;

/** What a text is about. */
public enum Topic {
  /** Ordinary talk about a brand. */
  TALK(""),
  /** The brand's service is down. */
  OUTAGE("outage."),
  /** The brand did something that everybody loves. */
  JOY("joy."),
  /** A bot's bait in a brand's name. */
  SPAM("spam"),
  /** Anything but a brand. */
  NOISE("noise");

  private final String prefix;

  Topic(String prefix) {
    this.prefix = prefix;
  }

  /** The grammar's rule for this topic, felt this way. */
  String rule(Intent intent) {
    return switch (this) {
      case TALK, OUTAGE, JOY -> prefix + intent.word();
      case SPAM, NOISE -> prefix;
    };
  }
}
