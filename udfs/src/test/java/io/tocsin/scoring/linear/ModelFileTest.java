package io.tocsin.scoring.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final long SEED = 3;
  private static final int HEADER = 8 + 4 + 8;

  private final byte[] file = ModelWriter.write("small-1", List.of(english(), identifier()));

  @Test
  void givesBackWhatWasWritten() {
    ModelBundle bundle = ModelReader.read("m", file);
    assertThat(bundle.name()).isEqualTo("small-1");
    assertThat(bundle.version()).matches("small-1-[0-9a-f]{8}");
    assertThat(bundle.entries()).hasSize(2);
    ModelEntry sentiment = bundle.only(ModelEntry.SENTIMENT).orElseThrow();
    assertThat(sentiment.language()).isEqualTo("en");
    assertThat(sentiment.outputs()).isEqualTo(LinearScorer.SENTIMENTS);
    assertThat(sentiment.model().weights()).isEqualTo(english().model().weights());
    assertThat(sentiment.model().biases()).isEqualTo(english().model().biases());
    assertThat(sentiment.model().scale()).isEqualTo(english().model().scale());
    assertThat(ModelWriter.write("small-1", bundle.entries())).isEqualTo(file);
  }

  @Test
  void namesAnotherFileByAnotherVersion() {
    byte[] other = ModelWriter.write("small-1", List.of(english()));
    assertThat(ModelReader.read("m", other).version())
        .isNotEqualTo(ModelReader.read("m", file).version());
  }

  @Test
  void readsAFile(@TempDir Path folder) throws Exception {
    Path path = Files.write(folder.resolve("small.tlm"), file);
    assertThat(ModelReader.read(path).name()).isEqualTo("small-1");
    Path absent = folder.resolve("absent.tlm");
    assertThatThrownBy(() -> ModelReader.read(absent))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(absent + ": no such file");
  }

  @Test
  void refusesAForeignFile() {
    byte[] foreign = "PK and so on, which is something else".getBytes(StandardCharsets.UTF_8);
    assertRefused(foreign, "m: is no model file of Tocsin");
    assertRefused(new byte[0], "m: is no model file of Tocsin");
  }

  @Test
  void refusesAnotherFormat() {
    byte[] later = file.clone();
    ByteBuffer.wrap(later).putInt(8, 2);
    assertRefused(later, "m: is of format 2, and this version reads format 1");
  }

  @Test
  void refusesAFileCutShortAnywhere() {
    for (int length = HEADER; length < file.length; length += 97) {
      assertRefused(
          Arrays.copyOf(file, length),
          "m: is cut short: %d of %d bytes".formatted(length, file.length));
    }
    for (int length = 0; length < HEADER; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> ModelReader.read("m", cut)).isInstanceOf(ModelFileException.class);
    }
  }

  @Test
  void refusesAFileThatGoesOnAfterItsEnd() {
    assertRefused(
        Arrays.copyOf(file, file.length + 1),
        "m: goes on after its end: %d bytes, and should be %d"
            .formatted(file.length + 1, file.length));
  }

  @Test
  void refusesADamagedModelAndNamesItsPlace() {
    int first = HEADER + 2 + "small-1".length() + 4;
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      int at = first + random.nextInt(file.length - first);
      byte[] damaged = file.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> ModelReader.read("m", damaged))
          .as("byte %d, seed %d", at, SEED)
          .isInstanceOf(ModelFileException.class)
          .hasMessageMatching("m: byte \\d+: .*");
    }
  }

  @Test
  void refusesToWriteANameThatCannotBeStamped() {
    assertThatThrownBy(() -> ModelWriter.write("two words", List.of(english())))
        .hasMessage("not a name of a model: 'two words'");
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> ModelReader.read("m", bytes))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(message);
  }

  private static ModelEntry english() {
    byte[] weights = new byte[3 << 10];
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      weights[random.nextInt(weights.length)] = (byte) random.nextInt();
    }
    LinearModel model =
        new LinearModel(OutputKind.SOFTMAX, 10, new float[] {0.1f, 0, -2}, 0.03f, weights);
    return new ModelEntry(ModelEntry.SENTIMENT, "en", LinearScorer.SENTIMENTS, model);
  }

  private static ModelEntry identifier() {
    byte[] weights = new byte[2 << 8];
    new Random(SEED).nextBytes(weights);
    LinearModel model = new LinearModel(OutputKind.SOFTMAX, 8, new float[2], 1, weights);
    return new ModelEntry(ModelEntry.LANGUAGE, ModelEntry.ANY_LANGUAGE, List.of("en", "sv"), model);
  }
}
