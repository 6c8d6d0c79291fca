package io.tocsin.spike;

/**
 * A word, or a pair of words, that far more texts of late hold than usual.
 *
 * @param text the words in lower case
 * @param share of the texts of late, from 0 to 1
 * @param usualShare of the watch's usual texts, from 0 to 1; rather too high than too low
 * @param score log-odds of the two over its standard error
 */
public record Phrase(String text, double share, double usualShare, double score) {}
