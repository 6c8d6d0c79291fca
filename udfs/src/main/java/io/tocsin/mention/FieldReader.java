package io.tocsin.mention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field's value, at the token the JSON parser stands on, as the type it must have. JSON's
 * null and the empty string are absence. Every method names the field in its refusal.
 */
final class FieldReader {
  /** The longest value quoted in a refusal, in UTF-16 units. */
  static final int MAX_QUOTED_CHARS = 80;

  private final JsonParser json;
  private final boolean mayHoldLoneSurrogates;

  FieldReader(JsonParser json, boolean mayHoldLoneSurrogates) {
    this.json = json;
    this.mayHoldLoneSurrogates = mayHoldLoneSurrogates;
  }

  /** Moves to the first field of the object the parser stands on; false if it stands on null. */
  boolean entersObject(String field) throws IOException, RefusedException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return false;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw wrongType(field);
    }
    return true;
  }

  /** The next field's name, with the parser moved on to its value; null at the object's end. */
  @Nullable String nextField() throws IOException {
    String name = json.nextFieldName();
    if (name != null) {
      json.nextToken();
    }
    return name;
  }

  /** Passes over a value nobody asked for, however deep. */
  void skip() throws IOException {
    json.skipChildren();
  }

  @Nullable String string(String field) throws IOException, RefusedException {
    return string(field, Integer.MAX_VALUE);
  }

  /** As {@link #string(String)}, refusing what is longer before a string is made of it. */
  @Nullable String string(String field, int maxChars) throws IOException, RefusedException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw wrongType(field);
    }
    int length = json.getTextLength();
    if (length > maxChars) {
      throw new RefusedException(
          DeadLetterReason.TEXT_TOO_LONG,
          field + " has " + length + " characters, the limit is " + maxChars);
    }
    return length == 0 ? null : wellFormed(json.getText());
  }

  /**
   * The strings of an array, without a leading {@code @}; empty ones name nobody and are left out.
   */
  List<String> handles(String field) throws IOException, RefusedException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrongType(field);
    }
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return List.of();
    }
    List<String> handles = new ArrayList<>(4);
    do {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw wrongType(field + "[]");
      }
      String handle = withoutAt(wellFormed(json.getText()));
      if (!handle.isEmpty()) {
        handles.add(handle);
      }
    } while (json.nextToken() != JsonToken.END_ARRAY);
    return handles;
  }

  /** An account's name without a leading {@code @}. */
  @Nullable String handle(String field) throws IOException, RefusedException {
    String written = string(field);
    String handle = written == null ? "" : withoutAt(written);
    return handle.isEmpty() ? null : handle;
  }

  /** A whole number from 0. */
  @Nullable Long count(String field) throws IOException, RefusedException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw wrongType(field);
    }
    long value = longValue(field);
    if (value < 0) {
      throw new RefusedException(DeadLetterReason.OUT_OF_RANGE, field + " is negative: " + value);
    }
    return value;
  }

  @Nullable Boolean flag(String field) throws IOException, RefusedException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw wrongType(field);
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** Epoch milliseconds of a whole number of them or of an ISO-8601 time with an offset. */
  @Nullable Long timeMillis(String field) throws IOException, RefusedException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return longValue(field);
    }
    String text = string(field);
    if (text == null) {
      return null;
    }
    try {
      return IsoTime.parseMillis(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new RefusedException(
          DeadLetterReason.WRONG_TYPE, field + " is not an ISO-8601 time: " + quoted(text));
    }
  }

  /** One of an enum's words, in any case. */
  <E extends Enum<E>> @Nullable E word(String field, Class<E> words)
      throws IOException, RefusedException {
    String word = string(field);
    if (word == null) {
      return null;
    }
    try {
      return Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          DeadLetterReason.WRONG_TYPE, field + " is an unknown word: " + quoted(word));
    }
  }

  private long longValue(String field) throws IOException, RefusedException {
    try {
      return json.getLongValue();
    } catch (InputCoercionException e) {
      throw new RefusedException(
          DeadLetterReason.OUT_OF_RANGE,
          field + " does not fit 64 bits: " + quoted(json.getText()));
    }
  }

  private String wellFormed(String text) {
    return mayHoldLoneSurrogates ? WellFormed.repair(text) : text;
  }

  private RefusedException wrongType(String field) throws IOException {
    return new RefusedException(DeadLetterReason.WRONG_TYPE, field + " is " + found());
  }

  private String found() throws IOException {
    JsonToken token = json.currentToken();
    if (token == null) {
      return "cut off";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string: " + quoted(wellFormed(json.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number: " + quoted(json.getText());
      default -> String.valueOf(json.getText());
    };
  }

  private static String quoted(String value) {
    return WellFormed.shorten(value, MAX_QUOTED_CHARS);
  }

  private static String withoutAt(String handle) {
    return handle.startsWith("@") ? handle.substring(1) : handle;
  }
}
