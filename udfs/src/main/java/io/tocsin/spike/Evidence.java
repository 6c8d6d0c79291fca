package io.tocsin.spike;

import io.tocsin.window.LanguageShare;
import java.util.List;

/**
 * What else a person needs to believe a spike: who speaks, of what, and how complete the figures
 * are. Shares are those of the spike's window.
 *
 * @param phrases what more texts speak of than usual, clearest first
 * @param textsRead different public texts in which phrases were counted; a sample where there are
 *     many
 * @param busiestAuthorShare mentions by the author who wrote most, from 0 to 1
 * @param busiestThreeShare mentions by the three authors who wrote most, from 0 to 1
 * @param languages most frequent first
 * @param late mentions that came too late to be counted
 * @param completeness counted and scored among the mentions that came, from 0 to 1. What a network
 *     has not delivered yet, and records that were no mentions, nobody can put down to a watch
 */
public record Evidence(
    List<Phrase> phrases,
    int textsRead,
    double busiestAuthorShare,
    double busiestThreeShare,
    List<LanguageShare> languages,
    long late,
    double completeness) {}
