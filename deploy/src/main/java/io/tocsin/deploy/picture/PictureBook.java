package io.tocsin.deploy.picture;

import io.tocsin.deploy.host.WholeFile;
import io.tocsin.response.Page;
import io.tocsin.spike.BaselineRow;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/**
 * The pictures of a backtest, as PNG: an overview, and for each of the brands that were paged about
 * most, or spiked most, one over all the time and one around its first page. The same records give
 * the same bytes on the same machine.
 */
public final class PictureBook {
  /** Brands that get pictures of their own. */
  public static final int MOST_BRANDS = 12;

  private static final int MOST_LANES = 40;
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;
  private static final int LANE_HEIGHT = 26;
  private static final int OVERVIEW_HEIGHT = 420;
  private static final long BEFORE_MILLIS = 12 * 3_600_000L;
  private static final long AFTER_MILLIS = 12 * 3_600_000L;

  private final Path folder;
  private final List<PlanLane> plans;
  private final List<OnsetMark> onsets;
  private final Map<String, List<BaselineRow>> rows;
  private final List<Path> written = new ArrayList<>();

  /**
   * A book of these records.
   *
   * @param folder where the pictures go; it must be there
   * @param rows of every brand, each in the order of time
   */
  public PictureBook(
      Path folder, List<PlanLane> plans, List<OnsetMark> onsets, List<BaselineRow> rows) {
    this.folder = folder;
    this.plans = List.copyOf(plans);
    this.onsets = List.copyOf(onsets);
    this.rows =
        rows.stream()
            .collect(Collectors.groupingBy(BaselineRow::brand, TreeMap::new, Collectors.toList()));
  }

  /**
   * Draws and writes every picture.
   *
   * @return the files
   * @throws IOException if one cannot be written
   */
  public List<Path> write() throws IOException {
    if (rows.isEmpty()) {
      return List.of();
    }
    overview();
    for (String brand : brands().stream().limit(MOST_BRANDS).toList()) {
      brand(brand);
    }
    return List.copyOf(written);
  }

  private void overview() throws IOException {
    List<BaselineRow> all = rows.values().stream().flatMap(List::stream).toList();
    List<String> shown = brands().stream().limit(Math.max(1, MOST_LANES / plans.size())).toList();
    JFreeChart chart =
        new OverviewPicture(TimeRange.of(all), plans, onsets).draw("All brands", all, shown);
    write(
        chart,
        "overview",
        OVERVIEW_HEIGHT + LANE_HEIGHT * Math.max(2, shown.size() * plans.size()));
  }

  private void brand(String brand) throws IOException {
    List<BaselineRow> own = rows.getOrDefault(brand, List.of());
    TimeRange all = TimeRange.of(own);
    write(new BrandPicture(brand, all, plans, onsets).draw(brand, own), brand, HEIGHT);
    long first =
        plans.stream()
            .flatMap(plan -> plan.pagesOf(brand).stream())
            .mapToLong(page -> page.at().toEpochMilli())
            .min()
            .orElse(Long.MIN_VALUE);
    TimeRange around = new TimeRange(first - BEFORE_MILLIS, first + AFTER_MILLIS);
    if (first != Long.MIN_VALUE && all.millis() > around.millis()) {
      String title = brand + " around its first page, " + Instant.ofEpochMilli(first);
      JFreeChart chart = new BrandPicture(brand, around, plans, onsets).draw(title, own);
      write(chart, brand + "-first-page", HEIGHT);
    }
  }

  /** Brands that spiked, those with most pages first, then those with most spikes. */
  private List<String> brands() {
    return rows.keySet().stream()
        .filter(brand -> spikes(brand) > 0)
        .sorted(
            Comparator.comparingLong((String brand) -> -pages(brand))
                .thenComparingLong(brand -> -spikes(brand))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private long pages(String brand) {
    return plans.stream().map(plan -> plan.pagesOf(brand)).mapToLong(List<Page>::size).sum();
  }

  private long spikes(String brand) {
    return plans.stream().map(plan -> plan.spansOf(brand)).mapToLong(List<SpikeSpan>::size).sum();
  }

  private void write(JFreeChart chart, String name, int height) throws IOException {
    BufferedImage image = chart.createBufferedImage(WIDTH, height);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    Path file = folder.resolve(name + ".png");
    WholeFile.write(file, png.toByteArray());
    written.add(file);
  }
}
