package io.tocsin.mention;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All terms by the anchors that they are found by: a hash table with open addressing. */
final class TermIndex {
  private final AnchorFilter filter;
  private final @Nullable AnchoredTerm[] slots;

  /**
   * An index of terms.
   *
   * @param uses by folded term
   */
  TermIndex(Map<String, TermUse> uses) {
    filter = AnchorFilter.forTerms(uses.size());
    slots = new AnchoredTerm[4 * Integer.highestOneBit(uses.size() + 1)];
    AnchorChoice choice = new AnchorChoice(uses.keySet());
    new TreeMap<>(uses).forEach((term, use) -> put(term, choice.of(term), use));
  }

  /** What is looked for in a text. */
  AnchorFilter filter() {
    return filter;
  }

  /** The first of the terms that are found by an anchor; null if there is none. */
  @Nullable AnchoredTerm at(long anchor) {
    return slots[slotOf(anchor)];
  }

  private void put(String term, Anchor anchor, TermUse use) {
    int slot = slotOf(anchor.hash());
    slots[slot] =
        new AnchoredTerm(anchor.hash(), term.toCharArray(), anchor.end(), use, slots[slot]);
    filter.add(anchor.hash());
    char last = term.charAt(anchor.end() - 1);
    if (Chars.kind(last) != Chars.WORD) {
      filter.addCharacter(last);
    }
  }

  /** Where the anchor is, or the free place where it would be. */
  private int slotOf(long anchor) {
    int slot = (int) anchor & (slots.length - 1);
    for (AnchoredTerm there = slots[slot];
        there != null && there.anchor() != anchor;
        there = slots[slot]) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
