package io.tocsin.jobs.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a user gave: raw values by option, from the command line and from a file. Faults are
 * collected, so that all can be told at once.
 */
final class GivenOptions {
  private static final String DASHES = "--";

  private final Map<JobOption, String> values = new EnumMap<>(JobOption.class);
  private final List<String> problems = new ArrayList<>();

  private GivenOptions() {}

  /** Reads {@code --name value} and {@code --name=value}, and the file they may name. */
  static GivenOptions ofArguments(List<String> arguments) {
    GivenOptions given = new GivenOptions();
    given.readArguments(arguments);
    String file = given.values.get(JobOption.OPTIONS_FILE);
    if (file != null) {
      given.readFile(file);
    }
    return given;
  }

  static GivenOptions ofValues(Map<JobOption, String> values) {
    GivenOptions given = new GivenOptions();
    given.values.putAll(values);
    return given;
  }

  /** The value as given, or the option's default. */
  String raw(JobOption option) {
    return values.getOrDefault(option, option.defaultValue()).strip();
  }

  List<String> problems() {
    return problems;
  }

  /** Reads a properties file; empty where there is none to read, and the fault is noted. */
  Map<String, String> readProperties(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("cannot read the file " + file + ": " + e);
    }
    Map<String, String> sorted = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
    return sorted;
  }

  private void readArguments(List<String> arguments) {
    int next = 0;
    while (next < arguments.size()) {
      String argument = arguments.get(next++);
      int equals = argument.indexOf('=');
      if (!argument.startsWith(DASHES)) {
        problems.add("not an option: " + argument + " (options look like --name value)");
      } else if (equals > 0) {
        give(argument.substring(DASHES.length(), equals), argument.substring(equals + 1));
      } else if (next < arguments.size() && !arguments.get(next).startsWith(DASHES)) {
        give(argument.substring(DASHES.length()), arguments.get(next++));
      } else {
        problems.add(argument + " has no value");
      }
    }
  }

  private void readFile(String file) {
    Map<JobOption, String> commandLine = new EnumMap<>(values);
    values.clear();
    readProperties(file).forEach(this::give);
    values.putAll(commandLine);
  }

  private void give(String name, String value) {
    JobOption.named(name)
        .ifPresentOrElse(
            option -> giveOnce(option, value),
            () -> problems.add("unknown option: " + name + " = " + value));
  }

  private void giveOnce(JobOption option, String value) {
    String before = values.put(option, value);
    if (before != null) {
      problems.add(option.optionName() + " is given twice: " + before + " and " + value);
    }
  }
}
