package io.tocsin.deploy.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.deploy.train.TrainingText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class E5HeadTest {
  private static final long SEED = 20_261_124;
  private static final List<Integer> LAYERS = List.of(12);
  private static final int WIDTH = E5Encoder.WIDTH;

  private final Random random = new Random(SEED);

  /** Numbers around 5, of which one tells the class. */
  private float[] numbers(int label) {
    float[] numbers = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      numbers[i] = (float) (5 + random.nextGaussian());
    }
    numbers[label] += 10;
    return numbers;
  }

  private byte[] trained(int texts) {
    List<float[]> numbers = new ArrayList<>();
    List<TrainingText> labelled = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      int label = i % 3;
      numbers.add(numbers(label));
      labelled.add(TrainingText.labelled("text " + i, label, 3, "en"));
    }
    return E5HeadTrainer.train("test-1", LAYERS, numbers, labelled);
  }

  @Test
  void learnsWhatTellsTheClasses() throws IOException {
    E5Head head = E5HeadFile.read(trained(300));
    int right = 0;
    for (int i = 0; i < 300; i++) {
      float[] said = head.judge(numbers(i % 3));
      assertThat(said[0] + said[1] + said[2]).isCloseTo(1, within(1e-5f));
      float most = Math.max(said[0], Math.max(said[1], said[2]));
      right += said[i % 3] == most ? 1 : 0;
    }
    assertThat(right).as("seed " + SEED).isGreaterThan(270);
  }

  @Test
  void isTheSameToTheBitWhenTrainedAgain() {
    byte[] first = trained(60);
    random.setSeed(SEED);
    assertThat(trained(60)).isEqualTo(first);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    float[] weights = new float[3 * WIDTH];
    weights[4] = 0.5f;
    byte[] file = E5HeadFile.write("mine", LAYERS, new float[] {1, 2, 3}, weights);
    E5Head head = E5HeadFile.read(file);
    assertThat(head.version()).matches("mine-[0-9a-f]{8}");
    assertThat(head.layers()).isEqualTo(LAYERS);
    assertThat(head.biases()).containsExactly(1, 2, 3);
    assertThat(head.weights()).isEqualTo(weights);
  }

  @Test
  void namesWhatIsWrongWithAFile() {
    byte[] file = E5HeadFile.write("mine", LAYERS, new float[3], new float[3 * WIDTH]);
    for (int length = 0; length < file.length; length += 97) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> E5HeadFile.read(cut)).hasMessageContaining("no head for e5");
    }
    assertThatThrownBy(() -> E5HeadFile.read(Arrays.copyOf(file, file.length + 1)))
        .hasMessage("goes on after its end");
    byte[] foreign = file.clone();
    foreign[5] = 'x';
    assertThatThrownBy(() -> E5HeadFile.read(foreign)).hasMessage("is no head for e5");
    byte[] infinite = file.clone();
    Arrays.fill(infinite, file.length - 4, file.length, (byte) 0xFF);
    assertThatThrownBy(() -> E5HeadFile.read(infinite)).hasMessageContaining("NaN");
    byte[] deep = E5HeadFile.write("mine", List.of(13), new float[3], new float[3 * WIDTH]);
    assertThatThrownBy(() -> E5HeadFile.read(deep)).hasMessage("reads layer 13, and e5 has 12");
  }

  @Test
  void findsTheLeastValueOfACrookedBowl() {
    Lbfgs.Function bowl =
        (point, slope) -> {
          double value = 0;
          for (int i = 0; i < point.length; i++) {
            double away = point[i] - i;
            slope[i] = 2 * (i + 1) * away;
            value += (i + 1) * away * away;
          }
          return value;
        };
    double[] least = Lbfgs.least(bowl, 20, 200);
    for (int i = 0; i < least.length; i++) {
      assertThat(least[i]).isCloseTo(i, within(1e-3));
    }
  }
}
