package io.tocsin.scoring.linear;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/** Writes model files; see {@link ModelReader}. The same models give the same bytes. */
public final class ModelWriter {
  private ModelWriter() {}

  /**
   * The bytes of a file.
   *
   * @param name what to call it, at most 64 printable ASCII characters without blanks
   * @param entries its models
   */
  public static byte[] write(String name, List<ModelEntry> entries) {
    if (!name.matches("[!-~]{1,64}")) {
      throw new IllegalArgumentException("not a name of a model: '" + name + "'");
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(ModelFormat.MAGIC);
      out.writeInt(ModelFormat.FORMAT);
      out.writeLong(0);
      out.writeUTF(name);
      out.writeInt(entries.size());
      for (ModelEntry entry : entries) {
        writeFramed(out, payload(entry));
      }
      byte[] file = bytes.toByteArray();
      ByteBuffer.wrap(file).putLong(ModelFormat.LENGTH_AT, file.length);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private static void writeFramed(DataOutputStream out, byte[] payload) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(payload);
    out.writeInt(payload.length);
    out.writeInt((int) crc.getValue());
    out.write(payload);
  }

  private static byte[] payload(ModelEntry entry) throws IOException {
    LinearModel model = entry.model();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(entry.task());
    out.writeUTF(entry.language());
    out.writeByte(model.kind().code());
    out.writeByte(model.bits());
    out.writeByte(model.outputs());
    for (String output : entry.outputs()) {
      out.writeUTF(output);
    }
    for (float bias : model.biases()) {
      out.writeFloat(bias);
    }
    out.writeFloat(model.scale());
    writeWeights(out, model.weights());
    return bytes.toByteArray();
  }

  private static void writeWeights(DataOutputStream out, byte[] weights) throws IOException {
    int i = 0;
    while (i < weights.length) {
      out.writeByte(weights[i]);
      if (weights[i++] == 0) {
        int start = i;
        while (i < weights.length && weights[i] == 0) {
          i++;
        }
        writeNumber(out, i - start);
      }
    }
  }

  private static void writeNumber(DataOutputStream out, int number) throws IOException {
    int left = number;
    while (left > ModelFormat.SEVEN_BITS) {
      out.writeByte((left & ModelFormat.SEVEN_BITS) | ModelFormat.MORE);
      left >>>= 7;
    }
    out.writeByte(left);
  }
}
