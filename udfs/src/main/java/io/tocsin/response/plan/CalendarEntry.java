package io.tocsin.response.plan;

import io.tocsin.spike.DeclaredEvent;
import java.util.List;

/**
 * An event of the calendar.
 *
 * @param event what is declared
 * @param brands keys of the brands that it concerns, with their places; empty for all
 * @param recordOnly whether nobody is paged while it is on
 */
record CalendarEntry(DeclaredEvent event, List<Named> brands, boolean recordOnly) {
  boolean concerns(String brand) {
    return brands.isEmpty() || brands.stream().anyMatch(named -> named.name().equals(brand));
  }
}
