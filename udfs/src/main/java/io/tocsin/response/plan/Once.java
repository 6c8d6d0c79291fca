package io.tocsin.response.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of one kind, each once: a second one is an error that tells the line of the first. */
final class Once {
  private final String kind;
  private final Map<String, Named> names = new LinkedHashMap<>();

  /**
   * No names yet.
   *
   * @param kind what bears them, as messages call it
   */
  Once(String kind) {
    this.kind = kind;
  }

  /** Takes a name. Returns whether it is the first of its like. */
  boolean take(Named name) {
    Named first = names.putIfAbsent(name.name(), name);
    if (first != null) {
      name.at()
          .error(
              kind + " '" + name.name() + "' is there twice, first in line " + first.at().line());
    }
    return first == null;
  }

  /** The key in the field that bears the kind's name; empty if there is none, which is an error. */
  String key(YamlFields fields, TextForm form) {
    Named key = fields.named(kind, form);
    if (key == null) {
      return "";
    }
    take(key);
    return key.name();
  }

  /** The first of each name, in the order of the file. */
  Map<String, Named> all() {
    return Collections.unmodifiableMap(names);
  }
}
