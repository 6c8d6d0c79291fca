package io.tocsin.deploy.bench;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Mentions of a file, all in memory. */
final class RecordedMentions {
  private RecordedMentions() {}

  /**
   * Reads one mention a line.
   *
   * @throws BadInputException if the file cannot be read or a line is no mention
   */
  static List<Mention> read(Path file) {
    List<Mention> mentions = new ArrayList<>();
    MentionParser parser = new MentionParser();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        mentions.add(mention(parser, line, file, ++number));
      }
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e, e);
    }
    return mentions;
  }

  private static Mention mention(MentionParser parser, String line, Path file, int number) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    ParsedRecord parsed =
        parser.parse(new RawRecord(bytes, file.toString(), 0, number, Long.MAX_VALUE / 2));
    if (parsed.mention() == null) {
      DeadLetter letter = parsed.deadLetter();
      throw new BadInputException(
          file + ":" + number + ": no mention: " + (letter == null ? "" : letter.detail()));
    }
    return parsed.mention();
  }
}
