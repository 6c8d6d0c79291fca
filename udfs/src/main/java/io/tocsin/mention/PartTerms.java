package io.tocsin.mention;

import java.io.Serializable;
import java.util.List;

/**
 * What tells that a mention is about a part of a brand. A handle is the part's own account: who
 * names it names the brand. Hashtags and phrases count only in a mention that concerns the brand
 * anyway, because a town's name or 'refund' is said of much else.
 *
 * @param kind what the part is
 * @param key the part's key
 * @param handles account names without {@code @}
 * @param hashtags without {@code #}
 * @param phrases words as people write them
 */
public record PartTerms(
    PartKind kind, String key, List<String> handles, List<String> hashtags, List<String> phrases)
    implements Serializable {}
