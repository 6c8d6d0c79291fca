package io.tocsin.response.oncall;

import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * One person takes a rota for a while, whoever's turn it is.
 *
 * @param person the person's key
 * @param from first moment by the rota's clock, inclusive
 * @param until end by the rota's clock, exclusive; after {@code from}
 */
public record StandIn(String person, LocalDateTime from, LocalDateTime until)
    implements Serializable {
  boolean covers(LocalDateTime wall) {
    return !wall.isBefore(from) && wall.isBefore(until);
  }
}
