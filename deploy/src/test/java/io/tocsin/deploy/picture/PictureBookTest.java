package io.tocsin.deploy.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.spike.BaselineRow;
import io.tocsin.spike.Signal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureBookTest {
  private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final long ROW = 300_000;
  private static final long HOUR = 3_600_000;

  @TempDir Path folder;

  @Test
  void drawsEachSeriesInItsColour() throws IOException {
    PlanLane lane =
        new PlanLane(
            "strict",
            List.of(
                new SpikeSpan("acme", Signal.VOLUME, START + 5 * HOUR, START + 6 * HOUR),
                new SpikeSpan("acme", Signal.NEGATIVITY, START + 5 * HOUR, START + 7 * HOUR)),
            List.of());
    OnsetMark onset = new OnsetMark("acme", "outage", START + 5 * HOUR);

    List<Path> files =
        new PictureBook(folder, List.of(lane), List.of(onset), rows("acme", 12)).write();

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("overview.png", "acme.png");
    BufferedImage brand = ImageIO.read(folder.resolve("acme.png").toFile());
    assertThat(brand.getWidth()).isEqualTo(1600);
    // Smooth edges and see-through colours: where something is drawn, some of it is pure.
    assertThat(pixels(brand, Palette.VOICES)).as("voices").isGreaterThan(200);
    assertThat(pixels(brand, Palette.NEGATIVITY)).as("negativity").isGreaterThan(200);
    assertThat(pixels(brand, Palette.VOLUME_SPIKE)).as("spike of volume").isGreaterThan(200);
    assertThat(pixels(brand, Palette.NEGATIVITY_SPIKE)).as("of negativity").isGreaterThan(200);
    assertThat(pixels(brand, Palette.ONSET)).as("onset").isGreaterThan(200);
  }

  @Test
  void drawsNoOnsetWhereNoneIsKnown() throws IOException {
    new PictureBook(folder, List.of(lane("acme")), List.of(), rows("acme", 12)).write();

    assertThat(pixels(ImageIO.read(folder.resolve("acme.png").toFile()), Palette.ONSET)).isZero();
  }

  @Test
  void givesTheSameBytesForTheSameRecords() throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    for (Path where : List.of(folder, again)) {
      new PictureBook(where, List.of(lane("acme")), List.of(), rows("acme", 12)).write();
    }

    assertThat(folder.resolve("acme.png")).hasSameBinaryContentAs(again.resolve("acme.png"));
    assertThat(folder.resolve("overview.png"))
        .hasSameBinaryContentAs(again.resolve("overview.png"));
  }

  @Test
  void drawsOnlyBrandsThatSpikedAndNoMoreThanItSays() throws IOException {
    List<BaselineRow> rows = new ArrayList<>(rows("calm", 1));
    List<SpikeSpan> spans = new ArrayList<>();
    for (int i = 0; i < PictureBook.MOST_BRANDS + 3; i++) {
      rows.addAll(rows("brand-" + i, 1));
      spans.addAll(lane("brand-" + i).spans());
    }

    List<Path> files =
        new PictureBook(folder, List.of(new PlanLane("p", spans, List.of())), List.of(), rows)
            .write();

    assertThat(files)
        .hasSize(PictureBook.MOST_BRANDS + 1)
        .doesNotContain(folder.resolve("calm.png"));
  }

  @Test
  void drawsNothingOfNothing() throws IOException {
    assertThat(new PictureBook(folder, List.of(), List.of(), List.of()).write()).isEmpty();
  }

  private static PlanLane lane(String brand) {
    return new PlanLane(
        "strict",
        List.of(new SpikeSpan(brand, Signal.VOLUME, START + HOUR / 2, START + HOUR)),
        List.of());
  }

  private static List<BaselineRow> rows(String brand, int hours) {
    List<BaselineRow> rows = new ArrayList<>();
    for (int i = 0; i < hours * 12; i++) {
      double burst = i / 12 == 5 ? 200 : 20 + i % 7;
      rows.add(
          new BaselineRow(
              brand,
              Instant.ofEpochMilli(START + i * ROW),
              Instant.ofEpochMilli(START + (i + 1) * ROW),
              burst,
              22,
              5,
              burst / 4,
              5.5,
              2));
    }
    return rows;
  }

  private static int pixels(BufferedImage image, Color color) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
      }
    }
    return count;
  }
}
