package io.tocsin.deploy.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the live page, all from the class path, so that it needs nothing from outside. They
 * name each other by relative addresses only, so that a proxy may serve them under any prefix.
 */
final class PageAssets {
  /**
   * One file.
   *
   * @param contentType its media type
   * @param bytes what it holds
   */
  record Asset(String contentType, byte[] bytes) {}

  /** The address of a brand's page. */
  static final String BRAND = "/brands/{brand}";

  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String OWN = "/io/tocsin/deploy/desk/";
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private static final List<String> SCRIPTS =
      List.of(
          "access.js",
          "brand.js",
          "brands.js",
          "charts.js",
          "desk.js",
          "dom.js",
          "format.js",
          "frame.js",
          "incidents.js",
          "ledger.js",
          "line.js",
          "modes.js",
          "timeline.js",
          "trends.js");

  private PageAssets() {}

  /**
   * Every file by the path under which it is served.
   *
   * @throws IllegalStateException if one is not on the class path
   */
  static Map<String, Asset> load() {
    Map<String, Asset> assets = new LinkedHashMap<>();
    assets.put("/", page("overview", "desk.js", "./"));
    assets.put(BRAND, page("brand", "brand.js", "../"));
    assets.put("/assets/desk.css", read(CSS, OWN + "desk.css"));
    for (String script : SCRIPTS) {
      assets.put("/assets/" + script, read(SCRIPT, OWN + script));
    }
    assets.put("/assets/icon.svg", read("image/svg+xml", OWN + "icon.svg"));
    assets.put("/assets/uplot.css", read(CSS, UPLOT + "uPlot.min.css"));
    assets.put("/assets/uplot.js", read(SCRIPT, UPLOT + "uPlot.esm.js"));
    return assets;
  }

  /** The frame that all pages share, around the room of this view. */
  private static Asset page(String view, String script, String root) {
    String html =
        text("frame.html")
            .replace("{room}", text(view + ".html"))
            .replace("{ledger}", text("ledger.html"))
            .replace("{view}", view)
            .replace("{script}", script)
            .replace("{root}", root);
    return new Asset(HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String name) {
    return new String(read(HTML, OWN + name).bytes(), StandardCharsets.UTF_8);
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
