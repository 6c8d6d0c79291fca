package io.tocsin.deploy.drill;

import io.tocsin.deploy.firehose.traffic.WorldEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a drill plays. */
enum DrillScenario {
  /** Twenty times the usual talk, most of it angry. */
  OUTAGE(Duration.ofMinutes(3), true),
  /** Ill feeling that builds up over hours and never looks sudden. */
  SLOW_BURN(Duration.ofHours(2), true),
  /** An advert that everybody loves: a surge that must page nobody. */
  VIRAL_JOY(Duration.ofMinutes(3), false),
  /** A few accounts that post one text again and again: must page nobody. */
  BOT_FLOOD(Duration.ofMinutes(2), false);

  private final Duration usual;
  private final boolean crisis;

  DrillScenario(Duration usual, boolean crisis) {
    this.usual = usual;
    this.crisis = crisis;
  }

  /** How long it plays unless somebody says otherwise. */
  Duration usual() {
    return usual;
  }

  /** Whether somebody must be paged; where not, nobody may be. */
  boolean isCrisis() {
    return crisis;
  }

  /** As a person writes it: {@code slow-burn}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  WorldEvent event(String brand, long startMillis, long durationMillis) {
    return switch (this) {
      case OUTAGE -> WorldEvent.outage(brand, startMillis, durationMillis);
      case SLOW_BURN -> WorldEvent.slowBurn(brand, startMillis, durationMillis);
      case VIRAL_JOY -> WorldEvent.viralJoy(brand, startMillis, durationMillis);
      case BOT_FLOOD -> WorldEvent.botFlood(brand, startMillis, durationMillis);
    };
  }

  static String words() {
    return Arrays.stream(values()).map(DrillScenario::word).collect(Collectors.joining(", "));
  }

  /** Reads {@link #word}. */
  static final class Converter implements ITypeConverter<DrillScenario> {
    @Override
    public DrillScenario convert(String text) {
      return Arrays.stream(values())
          .filter(scenario -> scenario.word().equals(text.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + words()));
    }
  }
}
