package io.tocsin.incident;

/** Why an incident is as bad as it is. */
public enum SeverityReason {
  SURGE("volume or reach is beyond the usual, without negativity"),
  FEW_LOCATIONS("locations burn, and fewer at once than the plan's warning asks for"),
  NEGATIVITY("negativity is beyond the usual"),
  MANY_LOCATIONS("as many locations burn at once as the plan names"),
  RARITY("negativity is as rare as the plan's critical score"),
  REACH("negativity reaches as many people as the plan's critical reach"),
  HEARD_WIDE("negativity is beyond the usual while accounts speak that are wider heard than usual"),
  LASTED("the crisis has burned for as long as the plan's criticalAfter");

  private final String words;

  SeverityReason(String words) {
    this.words = words;
  }

  /** The rule in words: what burns for it to hold. */
  public String words() {
    return words;
  }
}
