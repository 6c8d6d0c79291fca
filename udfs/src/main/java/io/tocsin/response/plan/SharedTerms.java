package io.tocsin.response.plan;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Warns of a term that is listed twice, in one brand or in two. Case does not count. */
final class SharedTerms {
  private record Term(String kind, String text) {}

  private record FirstUse(String brand, int line) {}

  private final Map<Term, FirstUse> uses = new HashMap<>();

  void add(String brand, String kind, Named term) {
    Term key = new Term(kind, term.name().toLowerCase(Locale.ROOT));
    FirstUse first = uses.putIfAbsent(key, new FirstUse(brand, term.at().line()));
    if (first == null) {
      return;
    }
    String start = kind + " '" + term.name() + "' ";
    if (first.brand.equals(brand)) {
      term.at().warning(start + "is listed twice, first in line " + first.line);
    } else {
      term.at()
          .warning(start + "also matches brand '" + first.brand + "' (line " + first.line + ")");
    }
  }
}
