package io.tocsin.response.overflow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tickets in a map. */
final class TicketsInMemory implements Tickets {
  final Map<String, Ticket> tickets = new HashMap<>();

  @Override
  public @Nullable Ticket get(String mentionId) {
    return tickets.get(mentionId);
  }

  @Override
  public void put(String mentionId, Ticket ticket) {
    tickets.put(mentionId, ticket);
  }

  @Override
  public void remove(String mentionId) {
    tickets.remove(mentionId);
  }

  @Override
  public Iterable<Map.Entry<String, Ticket>> all() {
    return tickets.entrySet();
  }
}
