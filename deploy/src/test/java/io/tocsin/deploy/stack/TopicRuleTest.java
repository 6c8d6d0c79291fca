package io.tocsin.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.engine.FoundTopic;
import io.tocsin.deploy.engine.TopicSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicRuleTest {
  private static final List<TopicSpec> WANTED = LocalStack.topics();

  @Test
  void takesTopicsWithMorePartitionsThanOneMachineNeeds() {
    assertThat(
            TopicRule.faults(
                WANTED,
                List.of(
                    new FoundTopic("tocsin.mentions", 64, "delete"),
                    new FoundTopic("tocsin.kpis", 8, "compact"),
                    new FoundTopic("tocsin.crisis-plan", 1, "compact"))))
        .isEmpty();
  }

  @Test
  void namesEveryTopicThatForgetsTheWrongThings() {
    assertThat(
            TopicRule.faults(
                WANTED,
                List.of(
                    new FoundTopic("tocsin.kpis", 1, "delete"),
                    new FoundTopic("tocsin.pages", 1, "compact"))))
        .containsExactlyInAnyOrder(
            "tocsin.kpis has cleanup.policy delete, and must have compact",
            "tocsin.pages has cleanup.policy compact, and must have delete");
  }

  @Test
  void refusesPlansWithoutAnOrder() {
    assertThat(
            TopicRule.faults(WANTED, List.of(new FoundTopic("tocsin.crisis-plan", 3, "compact"))))
        .containsExactly(
            "tocsin.crisis-plan has 3 partitions, and must have 1: plans are taken in their order");
  }

  @Test
  void mindsNoTopicOfOthers() {
    assertThat(TopicRule.faults(WANTED, List.of(new FoundTopic("orders", 3, "compact,delete"))))
        .isEmpty();
  }
}
