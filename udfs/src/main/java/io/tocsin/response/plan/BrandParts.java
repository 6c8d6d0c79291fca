package io.tocsin.response.plan;

import io.tocsin.mention.PartTerms;
import io.tocsin.window.BrandTree;
import java.util.List;

/**
 * Into what the plan cuts a brand.
 *
 * @param tree its regions, locations and topics
 * @param terms what tells that a post is about a location or topic
 */
record BrandParts(BrandTree tree, List<PartTerms> terms) {}
