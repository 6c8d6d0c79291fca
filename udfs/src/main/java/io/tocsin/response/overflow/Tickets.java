package io.tocsin.response.overflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tickets of one brand by mention; whoever holds them may fail as storage fails. */
interface Tickets {
  @Nullable Ticket get(String mentionId) throws Exception;

  void put(String mentionId, Ticket ticket) throws Exception;

  void remove(String mentionId) throws Exception;

  /** All of them; they may not change meanwhile. */
  Iterable<Map.Entry<String, Ticket>> all() throws Exception;
}
