package io.tocsin.response.plan;

import io.tocsin.incident.Severity;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is paged for one brand. */
final class PagingReader {
  private final Map<String, Integer> linesOfTargets = new HashMap<>();

  private PagingReader() {}

  static List<PagingRule> read(YamlValue page) {
    PagingReader reader = new PagingReader();
    List<PagingRule> rules = new ArrayList<>();
    for (YamlValue item : page.items()) {
      PagingRule rule = reader.rule(item);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return List.copyOf(rules);
  }

  private @Nullable PagingRule rule(YamlValue item) {
    YamlFields fields = item.fields("target", "transport", "url", "from");
    Named name = fields.named("target", TextForm.TARGET);
    Transport transport = fields.word("transport", Transport.class);
    String url = url(fields, transport);
    Severity from = fields.word("from", Severity.class);
    if (name != null) {
      checkOnce(name);
    }
    return name == null || transport == null || from == null
        ? null
        : new PagingRule(new PageTarget(name.name(), transport, url), from);
  }

  /**
   * The dedup key of a page names the target, so two rules for one target would hide each other.
   */
  private void checkOnce(Named target) {
    Integer firstLine = linesOfTargets.putIfAbsent(target.name(), target.at().line());
    if (firstLine != null) {
      target
          .at()
          .error("target '" + target.name() + "' is there twice, first in line " + firstLine);
    }
  }

  private static @Nullable String url(YamlFields fields, @Nullable Transport transport) {
    boolean needed = transport == Transport.WEBHOOK;
    YamlValue value = needed ? fields.required("url") : fields.optional("url");
    if (value != null && transport == Transport.CONSOLE) {
      value.error("console has no address; did you mean transport webhook?");
    }
    return value == null ? null : PageUrl.read(value);
  }
}
