package io.tocsin.deploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopSignalTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** Waits for a signal, then closes for ever if it was told to be stubborn. */
  static final class Waiting {
    public static void main(String[] arguments) throws InterruptedException {
      StopSignal stop = StopSignal.install();
      System.out.println("waiting");
      stop.await(LONG);
      System.out.println("closing");
      if (arguments.length > 0) {
        Thread.currentThread().join();
      }
      System.exit(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void letsTheProgramCloseInItsOwnOrderAndEndWithItsOwnStatus(String signal) throws Exception {
    Process process = waiting();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("waiting");
      send(signal, process);
      assertThat(output.readLine()).isEqualTo("closing");
      assertThat(statusOf(process)).isZero();
    }
  }

  @Test
  void endsAtOnceOnASecondCtrlC() throws Exception {
    Process process = waiting("stubborn");
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("waiting");
      send("INT", process);
      assertThat(output.readLine()).isEqualTo("closing");
      send("INT", process);
      assertThat(statusOf(process)).isEqualTo(130);
    }
  }

  @Test
  void stopsWaitingWhenTheTimeIsOver() {
    StopSignal stop = new StopSignal();
    stop.await(Duration.ofMillis(1), new CompletableFuture<>());
    assertThat(stop.isRequested()).isFalse();
  }

  @Test
  void stopsWaitingWhenTheProgramAsks() {
    StopSignal stop = new StopSignal();
    stop.request();
    assertThatCode(() -> stop.await(null, new CompletableFuture<>())).doesNotThrowAnyException();
    assertThat(stop.isRequested()).isTrue();
  }

  @Test
  void throwsTheFailureOfAnEnding() {
    UserException failure = new UserException("the disk is full");
    assertThatThrownBy(() -> new StopSignal().await(LONG, CompletableFuture.failedFuture(failure)))
        .isSameAs(failure);
  }

  private static Process waiting(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), Waiting.class.getName());
    builder.command().addAll(List.of(arguments));
    return builder.redirectErrorStream(true).start();
  }

  private static void send(String signal, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor())
        .isZero();
  }

  private static int statusOf(Process process) throws InterruptedException {
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
