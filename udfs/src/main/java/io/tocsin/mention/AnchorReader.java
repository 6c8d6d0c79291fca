package io.tocsin.mention;

import java.util.ArrayList;
import java.util.List;

/** Reads all anchors that a term has, and weighs them. */
final class AnchorReader {
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private final FoldedText term = new FoldedText();
  private final List<Anchor> anchors = new ArrayList<>();

  /** All anchors of a folded term, at least one: what {@link AnchorScan} looks for and more. */
  List<Anchor> anchorsOf(String foldedTerm) {
    term.setFolded(foldedTerm);
    anchors.clear();
    for (int i = FoldedText.BEGIN; i < term.end(); i++) {
      if (!isWord(i) && term.charAt(i) != ' ') {
        add(i, i + 1);
        add(i - 1, i + 1);
        add(i - 2, i + 1);
      }
    }
    for (int word = 0; word < term.words(); word++) {
      int end = term.wordEnd(word);
      add(term.wordBegin(word), end);
      add(term.wordBegin(word) - 1, end);
      add(term.wordBegin(Math.max(word - 1, 0)), end);
      add(term.wordBegin(Math.max(word - 2, 0)), end);
    }
    return List.copyOf(anchors);
  }

  private void add(int begin, int end) {
    if (begin >= FoldedText.BEGIN) {
      int weight = 0;
      for (int i = begin; i < end; i++) {
        weight += weight(i);
      }
      anchors.add(new Anchor(term.hash(begin, end), end - FoldedText.BEGIN, weight));
    }
  }

  private int weight(int position) {
    char c = term.charAt(position);
    return c == ' ' ? 0 : c < FIRST_BEYOND_ASCII || isWord(position) ? 1 : 2;
  }

  private boolean isWord(int position) {
    return Chars.kind(term.charAt(position)) == Chars.WORD;
  }
}
