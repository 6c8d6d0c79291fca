package io.tocsin.deploy.teacher;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person now and then how far long work is. */
public final class TellProgress {
  private static final int TIMES = 20;
  private static final int OFTEN_ENOUGH = 250;

  private final PrintWriter terminal;
  private final String what;
  private final int all;
  private final int every;
  private int done;

  /**
   * Begins.
   *
   * @param what is done with each, such as {@code judged by e5}
   * @param all how many there are
   */
  public TellProgress(PrintWriter terminal, String what, int all) {
    this.terminal = terminal;
    this.what = what;
    this.all = all;
    every = Math.max(OFTEN_ENOUGH, all / TIMES);
  }

  /** One more is done. */
  public void advance() {
    done++;
    if (done % every == 0 && done < all) {
      terminal.println(
          String.format(
              Locale.ROOT, "  %,d of %,d texts %s, %d %%", done, all, what, 100L * done / all));
      terminal.flush();
    }
  }
}
