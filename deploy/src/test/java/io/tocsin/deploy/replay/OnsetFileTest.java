package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deploy.host.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnsetFileTest {
  private static final Set<String> BRANDS = Set.of("acme", "zeta");
  private static final Onset OUTAGE =
      new Onset(
          "acme",
          "outage, \"big\"",
          Instant.parse("2026-03-01T12:00:00Z"),
          Instant.parse("2026-03-01T14:00:00Z"));
  private static final Onset RECALL =
      new Onset("zeta", "", Instant.parse("2026-03-02T00:00:00Z"), null);

  @TempDir Path folder;

  @Test
  void readsCsvWithItsColumnsInAnyOrder() throws IOException {
    assertThat(
            read(
                "o.csv",
                """
                onset,brand,name,end
                1772409600000, zeta,,
                2026-03-01T13:00:00+01:00,acme,"outage, ""big""\",2026-03-01T14:00Z
                """))
        .containsExactly(OUTAGE, RECALL);
  }

  @Test
  void readsAListInJson() throws IOException {
    assertThat(
            read(
                "o.json",
                """
                [
                  {"brand": "zeta", "onset": 1772409600000},
                  {"brand": "acme", "onset": "2026-03-01T12:00:00Z", "end": "2026-03-01T14:00:00Z",
                   "name": "outage, \\"big\\""}
                ]
                """))
        .containsExactly(OUTAGE, RECALL);
  }

  @Test
  void readsAnObjectALine() throws IOException {
    assertThat(
            read(
                "o.jsonl",
                """
                {"brand": "zeta", "onset": "2026-03-02T00:00:00Z", "name": null}

                {"brand": "zeta", "onset": "2026-03-02T00:00:00Z"}
                """))
        .containsExactly(RECALL, RECALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme,soon, | onset is no time like 2026-02-08T23:30:00Z: 'soon'",
        "acme,2026-03-01, | onset is no time like 2026-02-08T23:30:00Z: '2026-03-01'",
        "acme,, | onset is missing",
        ",2026-03-01T12:00:00Z, | brand is missing",
        "acne,2026-03-01T12:00:00Z, | no plan has the brand 'acne'",
        "acme,2026-03-01T12:00:00Z,2026-03-01T12:00:00Z | end is not after onset: '2026-03-01T12:00:00Z'",
      })
  void refusesABadRowWithItsLineAndValue(String row, String problem) {
    String csv = "brand,onset,end\nacme,2026-03-01T12:00:00Z,\n" + row + "\n";

    assertThatThrownBy(() -> read("o.csv", csv))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("o.csv:3: " + problem);
  }

  @Test
  void refusesABadObjectWithItsLine() {
    assertThatThrownBy(
            () ->
                read(
                    "o.json",
                    "[\n {\"brand\": \"acme\", \"onset\": 0},\n {\"brand\": \"acme\", \"at\": 1}\n]"))
        .hasMessageEndingWith("o.json:3: unknown field 'at', known are brand, onset, end, name");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> read("o.json", "[\n {\"brand\": acme}\n]"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("o.json:2: ");
  }

  @Test
  void refusesAFileWithoutAnOnset() {
    assertThatThrownBy(() -> read("o.csv", "brand,onset\n")).hasMessageEndingWith("holds no onset");
  }

  @Test
  void refusesAnotherKindOfFile() {
    assertThatThrownBy(() -> read("o.txt", "")).hasMessageContaining("neither .csv, .json nor");
  }

  private List<Onset> read(String name, String content) throws IOException {
    return OnsetFile.read(Files.writeString(folder.resolve(name), content), BRANDS);
  }
}
