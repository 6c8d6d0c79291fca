package io.tocsin.deploy.teacher;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Makes inner values of an ONNX model outputs of it. Protocol Buffers joins a message that is
 * written twice, so that appending a graph which holds nothing but outputs adds these to the
 * model's own.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/#last-one-wins">how messages are
 *     joined</a>
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">the fields of a model</a>
 */
final class OnnxOutputs {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_OUTPUT = 12;
  private static final int VALUE_NAME = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int SEVEN_BITS = 0x7F;

  private OnnxOutputs() {}

  /**
   * The model with more outputs.
   *
   * @param model the model's bytes
   * @param names names of inner values
   */
  static byte[] add(byte[] model, List<String> names) {
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    for (String name : names) {
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      write(value, VALUE_NAME, name.getBytes(StandardCharsets.UTF_8));
      write(graph, GRAPH_OUTPUT, value.toByteArray());
    }
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    write(more, MODEL_GRAPH, graph.toByteArray());
    byte[] joined = Arrays.copyOf(model, model.length + more.size());
    System.arraycopy(more.toByteArray(), 0, joined, model.length, more.size());
    return joined;
  }

  private static void write(ByteArrayOutputStream out, int field, byte[] content) {
    writeNumber(out, (field << 3) | LENGTH_DELIMITED);
    writeNumber(out, content.length);
    out.writeBytes(content);
  }

  private static void writeNumber(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > SEVEN_BITS) {
      out.write((rest & SEVEN_BITS) | (SEVEN_BITS + 1));
      rest >>>= 7;
    }
    out.write(rest);
  }
}
