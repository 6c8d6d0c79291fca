package io.tocsin.response;

import java.io.Serializable;
import java.util.List;

/**
 * Per brand: what matches it, who is paged, which queue overflows where, when to stand down.
 *
 * @param version names the plan in every decision
 * @param brands the brands, in the file's order
 */
public record CrisisPlan(String version, List<BrandPlan> brands) implements Serializable {}
