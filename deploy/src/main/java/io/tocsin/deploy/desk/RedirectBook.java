package io.tocsin.deploy.desk;

import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import java.util.List;

/** The latest turn of every valve from a queue to its backup. */
final class RedirectBook {
  static final int MOST_OPEN = 1_000;
  static final int MOST_CLOSED = 50;

  private final LatestByTime<Redirect> open =
      new LatestByTime<>(MOST_OPEN, Redirect::id, Redirect::at);
  private final LatestByTime<Redirect> closed =
      new LatestByTime<>(MOST_CLOSED, Redirect::id, Redirect::at);

  void put(Redirect redirect) {
    boolean over = redirect.state() == ValveState.CLOSED;
    (over ? open : closed).remove(redirect.id());
    (over ? closed : open).put(redirect);
  }

  /** The latest turn first. */
  List<Redirect> open() {
    return open.newestFirst();
  }

  /** The latest turn first. */
  List<Redirect> closed() {
    return closed.newestFirst();
  }
}
