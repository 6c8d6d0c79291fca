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
 */
public record BrandTerms(
    String brand,
    List<String> handles,
    List<String> hashtags,
    List<String> cashtags,
    List<String> phrases,
    List<String> exclusions)
    implements Serializable {}
