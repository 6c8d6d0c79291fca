package io.tocsin.scoring.linear;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Checksum;

/** The bytes of a model file, read from the front; every fault names the byte where it lies. */
final class ModelBytes {
  private final String place;
  private final ByteBuffer bytes;

  ModelBytes(String place, byte[] bytes) {
    this.place = place;
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int position() {
    return bytes.position();
  }

  int length() {
    return bytes.capacity();
  }

  int left() {
    return bytes.remaining();
  }

  ModelFileException fault(String what) {
    return new ModelFileException("%s: byte %d: %s".formatted(place, bytes.position(), what));
  }

  void require(int count) {
    if (count < 0 || count > bytes.remaining()) {
      throw fault("%d bytes expected, and %d are left".formatted(count, bytes.remaining()));
    }
  }

  /** Moves over these bytes if they stand here. */
  boolean startsWith(byte[] expected) {
    if (bytes.remaining() < expected.length) {
      return false;
    }
    byte[] actual = new byte[expected.length];
    bytes.get(actual);
    return Arrays.equals(actual, expected);
  }

  int anyNumber() {
    require(Integer.BYTES);
    return bytes.getInt();
  }

  long longNumber() {
    require(Long.BYTES);
    return bytes.getLong();
  }

  int number(int least, int greatest, String what) {
    return within(anyNumber(), least, greatest, what);
  }

  int smallNumber(int least, int greatest, String what) {
    require(1);
    return within(Byte.toUnsignedInt(bytes.get()), least, greatest, what);
  }

  float fraction(String what) {
    require(Float.BYTES);
    float value = bytes.getFloat();
    if (!Float.isFinite(value)) {
      throw fault("%s is %s".formatted(what, value));
    }
    return value;
  }

  String text() {
    require(Short.BYTES);
    int length = Short.toUnsignedInt(bytes.getShort());
    require(length);
    byte[] encoded = new byte[length];
    bytes.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  /** Adds the next bytes to a checksum, without moving over them. */
  void checksum(Checksum checksum, int count) {
    checksum.update(bytes.array(), bytes.position(), count);
  }

  /**
   * Reads weights.
   *
   * @param count how many there must be
   * @param end where their bytes end
   */
  byte[] weights(int count, int end) {
    byte[] weights = new byte[count];
    int size = 0;
    try {
      while (bytes.position() < end) {
        byte weight = bytes.get();
        int more = weight == 0 ? sevenBits() : 0;
        if (more < 0 || more >= count - size) {
          throw fault("more weights than %d".formatted(count));
        }
        weights[size] = weight;
        size += 1 + more;
      }
    } catch (BufferUnderflowException e) {
      throw fault("ends within a weight");
    }
    if (size != count) {
      throw fault("%d weights expected, and there are %d".formatted(count, size));
    }
    return weights;
  }

  private int sevenBits() {
    int number = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      byte next = bytes.get();
      number |= (next & ModelFormat.SEVEN_BITS) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw fault("a number of zeros does not end");
  }

  private int within(int value, int least, int greatest, String what) {
    if (value < least || value > greatest) {
      throw fault("%s is not from %d to %d: %d".formatted(what, least, greatest, value));
    }
    return value;
  }
}
