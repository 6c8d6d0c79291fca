package io.tocsin.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.engine.FoundTopic;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.jobs.wire.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsVerbIT {
  private static final List<String> NAMES =
      Arrays.stream(Topic.values()).map(Topic::topicName).toList();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void createsWhatIsMissingOnce() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      assertThat(execute(broker, "--partitions", "3")).isZero();
      assertThat(execute(broker, "--partitions", "5")).isZero();
      assertThat(out.toString().lines())
          .containsExactly(NAMES.size() + " topics created", "0 topics created");
      assertThat(FoundTopic.of(broker.bootstrapServers(), NAMES))
          .hasSameSizeAs(NAMES)
          .contains(
              new FoundTopic("tocsin.mentions", 3, "delete"),
              new FoundTopic("tocsin.scored-mentions", 3, "delete"),
              new FoundTopic("tocsin.crisis-plan", 1, "compact"),
              new FoundTopic("tocsin.kpis", 1, "compact"),
              new FoundTopic("tocsin.pages", 1, "delete"));
    }
  }

  @Test
  void createsNothingWhereOneCannotBeUsed() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      broker.createTopics(List.of(new TopicSpec("tocsin.kpis", 1, false)));
      assertThat(execute(broker)).isEqualTo(1);
      assertThat(err.toString().lines())
          .containsExactly("tocsin: tocsin.kpis has cleanup.policy delete, and must have compact");
      assertThat(FoundTopic.of(broker.bootstrapServers(), NAMES))
          .containsExactly(new FoundTopic("tocsin.kpis", 1, "delete"));
    }
  }

  private int execute(EmbeddedBroker broker, String... options) {
    String[] arguments =
        Arrays.copyOf(
            new String[] {"topics", "--kafka", broker.bootstrapServers()}, 3 + options.length);
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Tocsin.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
