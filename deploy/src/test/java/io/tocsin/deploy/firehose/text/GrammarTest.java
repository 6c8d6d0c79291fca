package io.tocsin.deploy.firehose.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deploy.firehose.chance.Chance;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrammarTest {
  private static final Speaker SPEAKER = (slot, out) -> out.append('<').append(slot).append('>');
  private final Chance chance = new Chance(1);

  @Test
  void putsRulesAndSlotsIntoTheirPlaces() {
    Grammar grammar = grammar("# a comment", "[start]", "a {mid} z", "", "[mid]", "in {city}");

    assertThat(say(grammar, "start")).containsExactly("a in <CITY> z");
  }

  @Test
  void choosesAmongLinesAndLeavesOptionsOut() {
    Grammar grammar = grammar("[start]", "a{more?}", "b", "[more]", "+");

    assertThat(say(grammar, "start")).containsExactlyInAnyOrder("a", "a+", "b");
  }

  @Test
  void prefersTheTradesOwnRule() {
    Grammar grammar =
        grammar(
            "[start]",
            "{fault}",
            "[fault]",
            "lost",
            "[mobile.fault]",
            "no signal",
            "[bank.fault]",
            "no money");

    assertThat(say(grammar, "start")).containsExactly("no signal");
    assertThat(say(grammar, "fault")).containsExactly("no signal");
  }

  @Test
  void namesTheRuleThatLeadsNowhere() {
    assertThatThrownBy(() -> grammar("[start]", "a {nothing}"))
        .hasMessage("test [start] names no rule or slot: nothing");
    assertThatThrownBy(() -> grammar("[start]", "[next]", "x"))
        .hasMessage("test [start] has no line");
    assertThatThrownBy(() -> grammar("", "words")).hasMessage("test:2: no rule is open: words");
    assertThatThrownBy(() -> say(grammar("[start]", "x"), "end"))
        .hasMessage("the grammar has no rule end");
  }

  private static Grammar grammar(String... lines) {
    return Grammar.parse("test", List.of(lines), Trade.MOBILE);
  }

  private Set<String> say(Grammar grammar, String rule) {
    return Stream.generate(
            () -> {
              StringBuilder out = new StringBuilder();
              grammar.say(rule, chance, SPEAKER, out);
              return out.toString();
            })
        .limit(100)
        .collect(Collectors.toSet());
  }
}
