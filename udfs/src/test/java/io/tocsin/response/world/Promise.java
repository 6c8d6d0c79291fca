package io.tocsin.response.world;

import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.Redirect;
import io.tocsin.response.overflow.QueueNews;
import java.time.Instant;

/**
 * What Tocsin promises its users, as an object that watches a world and fails when it is broken.
 */
abstract class Promise {
  /** This plan is in force from now on. */
  void planned(CrisisPlan plan) {}

  /** An incident changed; the pages that it causes follow. */
  void told(Incident incident) {}

  void answered(AckReceipt receipt) {}

  void paged(Page page) {}

  void turned(Redirect redirect) {}

  /** Something was told of a queue. */
  void heard(QueueNews news) {}

  /** All is decided that could be decided by now. */
  void moment(Instant now) {}

  /** The story is over: nothing burns and nothing waits. */
  void ended() {}

  /** Says so where it does not hold. */
  final void holds(boolean kept, String how, Object about) {
    if (!kept) {
      throw new AssertionError(getClass().getSimpleName() + " is broken: " + how + ": " + about);
    }
  }
}
