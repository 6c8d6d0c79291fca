package io.tocsin.response;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page goes.
 *
 * @param name the on-call target's name in the plan
 * @param addresses at least one: the first is used, each further one where those before it fail
 */
public record PageTarget(String name, List<PageAddress> addresses) implements Serializable {
  /** Addresses beside the first, at most: each lets a page wait longer for its end. */
  public static final int MOST_FALLBACKS = 2;

  /** A target with one address without a secret. */
  public static PageTarget of(String name, Transport transport, @Nullable String url) {
    return new PageTarget(name, List.of(new PageAddress(transport, url, null)));
  }
}
