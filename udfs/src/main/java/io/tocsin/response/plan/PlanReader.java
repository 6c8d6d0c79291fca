package io.tocsin.response.plan;

import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.PageTarget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan as a whole: its version and its brands. */
final class PlanReader {
  private static final int HASH_BYTES = 6;

  private PlanReader() {}

  static CrisisPlan read(YamlValue root, String yaml, @Nullable LocalDate today) {
    YamlFields fields =
        root.fields(
            "version",
            "departments",
            "people",
            "rotas",
            "lastResort",
            "drillReceivers",
            "calendar",
            "brands");
    String version = fields.text("version", TextForm.VERSION, contentVersion(yaml));
    Responders responders = Responders.read(fields, today);
    Contact lastResort = lastResort(fields.optional("lastResort"), responders);
    List<CalendarEntry> calendar = CalendarReader.ofPlan(fields.optional("calendar"));
    List<BrandPlan> brands = readBrands(fields, responders, calendar);
    CalendarReader.checkBrands(calendar, brands.stream().map(BrandPlan::brand).toList());
    responders.warnOfIdle();
    return new CrisisPlan(
        version, brands, lastResort, drillReceivers(fields.optional("drillReceivers")));
  }

  private static @Nullable Contact lastResort(@Nullable YamlValue value, Responders responders) {
    if (value == null) {
      return null;
    }
    YamlFields fields = value.fields("target", "transport", "url", "secret", "fallback", "person");
    YamlValue person = fields.optional("person");
    if (person != null && fields.optional("target") == null) {
      return responders.people().value(person);
    }
    PageTarget target = TargetReader.read(fields, fields.named("target", TextForm.TARGET));
    return target == null ? null : new Contact(target, null);
  }

  private static List<PageTarget> drillReceivers(@Nullable YamlValue value) {
    Register<PageTarget> receivers = new Register<>("drill receiver");
    for (YamlValue item : value == null ? List.<YamlValue>of() : value.items()) {
      YamlFields fields = item.fields("target", "transport", "url", "secret", "fallback");
      Named name = fields.named("target", TextForm.TARGET);
      PageTarget target = TargetReader.read(fields, name);
      if (name != null) {
        receivers.define(name, target);
      }
    }
    return List.copyOf(receivers.values().values());
  }

  private static List<BrandPlan> readBrands(
      YamlFields fields, Responders responders, List<CalendarEntry> calendar) {
    YamlValue brands = fields.required("brands");
    if (brands == null) {
      return List.of();
    }
    if (brands.isEmptyList()) {
      brands.error("has no brand");
    }
    BrandReader reader = new BrandReader(responders, calendar);
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
