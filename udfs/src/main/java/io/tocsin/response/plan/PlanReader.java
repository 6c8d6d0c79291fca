package io.tocsin.response.plan;

import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The plan as a whole: its version and its brands. */
final class PlanReader {
  private static final int HASH_BYTES = 6;

  private PlanReader() {}

  static CrisisPlan read(YamlValue root, String yaml) {
    YamlFields fields = root.fields("version", "brands", "calendar");
    String version = fields.text("version", TextForm.VERSION, contentVersion(yaml));
    List<CalendarEntry> calendar = CalendarReader.ofPlan(fields.optional("calendar"));
    List<BrandPlan> brands = readBrands(fields, calendar);
    CalendarReader.checkBrands(calendar, brands.stream().map(BrandPlan::brand).toList());
    return new CrisisPlan(version, brands);
  }

  private static List<BrandPlan> readBrands(YamlFields fields, List<CalendarEntry> calendar) {
    YamlValue brands = fields.required("brands");
    if (brands == null) {
      return List.of();
    }
    if (brands.isEmptyList()) {
      brands.error("has no brand");
    }
    BrandReader reader = new BrandReader(calendar);
    List<BrandPlan> plans = new ArrayList<>();
    for (YamlValue brand : brands.items()) {
      plans.add(reader.read(brand));
    }
    return List.copyOf(plans);
  }

  /**
   * {@code sha256-} and the first 12 hex digits of the file's SHA-256: the same text, the same
   * version.
   */
  private static String contentVersion(String yaml) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
