package io.tocsin.mention;

import java.util.List;

/**
 * A mention and what it concerns.
 *
 * @param brands keys of the brands, sorted, at least one
 * @param parts parts of these brands that it is about, with the regions around them, sorted
 * @param toldByPlan what the plan's words tell that its author wants, as bits; 0 for nothing
 */
public record BrandMention(
    Mention mention, List<String> brands, List<BrandPart> parts, int toldByPlan) {}
