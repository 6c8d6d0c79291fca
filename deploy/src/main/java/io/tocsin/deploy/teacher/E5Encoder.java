package io.tocsin.deploy.teacher;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.tocsin.scoring.ScorerUnavailableException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a text into numbers by e5-small-v2: of each chosen layer the mean over the text's pieces of
 * words. A tweet costs 4 to 8 ms of CPU on one thread. The same text gives the same numbers on
 * processors of one kind; others may round the quantised network's sums in another way.
 *
 * <p>It holds about 150 MB outside the heap until it is closed. Not thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/2212.03533">Wang et al. 2022</a>
 */
final class E5Encoder implements AutoCloseable {
  /** How many numbers a layer gives. */
  static final int WIDTH = 384;

  /** The last layer. */
  static final int LAST_LAYER = 12;

  /** The network was trained with this before each text that is looked for. */
  private static final String PREFIX = "query: ";

  /** Longer than any tweet; a longer text is judged by its beginning. */
  private static final int MOST_PIECES = 128;

  private final WordPieces wordPieces;
  private final List<String> outputs;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private E5Encoder(
      WordPieces wordPieces, List<String> outputs, OrtEnvironment environment, OrtSession session) {
    this.wordPieces = wordPieces;
    this.outputs = outputs;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens the network.
   *
   * @param layers which layers to read, from 1 to {@link #LAST_LAYER}
   * @throws ScorerUnavailableException if its jar is not there, or its native library does not run
   *     on this machine
   */
  static E5Encoder open(List<Integer> layers) {
    List<String> outputs = layers.stream().map(E5Encoder::output).toList();
    byte[] network = OnnxOutputs.add(E5Files.network(), inner(outputs));
    WordPieces wordPieces = E5Files.wordPieces();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "tocsin");
      OrtSession session = environment.createSession(network, options);
      return new E5Encoder(wordPieces, outputs, environment, session);
    } catch (OrtException | LinkageError e) {
      throw new ScorerUnavailableException("e5 does not run here: " + e.getMessage(), e);
    }
  }

  private static String output(int layer) {
    return layer == LAST_LAYER
        ? "last_hidden_state"
        : "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
  }

  private static List<String> inner(List<String> outputs) {
    return outputs.stream().filter(name -> !name.equals(output(LAST_LAYER))).toList();
  }

  /** How many numbers a text becomes. */
  int width() {
    return outputs.size() * WIDTH;
  }

  /** The text's numbers: {@link #WIDTH} for each layer, in the order of the layers. */
  float[] encode(String text) {
    long[] pieces = wordPieces.cut(PREFIX + text, MOST_PIECES);
    long[] ones = new long[pieces.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor numbers = tensor(pieces);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[pieces.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", numbers, "attention_mask", mask, "token_type_ids", types),
                Set.copyOf(outputs))) {
      float[] means = new float[width()];
      for (int i = 0; i < outputs.size(); i++) {
        OnnxTensor layer = (OnnxTensor) result.get(outputs.get(i)).orElseThrow();
        addMeans(layer.getFloatBuffer(), pieces.length, means, i * WIDTH);
      }
      return means;
    } catch (OrtException e) {
      throw new IllegalStateException("e5 failed on a text of " + pieces.length + " pieces", e);
    }
  }

  private OnnxTensor tensor(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
  }

  private static void addMeans(FloatBuffer values, int pieces, float[] means, int from) {
    for (int piece = 0; piece < pieces; piece++) {
      for (int i = 0; i < WIDTH; i++) {
        means[from + i] += values.get(piece * WIDTH + i);
      }
    }
    for (int i = 0; i < WIDTH; i++) {
      means[from + i] /= pieces;
    }
  }

  /** Lets go of what is held outside the heap. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("e5 cannot be closed", e);
    }
  }
}
