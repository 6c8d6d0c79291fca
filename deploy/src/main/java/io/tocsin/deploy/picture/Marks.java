package io.tocsin.deploy.picture;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItemCollection;

/** The legend of what stands in lanes. */
final class Marks {
  private Marks() {}

  static void addTo(LegendItemCollection legend, boolean withOnsets) {
    Rectangle2D bar = new Rectangle2D.Double(-10, -3, 20, 6);
    legend.add(Plots.shapeItem("spike of volume", bar, Palette.VOLUME_SPIKE));
    legend.add(Plots.shapeItem("spike of negativity", bar, Palette.NEGATIVITY_SPIKE));
    legend.add(Plots.shapeItem("page", LanePlot.PAGE, Palette.PAGE));
    if (withOnsets) {
      legend.add(Plots.lineItem("known onset", Palette.ONSET, Plots.DASHED));
    }
  }
}
