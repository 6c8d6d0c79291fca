package io.tocsin.deploy.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The parts that all pictures are made of. */
final class Plots {
  static final BasicStroke DASHED =
      new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f, new float[] {7, 4}, 0);

  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final BasicStroke THIN = new BasicStroke(1.4f);

  private Plots() {}

  /** A plot of several on one axis of time. */
  static CombinedDomainXYPlot combined(TimeRange range) {
    DateAxis time = new DateAxis("Time (UTC)", TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
    style(time);
    time.setRange(new Range(range.fromMillis(), range.untilMillis()), true, false);
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(time);
    plot.setGap(14);
    return plot;
  }

  /** A series with what was usual behind it. */
  static XYPlot banded(
      String label, Buckets buckets, Buckets.BandedSeries series, Color line, Color band) {
    YIntervalSeries usual = new YIntervalSeries("usual");
    XYSeries observed = new XYSeries("observed");
    for (int i = 0; i < buckets.count(); i++) {
      double x = buckets.middleMillis(i);
      usual.add(x, series.usual()[i], series.low(i), series.high(i));
      observed.add(x, series.observed()[i]);
    }
    YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    bands.addSeries(usual);
    NumberAxis axis = new NumberAxis(label);
    style(axis);
    axis.setAutoRangeIncludesZero(true);
    XYPlot plot = new XYPlot(bands, null, axis, bandRenderer(line, band));
    plot.setDataset(1, new XYSeriesCollection(observed));
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, buckets.count() < 3);
    lines.setSeriesPaint(0, line);
    lines.setSeriesStroke(0, THIN);
    plot.setRenderer(1, lines);
    style(plot);
    return plot;
  }

  private static DeviationRenderer bandRenderer(Color line, Color band) {
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setSeriesPaint(0, Palette.faint(line));
    renderer.setSeriesFillPaint(0, band);
    renderer.setSeriesStroke(0, THIN);
    renderer.setAlpha(0.5f);
    return renderer;
  }

  static void style(ValueAxis axis) {
    axis.setLabelFont(LABEL);
    axis.setTickLabelFont(TICK);
  }

  static void style(XYPlot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
  }

  /** A line across a plot where an onset is known. */
  static ValueMarker onset(OnsetMark onset) {
    return new ValueMarker(onset.atMillis(), Palette.ONSET, DASHED);
  }

  /**
   * The same with its name.
   *
   * @param row from 0, from the top: neighbours in other rows do not cover each other
   */
  static ValueMarker namedOnset(OnsetMark onset, int row) {
    ValueMarker marker = onset(onset);
    marker.setLabel(onset.name());
    marker.setLabelFont(TICK);
    marker.setLabelPaint(Palette.ONSET);
    marker.setLabelBackgroundColor(Palette.CLEAR);
    marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    marker.setLabelOffset(new RectangleInsets(4 + 16.0 * row, 4, 4, 4));
    return marker;
  }

  /** The picture: title, a line under it, the plot, its legend. */
  static JFreeChart chart(
      String title, String subtitle, CombinedDomainXYPlot plot, LegendItemCollection legend) {
    plot.setFixedLegendItems(legend);
    JFreeChart chart = new JFreeChart(title, TITLE, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.addSubtitle(0, new TextTitle(subtitle, LABEL));
    chart.getLegend().setItemFont(LABEL);
    return chart;
  }

  static LegendItem lineItem(String words, Color color, BasicStroke stroke) {
    Path2D line = new Path2D.Double();
    line.moveTo(-14, 0);
    line.lineTo(14, 0);
    return new LegendItem(words, null, null, null, line, stroke, color);
  }

  static LegendItem shapeItem(String words, Shape shape, Color color) {
    return new LegendItem(words, null, null, null, shape, color);
  }
}
