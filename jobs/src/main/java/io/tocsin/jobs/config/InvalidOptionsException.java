package io.tocsin.jobs.config;

import java.util.List;

/** The options cannot be used. The message has one line for each fault, all of them at once. */
public final class InvalidOptionsException extends IllegalArgumentException {
  private final transient List<String> problems;

  InvalidOptionsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** The faults, each with the option's name and value. */
  public List<String> problems() {
    return problems;
  }
}
