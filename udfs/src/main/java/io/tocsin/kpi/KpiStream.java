package io.tocsin.kpi;

/** From what a KPI is counted. */
public enum KpiStream {
  RECORDS("tocsin.mentions: every record"),
  DEAD_LETTERS("tocsin.dead-letters"),
  FEED("tocsin.feed"),
  MENTIONS("mentions, behind the repeat filter and the matching of brands"),
  SCORED_MENTIONS("tocsin.scored-mentions"),
  LATE_MENTIONS("scored mentions whose window was judged before they came"),
  PANES("scored mentions on time, summed by watch"),
  LOOKS("the detector's looks at whole brands"),
  SPIKES("tocsin.spikes"),
  INCIDENTS("tocsin.incidents"),
  PAGES("tocsin.pages"),
  REDIRECTS("tocsin.redirects"),
  QUEUES("tocsin.assignments and tocsin.responses: how queues stand"),
  TICKETS("tocsin.assignments and tocsin.responses: what becomes of each mention"),
  DRILLS("what drills made up");

  private final String described;

  KpiStream(String described) {
    this.described = described;
  }

  /** For a person: the topic, or the stream inside of the job. */
  public String described() {
    return described;
  }
}
