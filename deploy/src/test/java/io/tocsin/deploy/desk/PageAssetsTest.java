package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageAssetsTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:href|src)=\"([^\"#]+)\"|(?:from|import) \"([^\"]+)\"");

  private final Map<String, PageAssets.Asset> assets = PageAssets.load();

  @Test
  void servesEverythingThatThePageAsksForUnderAnyPrefix() {
    URI anywhere = URI.create("http://desk/some/prefix/");
    assets.forEach(
        (path, asset) -> {
          URI own = anywhere.resolve(path.substring(1).replace("{brand}", "acme"));
          Matcher reference = REFERENCE.matcher(path.contains("uplot") ? "" : text(asset));
          while (reference.find()) {
            String address = reference.group(reference.group(1) == null ? 2 : 1);
            String asked = "/" + anywhere.relativize(own.resolve(address));
            assertThat(assets).as("%s, asked for by %s", address, path).containsKey(asked);
          }
        });
  }

  @Test
  void leavesNoGapInAPage() {
    for (String page : List.of("/", PageAssets.BRAND)) {
      assertThat(text(Objects.requireNonNull(assets.get(page)))).doesNotContainPattern("\\{\\w+}");
    }
  }

  @Test
  void neverTurnsTextIntoMarkupNorAsksAnybodyElse() {
    assets.forEach(
        (path, asset) -> {
          if (!path.contains("uplot")) {
            assertThat(text(asset))
                .as(path)
                .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(")
                .doesNotContainPattern("(src|href|import|url\\()\\s*=?\\s*[\"']?https?://");
          }
        });
    assertThat(text(Objects.requireNonNull(assets.get("/"))))
        .doesNotContainPattern("<script(?![^>]*src=)|style=|onclick");
  }

  private static String text(PageAssets.Asset asset) {
    return new String(asset.bytes(), StandardCharsets.UTF_8);
  }
}
