package io.tocsin.response;

import io.tocsin.mention.BrandTerms;
import io.tocsin.scoring.intent.IntentPhrase;
import io.tocsin.window.BrandTree;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the crisis plan says of mentions: all that a mention must be asked by the plan is asked
 * once, where its brands are found.
 *
 * @param version names the plan
 * @param terms what matches each brand
 * @param words what tells, at each brand, what a post wants
 * @param trees regions and locations, by brand
 */
public record MatchingPlan(
    String version, List<BrandTerms> terms, List<IntentPhrase> words, Map<String, BrandTree> trees)
    implements Serializable {}
