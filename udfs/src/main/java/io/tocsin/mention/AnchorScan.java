package io.tocsin.mention;

/**
 * Finds where terms may be anchored in a text. An anchor is a stretch that ends with a word: the
 * word alone, with the character before it, from the word before on, or from the second word before
 * on. Or it ends with a character of no word that some term needs: alone, or with one or two
 * neighbours before it.
 */
final class AnchorScan {
  private final AnchorFilter filter;
  private final AnchorHits hits = new AnchorHits();

  /**
   * A scan.
   *
   * @param filter the anchors that are looked for
   */
  AnchorScan(AnchorFilter filter) {
    this.filter = filter;
  }

  /** Anchors that the text seems to have, in the order of their ends. */
  AnchorHits of(FoldedText text) {
    hits.clear();
    if ((text.ranges() & filter.ranges()) != 0) {
      scanAll(text);
    } else {
      scanWords(text);
    }
    return hits;
  }

  private void scanWords(FoldedText text) {
    for (int word = 0; word < text.words(); word++) {
      scanWord(text, word);
    }
  }

  private void scanAll(FoldedText text) {
    int behind = FoldedText.BEGIN;
    for (int word = 0; word < text.words(); word++) {
      scanCharacters(text, behind, text.wordBegin(word));
      scanWord(text, word);
      behind = text.wordEnd(word);
    }
    scanCharacters(text, behind, text.end());
  }

  private void scanWord(FoldedText text, int word) {
    int begin = text.wordBegin(word);
    int end = text.wordEnd(word);
    look(text, begin, end);
    look(text, begin - 1, end);
    if (word > 0) {
      look(text, text.wordBegin(word - 1), end);
    }
    if (word > 1) {
      look(text, text.wordBegin(word - 2), end);
    }
  }

  private void scanCharacters(FoldedText text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (filter.takes(text.charAt(i))) {
        look(text, i, i + 1);
        look(text, Math.max(i - 1, FoldedText.BEGIN), i + 1);
        look(text, Math.max(i - 2, FoldedText.BEGIN), i + 1);
      }
    }
  }

  private void look(FoldedText text, int begin, int end) {
    long anchor = text.hash(begin, end);
    if (filter.mayHold(anchor)) {
      hits.add(anchor, end);
    }
  }
}
