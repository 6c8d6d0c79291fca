package io.tocsin.deploy.explain;

import org.jspecify.annotations.Nullable;

/**
 * A word of a sentence.
 *
 * @param text as written
 * @param lemma its dictionary form
 * @param tag part of speech, a tag of the Penn Treebank
 * @param kind what it names or is part of the name of; null where it names nothing
 */
record TaggedWord(String text, String lemma, String tag, @Nullable NameKind kind) {
  boolean isNoun() {
    return tag.startsWith("NN");
  }

  boolean isAdjective() {
    return tag.startsWith("JJ");
  }

  boolean isProperNoun() {
    return tag.startsWith("NNP");
  }
}
