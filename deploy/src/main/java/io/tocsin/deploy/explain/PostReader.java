package io.tocsin.deploy.explain;

import java.util.List;

/** Takes a text apart into sentences of tagged words. Not thread-safe. */
@FunctionalInterface
interface PostReader {
  /** The sentences of a text. */
  List<List<TaggedWord>> read(String text);
}
