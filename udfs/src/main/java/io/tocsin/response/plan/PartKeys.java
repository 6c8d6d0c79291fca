package io.tocsin.response.plan;

import java.util.HashMap;
import java.util.Map;

/** The keys of one brand's locations, or of its topics: each once. */
final class PartKeys {
  private final TextForm form;
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * Keys.
   *
   * @param form what they look like; its name is that of the field that holds them
   */
  PartKeys(TextForm form) {
    this.form = form;
  }

  /** The part's key; empty if it has none, which is then a problem. */
  String read(YamlFields fields) {
    Named key = fields.named(form.what(), form);
    if (key == null) {
      return "";
    }
    Integer firstLine = lines.putIfAbsent(key.name(), key.at().line());
    if (firstLine != null) {
      key.at()
          .error(form.what() + " '" + key.name() + "' is there twice, first in line " + firstLine);
    }
    return key.name();
  }
}
