package io.tocsin.deploy.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MentionsFileTest {
  private static final long START = Instant.parse("2026-01-05T12:00:00Z").toEpochMilli();
  private static final long END = START + 600_000;

  @TempDir Path folder;

  @Test
  void writesARecordALine() throws IOException {
    Path file = folder.resolve("mentions.jsonl");
    RecordCounts counts =
        MentionsFile.write(new World(5, START, WorldSettings.defaults()), END, file);

    // a damaged record may be no UTF-8, which this reading forgives
    String[] lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n");
    assertThat(lines).hasSize((int) counts.total());
    assertThat(lines[0]).startsWith("{\"id\":\"");
    assertThat(counts.mentions()).isGreaterThan(1_000);
  }

  @Test
  void tellsWhenTheFileCannotBeWritten() {
    World world = new World(5, START, WorldSettings.defaults());

    assertThatThrownBy(() -> MentionsFile.write(world, END, folder))
        .isInstanceOf(IOException.class);
  }
}
