package io.tocsin.deploy.bench;

/**
 * What matching cost with few terms of a kind and with many.
 *
 * @param found brands a post, which both have to find
 * @param few CPU microseconds a post
 * @param many CPU microseconds a post
 * @param ratio many to few in each pair of rounds
 */
record MatchResult(TermCase kind, double found, Spread few, Spread many, Spread ratio) {}
