package io.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real command as a process, on what the build has packaged. */
class CommandIT {
  private static final Path SCRIPT = Path.of("tocsin").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  @BeforeAll
  static void needsThePackagedCommand() {
    assumeTrue(Files.exists(Path.of("target", "tocsin-deploy.jar")), "not packaged");
  }

  @Test
  void showsItsHelpFromAnyFolderAndThroughALinkWithASpace() throws Exception {
    Path link = folder.resolve("my tocsin");
    Files.createSymbolicLink(link, SCRIPT);
    Result result = run(Map.of(), link.toString(), "--help");
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("Usage: tocsin").doesNotContain("\u001b[");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void endsWithTwoAndOneLineOnAWrongVerb() throws Exception {
    Result result = run(Map.of(), SCRIPT.toString(), "ring");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("tocsin: no verb 'ring'");
  }

  @Test
  void saysWhichJavaIsTooOld() throws Exception {
    Path home = folder.resolve("jdk 11");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Result result = run(Map.of("JAVA_HOME", home.toString()), SCRIPT.toString(), "version");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "tocsin: needs a JDK 17 or later, and " + java + " is version 11: set JAVA_HOME");
  }

  @Test
  void saysThatJavaHomeHoldsNoJava() throws Exception {
    Result result = run(Map.of("JAVA_HOME", folder.toString()), SCRIPT.toString(), "version");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines())
        .containsExactly("tocsin: JAVA_HOME is " + folder + ", and there is no bin/java in it");
  }

  @Test
  void scoresWhatComesThroughAPipe() throws Exception {
    Result result =
        run(
            Map.of(),
            "sh",
            "-c",
            "printf 'this is terrible\\n\\n\\377\\nI love this' | '"
                + SCRIPT
                + "' score --model lexicon --lang en");
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"label\":\"negative\","),
            line -> assertThat(line).endsWith("\"reason\":\"empty line\"}"),
            line -> assertThat(line).contains("not UTF-8: byte 0xFF at offset 0"),
            line -> assertThat(line).startsWith("{\"label\":\"positive\","));
  }

  @Test
  void endsQuietlyWhenNobodyReadsTheScoresOrTheInputIsClosed() throws Exception {
    String score = "'" + SCRIPT + "' score --model lexicon";
    Result cut = run(Map.of(), "sh", "-c", "yes hello | " + score + " | head -n 1");
    assertThat(cut.out().lines()).hasSize(1);
    assertThat(cut.err()).isEmpty();
    Result closed = run(Map.of(), "sh", "-c", score + " <&-");
    assertThat(closed).isEqualTo(new Result(0, "", ""));
  }

  private record Result(int status, String out, String err) {}

  private Result run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    File out = folder.resolve("out.txt").toFile();
    File err = folder.resolve("err.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), textOf(out), textOf(err));
  }

  private static String textOf(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }
}
