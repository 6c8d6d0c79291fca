package io.tocsin.response.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the file defines under a name and asks for elsewhere. A name that was defined badly is known
 * all the same, so that one fault is one error.
 */
final class Register<T> {
  private final String what;
  private final Once names;
  private final Map<String, T> values = new LinkedHashMap<>();
  private final Set<String> askedFor = new HashSet<>();

  /**
   * An empty register.
   *
   * @param what its things are called in messages
   */
  Register(String what) {
    this.what = what;
    this.names = new Once(what);
  }

  /** Defines a name; the value is null if something is wrong with it. */
  void define(Named name, @Nullable T value) {
    if (names.take(name) && value != null) {
      values.put(name.name(), value);
    }
  }

  /** Whether the file defines the name, well or badly. */
  boolean knows(String name) {
    return names.all().containsKey(name);
  }

  /** The name that is asked for here; null if it is none that the file defines. */
  @Nullable String name(@Nullable YamlValue asking) {
    String name = asking == null ? null : asking.text(TextForm.TARGET);
    if (asking == null || name == null) {
      return null;
    }
    askedFor.add(name);
    if (!knows(name)) {
      asking.error(
          "unknown "
              + what
              + " "
              + OneLine.quote(name)
              + DidYouMean.hint(name, names.all().keySet()));
      return null;
    }
    return name;
  }

  /** The value of the name that is asked for here; null if there is none. */
  @Nullable T value(@Nullable YamlValue asking) {
    String name = name(asking);
    return name == null ? null : values.get(name);
  }

  /** All values without fault, by name. */
  Map<String, T> values() {
    return values;
  }

  /** Warns of every name that nothing asked for. */
  void warnOfIdle(String message) {
    names
        .all()
        .forEach(
            (name, named) -> {
              if (!askedFor.contains(name)) {
                named.at().warning(what + " '" + name + "' " + message);
              }
            });
  }
}
