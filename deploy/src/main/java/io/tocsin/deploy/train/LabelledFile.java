package io.tocsin.deploy.train;

import io.tocsin.deploy.host.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads texts with what they are, a text a line: {@code label TAB text} with 0 for negative, 1 for
 * neutral, 2 for positive; or soft labels, {@code negative TAB neutral TAB positive TAB text},
 * three probabilities that sum to 1.
 */
public final class LabelledFile {
  private static final int CLASSES = 3;
  private static final double ROUNDING = 0.02;

  private final Path file;
  private final String group;

  private LabelledFile(Path file, String group) {
    this.file = file;
    this.group = group;
  }

  /**
   * Reads labels.
   *
   * @param group of all its texts
   * @throws BadInputException if it cannot be read; names the line
   */
  public static List<TrainingText> labels(Path file, String group) {
    LabelledFile reader = new LabelledFile(file, group);
    return reader.read(reader::labelled);
  }

  /**
   * Reads soft labels.
   *
   * @param group of all its texts
   * @throws BadInputException if it cannot be read; names the line
   */
  public static List<TrainingText> softLabels(Path file, String group) {
    LabelledFile reader = new LabelledFile(file, group);
    return reader.read(reader::softlyLabelled);
  }

  private interface LineReader {
    TrainingText read(String line, int number);
  }

  private List<TrainingText> read(LineReader lineReader) {
    List<TrainingText> texts = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        texts.add(lineReader.read(line, ++number));
      }
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + ": is not UTF-8", e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return texts;
  }

  private TrainingText labelled(String line, int number) {
    int tab = line.indexOf('\t');
    int label = tab == 1 ? line.charAt(0) - '0' : -1;
    if (label < 0 || label >= CLASSES) {
      throw fault(number, "'0', '1' or '2', a tab and a text expected", line);
    }
    return TrainingText.labelled(line.substring(tab + 1), label, CLASSES, group);
  }

  private TrainingText softlyLabelled(String line, int number) {
    String[] columns = line.split("\t", CLASSES + 1);
    if (columns.length <= CLASSES) {
      throw fault(number, "three probabilities and a text expected", line);
    }
    float[] targets = new float[CLASSES];
    float sum = 0;
    for (int i = 0; i < CLASSES; i++) {
      targets[i] = probability(columns[i], number, line);
      sum += targets[i];
    }
    if (Math.abs(sum - 1) > ROUNDING) {
      throw fault(number, "the probabilities sum to " + sum, line);
    }
    for (int i = 0; i < CLASSES; i++) {
      targets[i] = Math.min(1, targets[i] / sum);
    }
    return new TrainingText(columns[CLASSES], targets, 1, group);
  }

  private float probability(String column, int number, String line) {
    try {
      float value = Float.parseFloat(column);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw fault(number, "not a probability: " + column, line);
    }
    throw fault(number, "not from 0 to 1: " + column, line);
  }

  private BadInputException fault(int number, String what, String line) {
    String excerpt = line.length() <= 40 ? line : line.substring(0, 40) + "...";
    return new BadInputException(
        "%s line %d: %s: '%s'".formatted(file, number, what, excerpt.replace('\t', ' ')));
  }
}
