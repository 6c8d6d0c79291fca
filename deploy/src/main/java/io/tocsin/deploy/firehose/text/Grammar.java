package io.tocsin.deploy.firehose.text;

import io.tocsin.deploy.firehose.chance.Chance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A context-free grammar of sentences.
 *
 * <p>In its file {@code [rule]} opens a list of lines; a sentence takes one of them, evenly. In a
 * line {@code {rule}} stands for one line of that rule, {@code {rule?}} for one or, half of the
 * time, for nothing, and {@code {brand}}, {@code {city}}, {@code {n}}, {@code {link}} for a {@link
 * Slot}. Where the grammar is read for a trade, a rule named {@code trade.rule} stands in for
 * {@code rule}. A line that begins with {@code #} is a comment.
 */
final class Grammar {
  private static final Pattern HEAD = Pattern.compile("\\[([a-z.]+)]");
  private static final Pattern REFERENCE = Pattern.compile("\\{([a-z.]+)(\\??)}");
  private static final double OPTION = 0.5;

  private final Map<String, Rule> rules;

  private Grammar(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /**
   * Reads a grammar for one trade.
   *
   * @param source names the file in error messages
   * @throws IllegalArgumentException if a line stands before the first rule, a rule is empty or a
   *     reference leads nowhere
   */
  static Grammar parse(String source, List<String> lines, Trade trade) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Rule open = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        open = rules.computeIfAbsent(head.group(1), name -> new Rule());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        if (open == null) {
          throw new IllegalArgumentException(source + ":" + (i + 1) + ": no rule is open: " + line);
        }
        open.raw.add(line);
      }
    }
    return new Grammar(rules).linked(source, trade.prefix());
  }

  /**
   * Appends one sentence.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  void say(String rule, Chance chance, Speaker speaker, StringBuilder out) {
    Rule start = rules.get(rule);
    if (start == null) {
      throw new IllegalArgumentException("the grammar has no rule " + rule);
    }
    start.say(chance, speaker, out);
  }

  private Grammar linked(String source, String prefix) {
    rules.forEach(
        (name, rule) -> rule.link(source + " [" + name + "]", part -> find(part, prefix)));
    Map<String, Rule> scoped = new LinkedHashMap<>(rules);
    rules.forEach(
        (name, rule) -> {
          if (name.startsWith(prefix)) {
            scoped.put(name.substring(prefix.length()), rule);
          }
        });
    return new Grammar(scoped);
  }

  private @Nullable Rule find(String name, String prefix) {
    Rule own = rules.get(prefix + name);
    return own != null ? own : rules.get(name);
  }

  /** Something a sentence is made of. */
  private interface Part {
    void say(Chance chance, Speaker speaker, StringBuilder out);
  }

  private interface Finder {
    @Nullable Rule find(String name);
  }

  /** Lines to choose from, first as they were written, then linked to the rules they name. */
  private static final class Rule implements Part {
    private final List<String> raw = new ArrayList<>();
    private final List<Part[]> lines = new ArrayList<>();

    @Override
    public void say(Chance chance, Speaker speaker, StringBuilder out) {
      for (Part part : lines.get(chance.below(lines.size()))) {
        part.say(chance, speaker, out);
      }
    }

    void link(String place, Finder finder) {
      if (raw.isEmpty()) {
        throw new IllegalArgumentException(place + " has no line");
      }
      for (String line : raw) {
        lines.add(partsOf(place, line, finder));
      }
    }

    private static Part[] partsOf(String place, String line, Finder finder) {
      List<Part> parts = new ArrayList<>();
      Matcher reference = REFERENCE.matcher(line);
      int end = 0;
      while (reference.find()) {
        addWords(parts, line.substring(end, reference.start()));
        Part named = named(place, reference.group(1), finder);
        parts.add(reference.group(2).isEmpty() ? named : sometimes(named));
        end = reference.end();
      }
      addWords(parts, line.substring(end));
      return parts.toArray(Part[]::new);
    }

    private static void addWords(List<Part> parts, String words) {
      if (!words.isEmpty()) {
        parts.add((chance, speaker, out) -> out.append(words));
      }
    }

    private static Part named(String place, String name, Finder finder) {
      Rule rule = finder.find(name);
      if (rule != null) {
        return rule;
      }
      Slot slot =
          Slot.named(name)
              .orElseThrow(
                  () -> new IllegalArgumentException(place + " names no rule or slot: " + name));
      return (chance, speaker, out) -> speaker.fill(slot, out);
    }

    private static Part sometimes(Part part) {
      return (chance, speaker, out) -> {
        if (chance.happens(OPTION)) {
          part.say(chance, speaker, out);
        }
      };
    }
  }
}
