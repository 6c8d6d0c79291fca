package io.tocsin.deploy.picture;

import io.tocsin.response.Page;
import io.tocsin.spike.Signal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A lane each for things that spike and page: bars for spikes, volume above negativity, and
 * triangles for pages.
 */
final class LanePlot {
  /** A call for help. */
  static final Shape PAGE = triangle(7);

  /** Short spikes stay visible: the ends of a bar stick out by half its width. */
  private static final BasicStroke BAR =
      new BasicStroke(6f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);

  private static final double ASIDE = 0.22;
  private static final double MOST_FRACTION = 0.6;

  private final TimeRange range;
  private final XYSeries volume = new XYSeries("volume spikes", false, true);
  private final XYSeries negativity = new XYSeries("negativity spikes", false, true);
  private final XYSeries pages = new XYSeries("pages", false, true);

  LanePlot(TimeRange range) {
    this.range = range;
  }

  /**
   * Puts spikes and pages into a lane.
   *
   * @param lane from 0, the lowest
   */
  void add(int lane, List<SpikeSpan> spans, List<Page> called) {
    for (SpikeSpan span : spans) {
      boolean negative = span.signal() == Signal.NEGATIVITY;
      bar(negative ? negativity : volume, negative ? lane - ASIDE : lane + ASIDE, span);
    }
    for (Page page : called) {
      if (range.holds(page.at().toEpochMilli())) {
        pages.add(page.at().toEpochMilli(), lane);
      }
    }
  }

  private void bar(XYSeries series, double y, SpikeSpan span) {
    TimeRange shown = new TimeRange(span.fromMillis(), span.untilMillis()).within(range);
    if (shown.millis() < 0) {
      return;
    }
    series.add(shown.fromMillis(), y);
    series.add(shown.untilMillis(), y);
    // Breaks the line between two bars.
    series.add(shown.untilMillis(), Double.NaN);
  }

  /**
   * The plot.
   *
   * @param names of the lanes, from the lowest up
   */
  XYPlot plot(List<String> names) {
    SymbolAxis axis = new SymbolAxis("", names.toArray(String[]::new));
    Plots.style(axis);
    axis.setRange(-MOST_FRACTION, names.size() - 1 + MOST_FRACTION);
    axis.setGridBandsVisible(false);
    XYPlot plot = new XYPlot(collection(volume), null, axis, bars(Palette.VOLUME_SPIKE));
    plot.setDataset(1, collection(negativity));
    plot.setRenderer(1, bars(Palette.NEGATIVITY_SPIKE));
    plot.setDataset(2, collection(pages));
    plot.setRenderer(2, marks());
    Plots.style(plot);
    return plot;
  }

  private static XYSeriesCollection collection(XYSeries series) {
    return new XYSeriesCollection(series);
  }

  private static XYLineAndShapeRenderer bars(Color color) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, color);
    renderer.setSeriesStroke(0, BAR);
    return renderer;
  }

  private static XYLineAndShapeRenderer marks() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesPaint(0, Palette.PAGE);
    renderer.setSeriesShape(0, PAGE);
    return renderer;
  }

  private static Shape triangle(double size) {
    Path2D shape = new Path2D.Double();
    shape.moveTo(0, size);
    shape.lineTo(size, -size);
    shape.lineTo(-size, -size);
    shape.closePath();
    return shape;
  }
}
