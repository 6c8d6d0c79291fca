package io.tocsin.response;

import java.util.ArrayList;
import java.util.List;

/**
 * What has been done about one incident. Fields are public and change in place because the class is
 * operator state.
 */
public final class ResponseBook {
  /**
   * Pages sent, in order, so that nobody is paged twice for one thing and each is told when it is
   * over.
   */
  public List<Page> sent = new ArrayList<>();

  /** Valves that are open. */
  public List<Redirect> open = new ArrayList<>();
}
