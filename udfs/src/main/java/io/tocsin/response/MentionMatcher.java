package io.tocsin.response;

import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.Match;
import io.tocsin.mention.Mention;
import io.tocsin.mention.PartKind;
import io.tocsin.scoring.intent.PlanWords;
import io.tocsin.window.BrandMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a mention all that one plan has to say of it: brands, their parts with the regions around
 * them, and what the plan's words tell. Not thread-safe.
 */
public final class MentionMatcher {
  private final BrandMatcher brands;
  private final PlanWords words;
  private final Map<String, BrandMap> maps = new HashMap<>();

  /** Matches by this plan. */
  public MentionMatcher(MatchingPlan plan) {
    brands = new BrandMatcher(plan.terms());
    words = new PlanWords(plan.words());
    plan.trees().forEach((brand, tree) -> maps.put(brand, new BrandMap(tree)));
  }

  /** The mention with what it concerns; null if it concerns no brand. */
  public @Nullable BrandMention find(Mention mention) {
    Match match = brands.find(mention);
    return match.brands().isEmpty()
        ? null
        : new BrandMention(
            mention,
            match.brands(),
            withRegions(match.parts()),
            words.toldBy(mention.text(), match.brands()));
  }

  private List<BrandPart> withRegions(List<BrandPart> parts) {
    if (parts.isEmpty()) {
      return parts;
    }
    TreeSet<BrandPart> all = new TreeSet<>(parts);
    parts.forEach(part -> regionsAround(part).forEach(all::add));
    return List.copyOf(all);
  }

  private Stream<BrandPart> regionsAround(BrandPart part) {
    BrandMap map = maps.get(part.brand());
    return map == null || part.kind() != PartKind.LOCATION
        ? Stream.of()
        : map.regionsOf(part.key()).stream()
            .map(region -> new BrandPart(part.brand(), PartKind.REGION, region));
  }
}
