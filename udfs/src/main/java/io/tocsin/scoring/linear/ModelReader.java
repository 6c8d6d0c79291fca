package io.tocsin.scoring.linear;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Reads model files, and refuses one that is not, is cut short, is damaged or of another format.
 */
public final class ModelReader {
  private static final int FRAME_LENGTH = 2 * Integer.BYTES;

  private final String place;
  private final ModelBytes bytes;

  private ModelReader(String place, byte[] file) {
    this.place = place;
    bytes = new ModelBytes(place, file);
  }

  /**
   * Reads a file.
   *
   * @throws ModelFileException if it cannot be used
   */
  public static ModelBundle read(Path file) {
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new ModelFileException(file + ": no such file", e);
    } catch (IOException e) {
      throw new ModelFileException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a resource that stands beside a class.
   *
   * @throws ModelFileException if it is missing or cannot be used
   */
  public static ModelBundle readResource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new ModelFileException(name + ": not on the class path");
      }
      return read(name, in.readAllBytes());
    } catch (IOException e) {
      throw new ModelFileException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param place what to call it in a message
   * @throws ModelFileException if they cannot be used
   */
  public static ModelBundle read(String place, byte[] file) {
    return new ModelReader(place, file).bundle(ModelFormat.checksum(file));
  }

  private ModelBundle bundle(String checksum) {
    readHeader();
    String name = bytes.text();
    int count = bytes.number(0, Character.MAX_VALUE, "number of models");
    List<ModelEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(readFramed(i + 1));
    }
    if (bytes.left() > 0) {
      throw bytes.fault("%d bytes too many".formatted(bytes.left()));
    }
    return new ModelBundle(name, checksum, entries);
  }

  private void readHeader() {
    if (!bytes.startsWith(ModelFormat.MAGIC)) {
      throw new ModelFileException(place + ": is no model file of Tocsin");
    }
    int format = bytes.number(0, Integer.MAX_VALUE, "format");
    if (format != ModelFormat.FORMAT) {
      throw new ModelFileException(
          "%s: is of format %d, and this version reads format %d"
              .formatted(place, format, ModelFormat.FORMAT));
    }
    long length = bytes.longNumber();
    if (length > bytes.length()) {
      throw new ModelFileException(
          "%s: is cut short: %d of %d bytes".formatted(place, bytes.length(), length));
    }
    if (length < bytes.length()) {
      throw new ModelFileException(
          "%s: goes on after its end: %d bytes, and should be %d"
              .formatted(place, bytes.length(), length));
    }
  }

  private ModelEntry readFramed(int number) {
    bytes.require(FRAME_LENGTH);
    int length = bytes.number(0, Integer.MAX_VALUE, "length of model " + number);
    int crc = bytes.anyNumber();
    bytes.require(length);
    CRC32 actual = new CRC32();
    bytes.checksum(actual, length);
    if ((int) actual.getValue() != crc) {
      throw bytes.fault("model %d is damaged: its checksum differs".formatted(number));
    }
    int end = bytes.position() + length;
    ModelEntry entry = readEntry(end);
    if (bytes.position() != end) {
      throw bytes.fault("model %d (%s) ends elsewhere".formatted(number, entry.title()));
    }
    return entry;
  }

  private ModelEntry readEntry(int end) {
    String task = bytes.text();
    String language = bytes.text();
    OutputKind kind = OutputKind.ofCode(bytes.smallNumber(0, OutputKind.count() - 1, "kind"));
    int bits = bytes.smallNumber(LinearModel.FEWEST_BITS, LinearModel.MOST_BITS, "bits");
    int count = bytes.smallNumber(1, LinearModel.MOST_OUTPUTS, "number of outputs");
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outputs.add(bytes.text());
    }
    float[] biases = new float[count];
    for (int i = 0; i < count; i++) {
      biases[i] = bytes.fraction("bias");
    }
    float scale = bytes.fraction("scale");
    byte[] weights = bytes.weights(count << bits, end);
    return new ModelEntry(
        task, language, outputs, new LinearModel(kind, bits, biases, scale, weights));
  }
}
