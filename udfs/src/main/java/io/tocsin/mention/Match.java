package io.tocsin.mention;

import java.util.List;

/**
 * What a mention concerns.
 *
 * @param brands keys of the brands, sorted, each once; empty if there are none
 * @param parts parts of these brands, sorted, each once
 */
public record Match(List<String> brands, List<BrandPart> parts) {
  /** Nothing that is looked for. */
  static final Match NONE = new Match(List.of(), List.of());
}
