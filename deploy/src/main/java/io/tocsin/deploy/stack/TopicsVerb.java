package io.tocsin.deploy.stack;

import io.tocsin.deploy.engine.FoundTopic;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.UserException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code topics}. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = {
      "Creates the topics that Kafka does not have yet, with the brokers' own replication factor.",
      "Those that are there stay as they are; where one cannot be used as it is, nothing is created"
          + " and it ends with 1."
    })
public final class TopicsVerb implements Callable<Integer> {
  @Mixin private KafkaOption kafka = new KafkaOption();

  @Option(
      names = "--partitions",
      defaultValue = "4",
      paramLabel = "N",
      description =
          "Partitions of the firehose and of scored mentions, the most that CrisisJob reads side by"
              + " side (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (partitions < 1) {
      throw new BadInputException("--partitions is below 1: " + partitions);
    }
    try {
      int created = create(wanted());
      spec.commandLine().getOut().printf("%d topics created%n", created);
      return 0;
    } catch (KafkaException e) {
      throw LocalStack.unusable(kafka.brokers(), e);
    }
  }

  /** All topics; those that have more than one partition have as many as were asked for. */
  private List<TopicSpec> wanted() {
    return LocalStack.topics().stream()
        .map(
            topic ->
                topic.partitions() == 1
                    ? topic
                    : new TopicSpec(topic.name(), partitions, topic.compacted()))
        .toList();
  }

  private int create(List<TopicSpec> wanted) {
    List<FoundTopic> found =
        FoundTopic.of(kafka.brokers(), wanted.stream().map(TopicSpec::name).toList());
    List<String> faults = TopicRule.faults(wanted, found);
    if (!faults.isEmpty()) {
      throw new UserException(String.join("\n", faults));
    }
    TopicSpec.createMissing(kafka.brokers(), wanted);
    return wanted.size() - found.size();
  }
}
