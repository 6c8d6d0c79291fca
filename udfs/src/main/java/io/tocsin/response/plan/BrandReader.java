package io.tocsin.response.plan;

import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.PagingRule;
import io.tocsin.response.PlanStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One brand after another; it remembers those before. */
final class BrandReader {
  private final Once brands = new Once("brand");
  private final SharedTerms shared = new SharedTerms();
  private final TermsReader termsReader = new TermsReader(shared);
  private final Responders responders;
  private final CareReader careReader;
  private final List<CalendarEntry> calendar;

  BrandReader(Responders responders, List<CalendarEntry> calendar) {
    this.responders = responders;
    this.careReader = new CareReader(responders);
    this.calendar = calendar;
  }

  BrandPlan read(YamlValue value) {
    YamlFields fields =
        value.fields(
            "brand",
            "name",
            "match",
            "regions",
            "locations",
            "topics",
            "page",
            "accounts",
            "queues",
            "pools",
            "guidelines",
            "redirect",
            "notify",
            "pausePublishing",
            "warning",
            "critical",
            "standDown",
            "guidance",
            "intent",
            "calendar",
            "reopen",
            "acknowledgedFor",
            "criticalAfter",
            "recordOnly",
            "group");
    String brand = brands.key(fields, TextForm.BRAND_KEY);
    BrandTerms terms = termsReader.read(brand, fields.required("match"));
    BrandParts parts = PartsReader.read(fields, terms, shared);
    BrandCare care = careReader.read(fields);
    List<CalendarEntry> events = calendar(brand, fields.optional("calendar"));
    YamlValue group = fields.optional("group");
    return new BrandPlan(
        terms.with(parts.terms()),
        fields.text("name", TextForm.DISPLAY_NAME, brand),
        parts.tree(),
        paging(fields),
        RedirectReader.read(fields.optional("redirect"), care),
        severity(fields, parts),
        fields.text("guidance", TextForm.GUIDANCE, ""),
        IntentReader.read(brand, fields.optional("intent")),
        events.stream().map(CalendarEntry::event).toList(),
        care,
        LifeReader.read(fields, events),
        group == null ? null : group.text(TextForm.DISPLAY_NAME));
  }

  /** The brand's own events, and those of the plan that concern it. */
  private List<CalendarEntry> calendar(String brand, @Nullable YamlValue own) {
    List<CalendarEntry> events = new ArrayList<>(CalendarReader.ofBrand(own));
    calendar.stream().filter(entry -> entry.concerns(brand)).forEach(events::add);
    return List.copyOf(events);
  }

  private List<PagingRule> paging(YamlFields fields) {
    YamlValue page = fields.optional("page");
    if (page == null && fields.readable()) {
      fields.owner().warningAt("page", "is missing: a crisis of this brand pages nobody");
    } else if (page != null && page.isEmptyList()) {
      page.warning("is empty: a crisis of this brand pages nobody");
    }
    List<PagingRule> rules = new ArrayList<>(PagingReader.pages(page, responders));
    rules.addAll(PagingReader.notices(PlanStep.NOTIFY, fields.optional("notify"), responders));
    rules.addAll(
        PagingReader.notices(
            PlanStep.PAUSE_PUBLISHING, fields.optional("pausePublishing"), responders));
    return List.copyOf(rules);
  }

  private static SeverityPolicy severity(YamlFields fields, BrandParts parts) {
    return new SeverityReader(parts.tree().locations().size())
        .read(
            fields.optional("warning"),
            fields.optional("critical"),
            Durations.millis(
                fields.optional("standDown"),
                SeverityReader.DEFAULT.standDownMillis(),
                "1s",
                "7d"));
  }
}
