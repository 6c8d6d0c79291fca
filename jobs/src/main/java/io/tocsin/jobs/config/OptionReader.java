package io.tocsin.jobs.config;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw values into typed ones. A value that cannot be used is noted as a problem and stands in
 * as its option's default, so that reading goes on and finds every fault.
 */
final class OptionReader {
  private static final String TRUE = "true";
  private static final String FALSE = "false";

  private final GivenOptions given;

  OptionReader(GivenOptions given) {
    this.given = given;
  }

  /** A value that must not be empty. */
  String text(JobOption option) {
    String value = given.raw(option);
    if (value.isEmpty()) {
      problem(option.optionName() + " is empty");
    }
    return value;
  }

  /** A value that may be left out. */
  @Nullable String textOrNull(JobOption option) {
    String value = given.raw(option);
    return value.isEmpty() ? null : value;
  }

  /** An http or https address that may be left out. */
  @Nullable String addressOrNull(JobOption option) {
    String value = textOrNull(option);
    if (value != null && !value.matches("https?://[^\\s/?#@<>\"]+(/[^\\s?#<>\"]*)?")) {
      unexpected(option, value, "an address like https://desk.example.com");
      return null;
    }
    return value;
  }

  boolean isOn(JobOption option) {
    String value = given.raw(option);
    if (!value.equals(TRUE) && !value.equals(FALSE)) {
      notOfItsForm(option, value);
    }
    return value.equals(TRUE);
  }

  int count(JobOption option) {
    return Math.toIntExact(number(option, OptionReader::wholeNumber));
  }

  long millis(JobOption option) {
    return number(option, DurationForm::millis);
  }

  /** The properties in the file that the option names; none where it names none. */
  Map<String, String> properties(JobOption option) {
    String file = textOrNull(option);
    return file == null ? Map.of() : given.readProperties(file);
  }

  void problem(String text) {
    given.problems().add(text);
  }

  /** Notes the problem if an option that this job cannot do without is missing. */
  void require(JobOption option) {
    if (textOrNull(option) == null) {
      problem(option.optionName() + " is missing: " + option.description());
    }
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidOptionsException if there was any problem, with all of them
   */
  void finish() {
    if (!given.problems().isEmpty()) {
      throw new InvalidOptionsException(given.problems());
    }
  }

  private long number(JobOption option, NumberForm form) {
    String value = given.raw(option);
    OptionalLong number = form.parse(value);
    if (number.isEmpty()) {
      notOfItsForm(option, value);
    } else if (number.getAsLong() < option.least() || number.getAsLong() > option.most()) {
      outOfRange(option, value);
    } else {
      return number.getAsLong();
    }
    return form.parse(option.defaultValue()).orElseThrow();
  }

  private void notOfItsForm(JobOption option, String value) {
    unexpected(option, value, option.type().form());
  }

  private void outOfRange(JobOption option, String value) {
    String unit = option.type() == OptionType.DURATION ? " ms" : "";
    unexpected(option, value, option.least() + " to " + option.most() + unit);
  }

  /** Notes that the value is not what was expected. */
  void unexpected(JobOption option, String value, String expected) {
    problem(option.optionName() + " is '" + value + "', expected: " + expected);
  }

  private static OptionalLong wholeNumber(String text) {
    return text.matches("-?[0-9]{1,9}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Reads a number; nothing if the text is none. */
  private interface NumberForm {
    OptionalLong parse(String text);
  }
}
