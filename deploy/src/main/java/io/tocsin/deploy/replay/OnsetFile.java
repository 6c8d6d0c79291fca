package io.tocsin.deploy.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tocsin.deploy.host.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads known onsets: CSV with a header, or JSON, a list of objects or one object a line. The
 * fields are {@code brand} and {@code onset}, and, where they are known, {@code end} and {@code
 * name}.
 */
final class OnsetFile {
  private static final Set<String> KNOWN = Set.of("brand", "onset", "end", "name");
  private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

  private final Path file;
  private final Set<String> brands;

  private OnsetFile(Path file, Set<String> brands) {
    this.file = file;
    this.brands = brands;
  }

  /**
   * The onsets of the file, in the order of time.
   *
   * @param brands that a plan knows
   * @throws BadInputException with the line and the value of the first thing that is wrong
   */
  static List<Onset> read(Path file, Set<String> brands) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".json") && !name.endsWith(".jsonl")) {
      throw new BadInputException(file + " is neither .csv, .json nor .jsonl");
    }
    List<Onset> onsets = new OnsetFile(file, brands).read(name.endsWith(".csv"));
    if (onsets.isEmpty()) {
      throw new BadInputException(file + " holds no onset");
    }
    onsets.sort(Comparator.comparing(Onset::onset).thenComparing(Onset::brand));
    return onsets;
  }

  private static ObjectReader csv() {
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .build();
    return mapper.readerFor(ROW).with(CsvSchema.emptySchema().withHeader());
  }

  private static ObjectReader json() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .build()
        .readerFor(ROW);
  }

  private List<Onset> read(boolean isCsv) {
    ObjectReader reader = isCsv ? csv() : json();
    List<Onset> onsets = new ArrayList<>();
    try (MappingIterator<Map<String, @Nullable Object>> rows = reader.readValues(file.toFile())) {
      while (rows.hasNextValue()) {
        int begins = line(rows);
        Map<String, @Nullable Object> row = rows.nextValue();
        // A row of CSV is found where it ends: where it begins, the parser is at the one before.
        onsets.add(onset(isCsv ? line(rows) : begins, row));
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new BadInputException(
          place(line) + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file, e);
    }
    return onsets;
  }

  private static int line(MappingIterator<?> rows) {
    return rows.getParser().currentTokenLocation().getLineNr();
  }

  private Onset onset(int line, Map<String, @Nullable Object> row) {
    for (String field : new TreeSet<>(row.keySet())) {
      if (!KNOWN.contains(field)) {
        throw wrong(line, "unknown field '" + field + "', known are brand, onset, end, name");
      }
    }
    String brand = text(line, row, "brand", true);
    if (!brands.contains(brand)) {
      throw wrong(line, "no plan has the brand '" + brand + "'");
    }
    Instant onset = time(line, "onset", text(line, row, "onset", true));
    String end = text(line, row, "end", false);
    Instant until = end.isEmpty() ? null : time(line, "end", end);
    if (until != null && !until.isAfter(onset)) {
      throw wrong(line, "end is not after onset: '" + end + "'");
    }
    return new Onset(brand, text(line, row, "name", false), onset, until);
  }

  private String text(int line, Map<String, @Nullable Object> row, String field, boolean required) {
    Object value = row.get(field);
    String text = value == null ? "" : value.toString().strip();
    if (required && text.isEmpty()) {
      throw wrong(line, field + " is missing");
    }
    return text;
  }

  /** With an offset, or epoch milliseconds. */
  private Instant time(int line, String field, String text) {
    try {
      return text.matches("-?[0-9]{1,15}")
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw wrong(line, field + " is no time like 2026-02-08T23:30:00Z: '" + text + "'");
    }
  }

  private BadInputException wrong(int line, String what) {
    return new BadInputException(place(line) + what);
  }

  private String place(int line) {
    return file + ":" + line + ": ";
  }
}
