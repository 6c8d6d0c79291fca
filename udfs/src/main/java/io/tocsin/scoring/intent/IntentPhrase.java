package io.tocsin.scoring.intent;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A phrase by which a crisis plan tells what a post about a brand wants.
 *
 * @param brand the brand's key
 * @param phrase a word or two in a row, in any language
 * @param kind what it tells; null where it tells that somebody must answer
 */
public record IntentPhrase(String brand, String phrase, @Nullable IntentKind kind)
    implements Serializable {}
