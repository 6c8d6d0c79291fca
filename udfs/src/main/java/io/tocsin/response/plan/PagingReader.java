package io.tocsin.response.plan;

import io.tocsin.incident.Severity;
import io.tocsin.response.Contact;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.PlanStep;
import io.tocsin.response.Responder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is paged for one brand. */
final class PagingReader {
  private static final int MOST_TIMES = 20;

  private static final String[] OF_A_NOTICE = {
    "target", "transport", "url", "secret", "fallback", "person", "rota", "from"
  };

  private final Responders responders;
  private final Once names = new Once("responder");

  private PagingReader(Responders responders) {
    this.responders = responders;
  }

  /** Who is paged. */
  static List<PagingRule> pages(@Nullable YamlValue list, Responders responders) {
    PagingReader reader = new PagingReader(responders);
    return read(list, reader::page);
  }

  /** Who is told something without being paged. */
  static List<PagingRule> notices(PlanStep step, @Nullable YamlValue list, Responders responders) {
    PagingReader reader = new PagingReader(responders);
    return read(list, item -> reader.notice(step, item));
  }

  private static List<PagingRule> read(
      @Nullable YamlValue list, Function<YamlValue, @Nullable PagingRule> each) {
    List<PagingRule> rules = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      PagingRule rule = each.apply(item);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return List.copyOf(rules);
  }

  private @Nullable PagingRule notice(PlanStep step, YamlValue item) {
    YamlFields fields = item.fields(OF_A_NOTICE);
    Responder responder = responder(fields);
    Severity from = fields.word("from", Severity.class);
    return responder == null || from == null
        ? null
        : new PagingRule(step, responder, from, 0, 0, 1);
  }

  private @Nullable PagingRule page(YamlValue item) {
    YamlFields fields =
        item.fields(
            "target",
            "transport",
            "url",
            "secret",
            "fallback",
            "person",
            "rota",
            "from",
            "after",
            "every",
            "times");
    Responder responder = responder(fields);
    Severity from = fields.word("from", Severity.class);
    long afterMillis = Durations.millis(fields.optional("after"), 0, "1s", "7d");
    YamlValue every = fields.optional("every");
    YamlValue times = fields.optional("times");
    if ((every == null) != (times == null)) {
      Objects.requireNonNull(every == null ? times : every)
          .error("every and times stand together: how often, and how many times in all");
    }
    long everyMillis = Durations.millis(every, 0, "10s", "7d");
    int most = times == null ? 1 : times.wholeNumber(2, MOST_TIMES, 1);
    return responder == null || from == null
        ? null
        : new PagingRule(responder, from, afterMillis, everyMillis, most);
  }

  private @Nullable Responder responder(YamlFields fields) {
    long named =
        Stream.of("target", "person", "rota").filter(key -> fields.optional(key) != null).count();
    if (named != 1) {
      if (fields.readable()) {
        fields.owner().error("names " + named + " of target, person and rota; it must name one");
      }
      return null;
    }
    if (fields.optional("target") != null) {
      return target(fields);
    }
    checkHasNoAddress(fields);
    YamlValue person = fields.optional("person");
    YamlValue rota = fields.optional("rota");
    return person != null
        ? once(person, responders.people().value(person))
        : once(Objects.requireNonNull(rota), responders.rotas().value(rota));
  }

  private @Nullable Responder target(YamlFields fields) {
    Named name = fields.named("target", TextForm.TARGET);
    PageTarget target = TargetReader.read(fields, name);
    if (name != null && responders.people().knows(name.name())) {
      name.at().error("'" + name.name() + "' is a person too; write person: " + name.name());
    }
    return name == null || target == null ? null : once(name.at(), new Contact(target, null));
  }

  private static void checkHasNoAddress(YamlFields fields) {
    for (String key : TargetReader.FIELDS) {
      YamlValue value = fields.optional(key);
      if (value != null) {
        value.error("belongs to a target; people have theirs in the section people");
      }
    }
  }

  /** Two rules for one name would hide each other, as the dedup key of a page names it. */
  private <T extends Responder> @Nullable T once(YamlValue at, @Nullable T responder) {
    if (responder != null) {
      names.take(new Named(responder.name(), at));
    }
    return responder;
  }
}
