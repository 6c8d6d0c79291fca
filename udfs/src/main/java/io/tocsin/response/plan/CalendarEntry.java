package io.tocsin.response.plan;

import io.tocsin.spike.DeclaredEvent;
import java.util.List;

/**
 * An event of the calendar.
 *
 * @param event what is declared
 * @param brands keys of the brands that it concerns, with their places; empty for all
 */
record CalendarEntry(DeclaredEvent event, List<Named> brands) {
  boolean concerns(String brand) {
    return brands.isEmpty() || brands.stream().anyMatch(named -> named.name().equals(brand));
  }
}
