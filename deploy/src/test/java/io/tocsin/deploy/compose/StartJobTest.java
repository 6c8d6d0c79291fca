package io.tocsin.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/flink/start-job}, with Flink's commands replaced by ones that tell their words. */
class StartJobTest {
  private static final String JOB = "io.tocsin.jobs.CrisisJob";
  private static final String JAR = "/opt/flink/usrlib/tocsin-jobs.jar";

  private record Outcome(int status, String output) {}

  @TempDir Path folder;

  @BeforeEach
  void replaceFlink() throws IOException {
    program("standalone-job.sh", "echo standalone-job.sh \"$@\"");
    program("hostname", "echo crisis-jobmanager");
    running("");
  }

  @Test
  void beginsAnewWhereThereIsNoCheckpoint() throws Exception {
    assertThat(start("session", "--plan-file", "plan.yaml").output())
        .isEqualTo("flink run -d -c " + JOB + " " + JAR + " --plan-file plan.yaml\n");
    assertThat(start("application", "--plan-file", "plan.yaml").output())
        .isEqualTo(
            "standalone-job.sh start-foreground -Djobmanager.rpc.address=crisis-jobmanager"
                + " --job-classname "
                + JOB
                + " --plan-file plan.yaml\n");
  }

  @Test
  void goesOnFromTheNewestCheckpointThatWasFinished() throws Exception {
    finished("job-1/chk-9", 1_000);
    Path newest = finished("job-2/chk-2", 2_000);
    finished("job-1/chk-10", 1_500);
    Files.createDirectories(checkpoints().resolve("job-2/chk-3"));
    String restore = "--fromSavepoint file://" + newest + " ";

    assertThat(start("session").output()).contains("flink run -d " + restore + "-c " + JOB);
    assertThat(start("application").output()).contains(restore + "--job-classname " + JOB);
  }

  @Test
  void startsNoSecondJobBesideOneThatRuns() throws Exception {
    running("01.12.2026 04:00:00 : 5e1 : Tocsin: CrisisJob (RUNNING)");
    assertThat(start("session")).isEqualTo(new Outcome(0, "Tocsin: CrisisJob runs already\n"));
    running("01.12.2026 04:00:00 : 5e1 : Tocsin: PagerJob (RUNNING)");
    assertThat(start("session").output()).contains("flink run");
  }

  @Test
  void failsWhereTheClusterDoesNotAnswer() throws Exception {
    program("flink", "exit 1");
    assertThat(start("session").status()).isNotZero();
  }

  @Test
  void refusesAModeThatIsNone() throws Exception {
    assertThat(start("both")).isEqualTo(new Outcome(2, "neither session nor application: both\n"));
  }

  private void running(String jobs) throws IOException {
    program("flink", "if [ \"$1\" = list ]; then echo '" + jobs + "'; else echo flink \"$@\"; fi");
  }

  private void program(String name, String body) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path finished(String checkpoint, long modifiedSeconds) throws IOException {
    Path made = Files.createDirectories(checkpoints().resolve(checkpoint));
    Path metadata = Files.createFile(made.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(modifiedSeconds * 1_000));
    return made;
  }

  private Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  private Outcome start(String mode, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "flink/start-job", mode, checkpoints().toString(), JOB));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
