package io.tocsin.deploy.liveplan;

import org.jspecify.annotations.Nullable;

/**
 * Tells when a file that is looked at again and again says something new. A text counts when two
 * looks in a row found it, so that what an editor has half written mostly does not.
 */
final class PlanFileState {
  private String handled;
  private @Nullable String seen;

  /** Begins with a text that is no news. */
  PlanFileState(String handled) {
    this.handled = handled;
  }

  /** The text if it is new and stands still; null otherwise. */
  @Nullable String look(String text) {
    boolean still = text.equals(seen);
    seen = text;
    if (!still || text.equals(handled)) {
      return null;
    }
    handled = text;
    return text;
  }
}
