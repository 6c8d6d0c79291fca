package io.tocsin.mention;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at bytes before they are read as text. Jackson accepts overlong forms and encoded
 * surrogates and does not look into what it skips, so this is checked apart: table 3-7 of the
 * Unicode Standard (well-formed UTF-8 byte sequences), eight ASCII bytes at a step.
 */
public final class Utf8 {
  /** What {@link #firstInvalid} says of valid bytes. */
  public static final int VALID = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long BACKSLASHES = '\\' * LOW_BITS;

  private Utf8() {}

  /** Offset of the first byte of the first sequence that is not UTF-8, or {@link #VALID}. */
  static int firstInvalid(byte[] bytes) {
    return firstInvalid(bytes, 0, bytes.length);
  }

  /** The same for the bytes from {@code from} up to, not including, {@code to}. */
  public static int firstInvalid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
        i += Long.BYTES;
      } else if (bytes[i] >= 0) {
        i++;
      } else {
        int length = sequenceLength(bytes, i, to);
        if (length == 0) {
          return i;
        }
        i += length;
      }
    }
    return VALID;
  }

  /**
   * Whether a JSON escape of a surrogate ({@code \}{@code ud83d}) may stand in the bytes. Only such
   * an escape can put a lone surrogate into a string read from valid UTF-8.
   */
  static boolean mayEscapeSurrogates(byte[] bytes) {
    int i = 0;
    while (i + 2 < bytes.length) {
      if (i + Long.BYTES <= bytes.length && !holdsBackslash((long) LONGS.get(bytes, i))) {
        i += Long.BYTES;
      } else if (bytes[i] == '\\' && bytes[i + 1] == 'u' && (bytes[i + 2] | 0x20) == 'd') {
        return true;
      } else {
        i++;
      }
    }
    return false;
  }

  /** The zero-byte test of Hacker's Delight, section 6-1, on the word xor the wanted byte. */
  private static boolean holdsBackslash(long word) {
    long zeroWhereFound = word ^ BACKSLASHES;
    return ((zeroWhereFound - LOW_BITS) & ~zeroWhereFound & HIGH_BITS) != 0;
  }

  /** Bytes in the non-ASCII sequence at {@code i}, 0 if it is ill-formed. */
  private static int sequenceLength(byte[] bytes, int i, int to) {
    int lead = bytes[i] & 0xFF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      return within(bytes, i + 1, to, 0x80, 0xBF) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      int least = lead == 0xE0 ? 0xA0 : 0x80;
      int most = lead == 0xED ? 0x9F : 0xBF;
      return within(bytes, i + 1, to, least, most) && within(bytes, i + 2, to, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      int least = lead == 0xF0 ? 0x90 : 0x80;
      int most = lead == 0xF4 ? 0x8F : 0xBF;
      return within(bytes, i + 1, to, least, most)
              && within(bytes, i + 2, to, 0x80, 0xBF)
              && within(bytes, i + 3, to, 0x80, 0xBF)
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean within(byte[] bytes, int i, int to, int least, int most) {
    if (i >= to) {
      return false;
    }
    int value = bytes[i] & 0xFF;
    return value >= least && value <= most;
  }
}
