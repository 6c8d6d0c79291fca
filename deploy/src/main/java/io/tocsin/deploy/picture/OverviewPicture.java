package io.tocsin.deploy.picture;

import io.tocsin.response.Page;
import io.tocsin.spike.BaselineRow;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;

/** All brands over time: their voices together, and a lane a brand and plan. */
final class OverviewPicture {
  private static final int SERIES_WEIGHT = 5;
  private static final double HALF_A_LANE = 0.5;

  private final TimeRange range;
  private final List<PlanLane> plans;
  private final List<OnsetMark> onsets;

  OverviewPicture(TimeRange range, List<PlanLane> plans, List<OnsetMark> onsets) {
    this.range = range;
    this.plans = plans;
    this.onsets = onsets;
  }

  /**
   * Draws it.
   *
   * @param rows of all brands
   * @param brands that have a lane, from the top down
   */
  JFreeChart draw(String title, List<BaselineRow> rows, List<String> brands) {
    Buckets buckets = Buckets.of(rows, range);
    CombinedDomainXYPlot plot = Plots.combined(range);
    plot.add(
        Plots.banded(
            "Voices in " + buckets.step(),
            buckets,
            buckets.voices(),
            Palette.VOICES,
            Palette.VOICES_BAND),
        SERIES_WEIGHT);
    plot.add(lanes(brands), Math.max(2, brands.size() * plans.size()));
    return Plots.chart(title, "voices of all brands, and each brand's spikes", plot, legend());
  }

  private XYPlot lanes(List<String> brands) {
    LanePlot lanes = new LanePlot(range);
    List<String> names = new ArrayList<>();
    List<XYLineAnnotation> known = new ArrayList<>();
    List<String> fromBelow = new ArrayList<>(brands);
    Collections.reverse(fromBelow);
    for (String brand : fromBelow) {
      double bottom = names.size() - HALF_A_LANE;
      for (int i = plans.size() - 1; i >= 0; i--) {
        PlanLane plan = plans.get(i);
        List<Page> pages = plan.pagesOf(brand);
        lanes.add(names.size(), plan.spansOf(brand), pages);
        names.add(plans.size() == 1 ? brand : brand + ", " + plan.plan());
      }
      known.addAll(lines(brand, bottom, names.size() - HALF_A_LANE));
    }
    XYPlot plot = lanes.plot(names.isEmpty() ? List.of("no spikes") : names);
    known.forEach(plot::addAnnotation);
    return plot;
  }

  private List<XYLineAnnotation> lines(String brand, double bottom, double top) {
    return onsets.stream()
        .filter(onset -> onset.brand().equals(brand) && range.holds(onset.atMillis()))
        .map(
            onset ->
                new XYLineAnnotation(
                    onset.atMillis(), bottom, onset.atMillis(), top, Plots.DASHED, Palette.ONSET))
        .toList();
  }

  private LegendItemCollection legend() {
    LegendItemCollection legend = new LegendItemCollection();
    legend.add(Plots.lineItem("voices", Palette.VOICES, new BasicStroke(2f)));
    Marks.addTo(legend, !onsets.isEmpty());
    return legend;
  }
}
