package io.tocsin.mention;

import org.jspecify.annotations.Nullable;

/**
 * A term and the anchor that it is found by.
 *
 * @param anchor as {@link StretchHash} makes it
 * @param chars the folded term
 * @param anchorEnd behind the anchor, counted from the term's beginning
 * @param use what finding it means
 * @param next another term of the same anchor
 */
@SuppressWarnings("ArrayRecordComponent") // read on every hit; never compared
record AnchoredTerm(
    long anchor, char[] chars, int anchorEnd, TermUse use, @Nullable AnchoredTerm next) {}
