package io.tocsin.mention;

import java.util.List;

/**
 * A mention and the brands it concerns.
 *
 * @param brands keys of the brands, sorted, at least one
 * @param parts parts of these brands that it is about, sorted
 */
public record BrandMention(Mention mention, List<String> brands, List<BrandPart> parts) {}
