package io.tocsin.deploy.teacher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads and writes heads: a mark, the name, the layers, the biases, the weights. The same head
 * gives the same bytes.
 */
final class E5HeadFile {
  private static final String MARK = "tocsin-e5-head-1";
  private static final String OWN = "e5-head.bin";
  private static final int CHECKSUM_DIGITS = 8;

  private E5HeadFile() {}

  /** The head that ships with Tocsin. */
  static E5Head own() {
    try (InputStream in = E5HeadFile.class.getResourceAsStream(OWN)) {
      if (in == null) {
        throw new IOException("it is not on the class path");
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(OWN, e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @throws IOException if they are no head, or cut short; says what is wrong
   */
  static E5Head read(byte[] file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    try {
      if (!in.readUTF().equals(MARK)) {
        throw new IOException("is no head for e5");
      }
      String name = in.readUTF();
      List<Integer> layers = readLayers(in);
      float[] biases = readFloats(in, E5Head.CLASSES);
      float[] weights = readFloats(in, E5Head.CLASSES * E5Encoder.WIDTH * layers.size());
      if (in.read() >= 0) {
        throw new IOException("goes on after its end");
      }
      return new E5Head(name + "-" + checksum(file), layers, biases, weights);
    } catch (EOFException e) {
      throw new IOException("is no head for e5, or cut short", e);
    }
  }

  private static List<Integer> readLayers(DataInputStream in) throws IOException {
    int count = in.readUnsignedByte();
    List<Integer> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int layer = in.readUnsignedByte();
      if (layer < 1 || layer > E5Encoder.LAST_LAYER) {
        throw new IOException("reads layer " + layer + ", and e5 has 12");
      }
      layers.add(layer);
    }
    return layers;
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = in.readFloat();
      if (!Float.isFinite(floats[i])) {
        throw new IOException("holds a number that is none: " + floats[i]);
      }
    }
    return floats;
  }

  /**
   * The bytes of a file.
   *
   * @param name what to call the head, such as {@code e5-1}
   */
  static byte[] write(String name, List<Integer> layers, float[] biases, float[] weights) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(MARK);
      out.writeUTF(name);
      out.writeByte(layers.size());
      for (int layer : layers) {
        out.writeByte(layer);
      }
      writeFloats(out, biases);
      writeFloats(out, weights);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void writeFloats(DataOutputStream out, float[] floats) throws IOException {
    for (float number : floats) {
      out.writeFloat(number);
    }
  }

  private static String checksum(byte[] file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      return HexFormat.of().formatHex(digest).substring(0, CHECKSUM_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
