package io.tocsin.deploy.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of the live page, all from the class path, so that it needs nothing from outside. */
final class PageAssets {
  /**
   * One file.
   *
   * @param contentType its media type
   * @param bytes what it holds
   */
  record Asset(String contentType, byte[] bytes) {}

  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String OWN = "/io/tocsin/deploy/desk/";
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private static final List<String> SCRIPTS =
      List.of(
          "desk.js", "brands.js", "charts.js", "incidents.js", "ledger.js", "dom.js", "format.js");

  private PageAssets() {}

  /**
   * Every file by the path under which it is served.
   *
   * @throws IllegalStateException if one is not on the class path
   */
  static Map<String, Asset> load() {
    Map<String, Asset> assets = new LinkedHashMap<>();
    assets.put("/", read(HTML, OWN + "desk.html"));
    assets.put("/assets/desk.css", read(CSS, OWN + "desk.css"));
    for (String script : SCRIPTS) {
      assets.put("/assets/" + script, read(SCRIPT, OWN + script));
    }
    assets.put("/assets/icon.svg", read("image/svg+xml", OWN + "icon.svg"));
    assets.put("/assets/uplot.css", read(CSS, UPLOT + "uPlot.min.css"));
    assets.put("/assets/uplot.js", read(SCRIPT, UPLOT + "uPlot.esm.js"));
    return assets;
  }

  private static Asset read(String contentType, String resource) {
    try (InputStream in = PageAssets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new Asset(contentType, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("not readable: " + resource, e);
    }
  }
}
