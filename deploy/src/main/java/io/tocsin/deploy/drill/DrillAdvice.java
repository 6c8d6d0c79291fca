package io.tocsin.deploy.drill;

import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.incident.Severity;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.PagingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the plan would have done better. A function of the plan and of what came of the drill.
 *
 * @param reason why
 * @param words the same for a person, with the value that says so
 */
record DrillAdvice(Reason reason, String words) {
  /** A crisis is to be seen and paged in its first minute. */
  private static final Duration GOAL_TO_PAGE = Duration.ofMinutes(1);

  private static final Duration GOAL_TO_ACKNOWLEDGE = Duration.ofMinutes(5);

  /** Why a plan could do better. */
  enum Reason {
    NOT_SEEN,
    NO_CRISIS,
    PAGED_FOR_NOTHING,
    NO_RULE,
    PAGED_LATE,
    NOBODY_ON_CALL,
    HELD_BACK_BY_QUIET_HOURS,
    NO_SECOND_TIER,
    NOT_ACKNOWLEDGED,
    ACKNOWLEDGED_LATE,
    NOT_DELIVERED,
    NO_OVERFLOW,
    NOT_STOOD_DOWN
  }

  /** All that can be said, what weighs most first; nothing where the plan did well. */
  static List<DrillAdvice> of(CrisisPlan plan, BrandPlan brand, DrillFacts facts) {
    List<DrillAdvice> all = new ArrayList<>();
    if (facts.scenario().isCrisis()) {
      detection(facts, all);
      if (facts.crisisAt() != null) {
        Severity worst = Objects.requireNonNull(facts.worst());
        paging(plan, brand, worst, facts.crisisAt(), facts, all);
        overflow(brand, worst, facts, all);
      }
    } else if (!facts.calls().isEmpty()) {
      String who = facts.calls().get(0).decision();
      add(
          all,
          Reason.PAGED_FOR_NOTHING,
          "%d pages for no crisis; the first: %s",
          facts.calls().size(),
          who);
    }
    delivery(facts, all);
    return all;
  }

  private static void detection(DrillFacts facts, List<DrillAdvice> all) {
    if (facts.worst() == null) {
      add(
          all,
          Reason.NOT_SEEN,
          "no spike rose: the brand may have too little past yet, or a real crisis was on");
    } else if (facts.crisisAt() == null) {
      add(
          all,
          Reason.NO_CRISIS,
          "it stayed a notice: look at the plan's warning and critical, and at what its brand"
              + " matches");
    }
  }

  private static void paging(
      CrisisPlan plan,
      BrandPlan brand,
      Severity worst,
      Instant crisisAt,
      DrillFacts facts,
      List<DrillAdvice> all) {
    List<PagingRule> rules =
        brand.paging().stream().filter(rule -> worst.compareTo(rule.from()) >= 0).toList();
    if (rules.isEmpty()) {
      add(all, Reason.NO_RULE, "no rule pages anybody at a %s", word(worst));
    }
    rules.forEach(rule -> responder(plan, rule, worst, crisisAt, all));
    Duration paged = facts.times().get(Step.PAGE);
    if (paged != null && paged.compareTo(GOAL_TO_PAGE) > 0) {
      add(
          all,
          Reason.PAGED_LATE,
          "the first page came after %s, the goal is %s",
          seconds(paged),
          seconds(GOAL_TO_PAGE));
    }
    acknowledgement(rules, facts, all);
    if (!facts.over()) {
      add(all, Reason.NOT_STOOD_DOWN, "it did not stand down while it was watched");
    }
  }

  private static void responder(
      CrisisPlan plan, PagingRule rule, Severity worst, Instant crisisAt, List<DrillAdvice> all) {
    Instant due = crisisAt.plusMillis(rule.afterMillis());
    Contact contact = rule.responder().at(due);
    if (contact == null) {
      Contact instead = plan.lastResort();
      add(
          all,
          Reason.NOBODY_ON_CALL,
          "nobody is on call in %s at %s: the page goes to %s",
          rule.responder().name(),
          due,
          instead == null ? "nobody" : instead.name() + ", the last resort");
    } else if (worst != Severity.CRITICAL && contact.awakeFrom(due).isAfter(due)) {
      add(
          all,
          Reason.HELD_BACK_BY_QUIET_HOURS,
          "quiet hours hold the page to %s back until %s",
          contact.name(),
          contact.awakeFrom(due));
    }
  }

  private static void acknowledgement(
      List<PagingRule> rules, DrillFacts facts, List<DrillAdvice> all) {
    if (facts.calls().isEmpty()) {
      return;
    }
    Duration taken = facts.times().get(Step.ACKNOWLEDGED);
    if (taken == null) {
      add(all, Reason.NOT_ACKNOWLEDGED, "nobody acknowledged");
      if (rules.stream().noneMatch(rule -> rule.afterMillis() > 0 || rule.times() > 1)) {
        add(
            all,
            Reason.NO_SECOND_TIER,
            "no rule pages a second time or a second person when nobody acknowledges");
      }
    } else if (taken.compareTo(GOAL_TO_ACKNOWLEDGE) > 0) {
      add(
          all,
          Reason.ACKNOWLEDGED_LATE,
          "it was acknowledged after %s, the goal is %s",
          seconds(taken),
          seconds(GOAL_TO_ACKNOWLEDGE));
    }
  }

  private static void overflow(
      BrandPlan brand, Severity worst, DrillFacts facts, List<DrillAdvice> all) {
    if (facts.times().get(Step.REDIRECT) == null) {
      add(
          all,
          Reason.NO_OVERFLOW,
          brand.redirects().isEmpty()
              ? "no queue overflows: the plan has no redirect for %s"
              : "no redirect of %s opened at a " + word(worst),
          brand.displayName());
    }
  }

  private static void delivery(DrillFacts facts, List<DrillAdvice> all) {
    for (PageReceipt receipt : facts.failures()) {
      add(
          all,
          Reason.NOT_DELIVERED,
          "the page to %s was not delivered: %s",
          receipt.target(),
          receipt.detail());
    }
  }

  private static void add(
      List<DrillAdvice> all, Reason reason, String form, @Nullable Object... values) {
    all.add(new DrillAdvice(reason, String.format(Locale.ROOT, form, values)));
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }
}
