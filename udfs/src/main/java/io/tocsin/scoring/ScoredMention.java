package io.tocsin.scoring;

import io.tocsin.mention.BrandPart;
import io.tocsin.mention.Mention;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.intent.Intent;
import java.util.List;

/**
 * A mention with what Tocsin thinks of it.
 *
 * @param mention the post
 * @param brands keys of the brands it concerns, sorted, at least one
 * @param parts locations and topics of these brands that it is about, sorted
 * @param sentiment how it feels
 * @param influence how far it may carry
 * @param textHash hash of the normalised text: equal for reposts and copies of one text
 * @param nearTextKey key that near-duplicates of the text share with high probability
 * @param intent whether it needs a response, and what it wants
 */
public record ScoredMention(
    Mention mention,
    List<String> brands,
    List<BrandPart> parts,
    Sentiment sentiment,
    Influence influence,
    long textHash,
    long nearTextKey,
    Intent intent) {}
