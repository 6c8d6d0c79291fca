package io.tocsin.deploy.stack;

import io.tocsin.deploy.engine.FoundTopic;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.jobs.wire.Topic;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a topic must be so that nothing is lost; how many partitions it has is mostly free. */
final class TopicRule {
  private TopicRule() {}

  /** What is wrong with topics that are there, a line each; empty where they can be used. */
  static List<String> faults(Collection<TopicSpec> wanted, Collection<FoundTopic> found) {
    return wanted.stream()
        .flatMap(
            spec ->
                found.stream()
                    .filter(topic -> topic.name().equals(spec.name()))
                    .flatMap(topic -> faults(spec, topic)))
        .toList();
  }

  private static Stream<String> faults(TopicSpec wanted, FoundTopic found) {
    return Stream.concat(policyFault(wanted, found), orderFault(found));
  }

  /** What is kept for a time forgets what is still true; what is compacted forgets what was. */
  private static Stream<String> policyFault(TopicSpec wanted, FoundTopic found) {
    if (found.cleanupPolicy().equals(wanted.cleanupPolicy())) {
      return Stream.of();
    }
    return Stream.of(
        "%s has cleanup.policy %s, and must have %s"
            .formatted(found.name(), found.cleanupPolicy(), wanted.cleanupPolicy()));
  }

  private static Stream<String> orderFault(FoundTopic found) {
    if (!found.name().equals(Topic.CRISIS_PLAN.topicName()) || found.partitions() == 1) {
      return Stream.of();
    }
    return Stream.of(
        "%s has %d partitions, and must have 1: plans are taken in their order"
            .formatted(found.name(), found.partitions()));
  }
}
