package io.tocsin.deploy.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentLabel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes judgements as JSON, an object a line: {@code label, negative, neutral, positive, language,
 * model}, and a {@code reason} where there is no score. Labels are words in lower case, numbers
 * have four decimals.
 */
final class SentimentJson {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().rootValueSeparator((String) null).build();
  private static final SerializableString LABEL = new SerializedString("label");
  private static final SerializableString NEGATIVE = new SerializedString("negative");
  private static final SerializableString NEUTRAL = new SerializedString("neutral");
  private static final SerializableString POSITIVE = new SerializedString("positive");
  private static final SerializableString LANGUAGE = new SerializedString("language");
  private static final SerializableString MODEL = new SerializedString("model");
  private static final SerializableString REASON = new SerializedString("reason");
  private static final Map<SentimentLabel, SerializableString> WORDS = words();

  private static final int DECIMALS = 4;
  private static final int SCALE = 10_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final char[] number = new char[2 + DECIMALS];
  private final JsonGenerator json;

  /** Holds no line yet. */
  SentimentJson() {
    try {
      json = FACTORY.createGenerator(bytes);
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** Adds a line. */
  void scored(Judgement judgement) {
    write(judgement, null);
  }

  /** Adds a line that says why there is no score. */
  void unscored(Judgement judgement, String reason) {
    write(judgement, reason);
  }

  /** All lines since the last time, as UTF-8. */
  byte[] take() {
    try {
      json.flush();
    } catch (IOException e) {
      throw inMemory(e);
    }
    byte[] taken = bytes.toByteArray();
    bytes.reset();
    return taken;
  }

  private void write(Judgement judgement, @Nullable String reason) {
    try {
      json.writeStartObject();
      json.writeFieldName(LABEL);
      json.writeString(WORDS.get(judgement.label()));
      write(NEGATIVE, judgement.negative());
      write(NEUTRAL, judgement.neutral());
      write(POSITIVE, judgement.positive());
      json.writeFieldName(LANGUAGE);
      json.writeString(judgement.language());
      json.writeFieldName(MODEL);
      json.writeString(judgement.model());
      if (reason != null) {
        json.writeFieldName(REASON);
        json.writeString(reason);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** {@code Float.toString} costs more than the whole rest of a line. */
  private void write(SerializableString name, float probability) throws IOException {
    int rest = Math.round(probability * SCALE);
    for (int i = number.length - 1; i > 1; i--) {
      number[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    number[1] = '.';
    number[0] = (char) ('0' + rest);
    json.writeFieldName(name);
    json.writeNumber(number, 0, number.length);
  }

  private static Map<SentimentLabel, SerializableString> words() {
    Map<SentimentLabel, SerializableString> words = new EnumMap<>(SentimentLabel.class);
    Arrays.stream(SentimentLabel.values())
        .forEach(
            label -> words.put(label, new SerializedString(label.name().toLowerCase(Locale.ROOT))));
    return words;
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("an array in memory cannot be written", e);
  }
}
