package io.tocsin.deploy.picture;

import io.tocsin.spike.BaselineRow;
import io.tocsin.spike.Signal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * One brand over time: volume and negativity, each before what was usual, with its spikes behind
 * it; and below, a lane a plan of its spikes and pages.
 */
final class BrandPicture {
  private static final int SERIES_WEIGHT = 6;
  private static final int NAME_ROWS = 3;
  private static final BasicStroke LINE = new BasicStroke(2f);

  private final String brand;
  private final TimeRange range;
  private final List<PlanLane> lanes;
  private final List<OnsetMark> onsets;

  BrandPicture(String brand, TimeRange range, List<PlanLane> lanes, List<OnsetMark> onsets) {
    this.brand = brand;
    this.range = range;
    this.lanes = lanes;
    this.onsets =
        onsets.stream()
            .filter(onset -> onset.brand().equals(brand) && range.holds(onset.atMillis()))
            .toList();
  }

  /**
   * Draws it.
   *
   * @param rows of the brand, by the first of the plans that has it
   */
  JFreeChart draw(String title, List<BaselineRow> rows) {
    Buckets buckets = Buckets.of(rows, range);
    CombinedDomainXYPlot plot = Plots.combined(range);
    plot.add(
        withSpikes(
            Plots.banded(
                "Voices in " + buckets.step(),
                buckets,
                buckets.voices(),
                Palette.VOICES,
                Palette.VOICES_BAND),
            Signal.VOLUME,
            true),
        SERIES_WEIGHT);
    plot.add(
        withSpikes(
            Plots.banded(
                "Negativity in " + buckets.step(),
                buckets,
                buckets.negativity(),
                Palette.NEGATIVITY,
                Palette.NEGATIVITY_BAND),
            Signal.NEGATIVITY,
            false),
        SERIES_WEIGHT);
    plot.add(lanes(), Math.max(1, lanes.size()) + 1);
    String usual = "bands: what the brand's own past and the calendar give, ± 2 deviations";
    return Plots.chart(title, usual, plot, legend());
  }

  private XYPlot withSpikes(XYPlot plot, Signal signal, boolean named) {
    Color color = signal == Signal.NEGATIVITY ? Palette.NEGATIVITY_SPIKE : Palette.VOLUME_SPIKE;
    for (PlanLane lane : lanes) {
      for (SpikeSpan span : lane.spansOf(brand)) {
        TimeRange shown = new TimeRange(span.fromMillis(), span.untilMillis()).within(range);
        if (span.signal() == signal && shown.millis() >= 0) {
          plot.addDomainMarker(span(shown, color), Layer.BACKGROUND);
        }
      }
    }
    for (int i = 0; i < onsets.size(); i++) {
      OnsetMark onset = onsets.get(i);
      plot.addDomainMarker(named ? Plots.namedOnset(onset, i % NAME_ROWS) : Plots.onset(onset));
    }
    return plot;
  }

  /** Its outline keeps a short span visible. */
  private static IntervalMarker span(TimeRange shown, Color color) {
    IntervalMarker marker = new IntervalMarker(shown.fromMillis(), shown.untilMillis());
    marker.setPaint(Palette.faint(color));
    marker.setOutlinePaint(color);
    marker.setOutlineStroke(new BasicStroke(1f));
    marker.setAlpha(1f);
    return marker;
  }

  private XYPlot lanes() {
    LanePlot plot = new LanePlot(range);
    List<String> names = new ArrayList<>();
    List<PlanLane> fromBelow = new ArrayList<>(lanes);
    Collections.reverse(fromBelow);
    for (PlanLane lane : fromBelow) {
      plot.add(names.size(), lane.spansOf(brand), lane.pagesOf(brand));
      names.add(lane.plan());
    }
    XYPlot drawn = plot.plot(names);
    onsets.forEach(onset -> drawn.addDomainMarker(Plots.onset(onset)));
    return drawn;
  }

  private LegendItemCollection legend() {
    LegendItemCollection legend = new LegendItemCollection();
    legend.add(Plots.lineItem("voices", Palette.VOICES, LINE));
    legend.add(Plots.shapeItem("usual voices", bar(), Palette.VOICES_BAND));
    legend.add(Plots.lineItem("negativity", Palette.NEGATIVITY, LINE));
    legend.add(Plots.shapeItem("usual negativity", bar(), Palette.NEGATIVITY_BAND));
    Marks.addTo(legend, !onsets.isEmpty());
    return legend;
  }

  private static Rectangle2D bar() {
    return new Rectangle2D.Double(-10, -6, 20, 12);
  }
}
