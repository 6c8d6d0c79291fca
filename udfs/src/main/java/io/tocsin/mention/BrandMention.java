package io.tocsin.mention;

import java.util.List;

/**
 * A mention and the brands it concerns.
 *
 * @param brands keys of the brands, sorted, at least one
 */
public record BrandMention(Mention mention, List<String> brands) {}
