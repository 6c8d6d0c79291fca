package io.tocsin.response.plan;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Passes a parser's events on and remembers where the latest began: the composer's own faults have
 * no place.
 */
final class PlacedEvents implements Parser {
  private final Parser parser;
  private int line = 1;
  private int column = 1;

  PlacedEvents(Parser parser) {
    this.parser = parser;
  }

  /** The latest event's line, from 1. */
  int line() {
    return line;
  }

  /** The latest event's column, from 1. */
  int column() {
    return column;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = parser.getEvent();
    Mark start = event.getStartMark();
    line = start.getLine() + 1;
    column = start.getColumn() + 1;
    return event;
  }
}
