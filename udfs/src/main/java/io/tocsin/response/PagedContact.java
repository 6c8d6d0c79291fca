package io.tocsin.response;

/**
 * How often one contact was paged about an incident at its severity, and when last. Fields are
 * public and change in place because the class is operator state.
 */
public final class PagedContact {
  /** What was done: somebody may be paged and told. */
  public PlanStep step = PlanStep.PAGE;

  /** Name of the contact's target. */
  public String name = "";

  /** Pages so far. */
  public int pages;

  /** Pages of before paging began anew. */
  public int pagesBefore;

  /** Event time of the last one, epoch milliseconds. */
  public long lastMillis;

  /** Pages since paging began anew. */
  int pagesNow() {
    return pages - pagesBefore;
  }

  /** Paging begins anew. */
  void anew() {
    pagesBefore = pages;
  }
}
