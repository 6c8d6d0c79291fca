package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
  @TempDir private Path folder;

  @Test
  void readsAFileAsItsText() throws IOException {
    Path file = write(ExamplePlan.YAML.getBytes(StandardCharsets.UTF_8));

    PlanReading reading = CrisisPlanParser.read(file);

    assertThat(reading)
        .isEqualTo(CrisisPlanParser.read(ExamplePlan.YAML, folder.resolve("plan.yaml").toString()));
  }

  @Test
  void tellsWhereAFileIsNotUtf8() throws IOException {
    Path file = write("a: 1\nb: é\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(CrisisPlanParser.read(file).problems())
        .containsExactly(new PlanProblem(ProblemSeverity.ERROR, 2, 4, "", "not UTF-8: byte 0xE9"));
  }

  @Test
  void tellsThatAFileEndsInsideACharacter() throws IOException {
    byte[] bytes = "a: é".getBytes(StandardCharsets.UTF_8);

    Path file = write(Arrays.copyOf(bytes, bytes.length - 1));

    assertThat(CrisisPlanParser.read(file).problems())
        .containsExactly(new PlanProblem(ProblemSeverity.ERROR, 1, 4, "", "not UTF-8: byte 0xC3"));
  }

  @Test
  void readsNoMoreOfAHugeFileThanItMust() throws IOException {
    byte[] bytes = new byte[4 * CrisisPlanParser.MOST_CHARACTERS];
    Arrays.fill(bytes, (byte) '#');

    assertThat(CrisisPlanParser.read(write(bytes)).problems())
        .extracting(PlanProblem::message)
        .containsExactly("the file has more than 3145728 characters");
    assertThat(PlanFile.bytesOf(write(bytes))).hasSizeLessThan(bytes.length);
  }

  @Test
  void aMissingFileIsNoPlanProblem() {
    assertThatThrownBy(() -> CrisisPlanParser.read(folder.resolve("nowhere.yaml")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("plan.yaml"), bytes);
  }
}
