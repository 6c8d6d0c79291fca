package io.tocsin.response.plan;

import io.tocsin.spike.DeclaredEvent;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declared events: of the whole plan, which may name brands, or of one brand. */
final class CalendarReader {
  static final double DEFAULT_FACTOR = 10;

  private static final String BRANDS = "brands";
  private static final String RECORD_ONLY = "record-only";
  private static final String[] OF_A_BRAND = {"name", "from", "until", "zone", "expect", "page"};
  private static final BigDecimal HIGHEST_FACTOR = BigDecimal.valueOf(1_000);

  /** A level that has not learned for a week is no longer what is usual. */
  private static final long LONGEST_MILLIS = 7 * 86_400_000L;

  private CalendarReader() {}

  /** The plan's own events. */
  static List<CalendarEntry> ofPlan(@Nullable YamlValue calendar) {
    String[] known = Arrays.copyOf(OF_A_BRAND, OF_A_BRAND.length + 1);
    known[OF_A_BRAND.length] = BRANDS;
    return read(calendar, known);
  }

  /** A brand's own events. */
  static List<CalendarEntry> ofBrand(@Nullable YamlValue calendar) {
    return read(calendar, OF_A_BRAND);
  }

  /** Complains of brands that the plan does not know. */
  static void checkBrands(List<CalendarEntry> calendar, List<String> known) {
    for (CalendarEntry entry : calendar) {
      for (Named brand : entry.brands()) {
        if (!known.contains(brand.name())) {
          String hint = DidYouMean.hint(brand.name(), known);
          brand.at().error("no brand of this plan: " + OneLine.quote(brand.name()) + hint);
        }
      }
    }
  }

  private static List<CalendarEntry> read(@Nullable YamlValue calendar, String[] known) {
    List<CalendarEntry> entries = new ArrayList<>();
    for (YamlValue item : calendar == null ? List.<YamlValue>of() : calendar.items()) {
      CalendarEntry entry = entry(item.fields(known));
      if (entry != null) {
        entries.add(entry);
      }
    }
    return List.copyOf(entries);
  }

  private static @Nullable CalendarEntry entry(YamlFields fields) {
    Named name = fields.named("name", TextForm.DISPLAY_NAME);
    YamlValue zoneValue = fields.optional("zone");
    ZoneId zone = EventTime.zone(zoneValue);
    boolean zoneFails = zoneValue != null && zone == null;
    // Of a zone that is no zone one message is enough.
    ZoneId used = zoneFails ? ZoneOffset.UTC : zone;
    Long from = EventTime.millis(fields.required("from"), used);
    YamlValue end = fields.required("until");
    Long until = EventTime.millis(end, used);
    double factor = factor(fields.optional("expect"));
    boolean recordOnly = isRecordOnly(fields.optional("page"));
    List<Named> brands = brands(fields.optional(BRANDS));
    if (from != null && until != null && end != null) {
      checkSpan(end, until - from);
    }
    return name == null || from == null || until == null
        ? null
        : new CalendarEntry(
            new DeclaredEvent(name.name(), from, until, factor), brands, recordOnly);
  }

  /** Pages are as ever where nothing is said, so that there is only one word to say. */
  private static boolean isRecordOnly(@Nullable YamlValue page) {
    String word = page == null ? null : page.text(TextForm.ANY_WORD);
    if (page != null && word != null && !word.equals(RECORD_ONLY)) {
      page.error("unknown word " + OneLine.quote(word) + ", expected " + RECORD_ONLY);
    }
    return word != null;
  }

  private static void checkSpan(YamlValue end, long millis) {
    if (millis <= 0) {
      end.error("is not after from");
    } else if (millis > LONGEST_MILLIS) {
      end.error("is more than 7 days after from: split the event");
    }
  }

  private static double factor(@Nullable YamlValue value) {
    BigDecimal factor = value == null ? null : value.number();
    if (value == null || factor == null) {
      return DEFAULT_FACTOR;
    }
    if (factor.compareTo(BigDecimal.ONE) <= 0 || factor.compareTo(HIGHEST_FACTOR) > 0) {
      value.error("must be above 1 and at most 1000 times the usual: " + factor.toPlainString());
    }
    return factor.doubleValue();
  }

  private static List<Named> brands(@Nullable YamlValue list) {
    if (list != null && list.isEmptyList()) {
      list.error("names no brand; leave it out for all brands");
    }
    List<Named> brands = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      String brand = item.text(TextForm.BRAND_KEY);
      if (brand != null) {
        brands.add(new Named(brand, item));
      }
    }
    return List.copyOf(brands);
  }
}
