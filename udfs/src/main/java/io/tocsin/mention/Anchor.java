package io.tocsin.mention;

/**
 * A place of a term by which it can be found.
 *
 * @param hash as {@link AnchorHash} makes it
 * @param end behind it, counted from the term's beginning
 * @param weight how much it tells: its letters, and two for a character of Chinese or a picture
 */
record Anchor(long hash, int end, int weight) {}
