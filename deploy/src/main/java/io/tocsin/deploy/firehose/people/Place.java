package io.tocsin.deploy.firehose.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.deploy.firehose.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * A town.
 *
 * @param language what is spoken there
 * @param region the part of the country that shares its masts
 * @param city the town's name
 * @param country what people write after the comma
 */
public record Place(Language language, String region, String city, String country) {
  private static final String FILE = "places.csv";

  /** The towns of the simulated world. */
  static List<Place> all() {
    try (InputStream in = Place.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + FILE);
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Place::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable on the class path: " + FILE, e);
    }
  }

  private static Place parse(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != 4) {
      throw new IllegalArgumentException(FILE + ": not four fields: " + line);
    }
    Language language = Language.valueOf(fields[0].toUpperCase(Locale.ROOT));
    return new Place(language, fields[1], fields[2], fields[3]);
  }
}
