package io.tocsin.incident;

/** What became of what a person did. */
public enum AckAnswer {
  TAKEN("done"),
  /** The same record came before. */
  REPEATED("came before and changes nothing"),
  UNKNOWN_BRAND("the crisis plan has no such brand"),
  UNKNOWN_INCIDENT("no such incident is on"),
  ALREADY_RESOLVED("the incident is resolved"),
  ALREADY_SO("it is so already"),
  /** There is nothing to release. */
  NOT_TAKEN("nobody has taken it, and it is not snoozed"),
  NO_END("says not until when"),
  END_PASSED("its end has passed"),
  END_TOO_FAR("its end is too far ahead"),
  FOREIGN_WATCH("the watch is not the brand's"),
  NOT_SILENCED("nothing is silenced so"),
  /** An incident cannot lead itself, nor be led by one that it leads. */
  LEADS_ITSELF("it would be merged into itself"),
  NOT_MERGED("it is merged into none");

  private final String words;

  AckAnswer(String words) {
    this.words = words;
  }

  /** The same for a person. */
  public String words() {
    return words;
  }
}
