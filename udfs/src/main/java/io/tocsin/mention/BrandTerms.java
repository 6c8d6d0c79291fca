package io.tocsin.mention;

import java.io.Serializable;
import java.util.List;

/**
 * What tells that a mention concerns a brand. Matching ignores case; a term matches whole words
 * only. Serialisable, because it travels inside the functions of a job graph.
 *
 * @param brand the brand's key
 * @param handles account names without {@code @}: found in the text as {@code @handle} and in the
 *     mention's addressees
 * @param hashtags without {@code #}
 * @param cashtags without {@code $}
 * @param phrases words as people write them
 * @param exclusions phrases that void a phrase found inside them: 'apple pie' for 'apple'
 * @param parts its locations and topics
 */
public record BrandTerms(
    String brand,
    List<String> handles,
    List<String> hashtags,
    List<String> cashtags,
    List<String> phrases,
    List<String> exclusions,
    List<PartTerms> parts)
    implements Serializable {
  /** A brand that is watched as a whole. */
  public BrandTerms(
      String brand,
      List<String> handles,
      List<String> hashtags,
      List<String> cashtags,
      List<String> phrases,
      List<String> exclusions) {
    this(brand, handles, hashtags, cashtags, phrases, exclusions, List.of());
  }

  /** The same brand, cut into these parts. */
  public BrandTerms with(List<PartTerms> otherParts) {
    return new BrandTerms(
        brand, handles, hashtags, cashtags, phrases, exclusions, List.copyOf(otherParts));
  }
}
