package io.tocsin.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RehearseVerbIT {
  @Test
  void bringsOneRecordThroughBrokerAndClusterAndClosesAll() {
    StringWriter out = new StringWriter();
    int status = Tocsin.commandLine().setOut(new PrintWriter(out, true)).execute("rehearse");
    assertThat(status).as(out.toString()).isZero();
    assertThat(out.toString())
        .containsSubsequence("Kafka is up", "Flink is up", "exactly once", "all closed");
  }
}
