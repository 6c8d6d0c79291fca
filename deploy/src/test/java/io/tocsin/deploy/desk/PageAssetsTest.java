package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageAssetsTest {
  private static final Pattern REFERENCE = Pattern.compile("\"(/assets/[^\"]+)\"");

  private final Map<String, PageAssets.Asset> assets = PageAssets.load();

  @Test
  void servesEverythingThatThePageAsksFor() {
    assets.forEach(
        (path, asset) -> {
          Matcher reference = REFERENCE.matcher(text(asset));
          while (reference.find()) {
            assertThat(assets).as("asked for by %s", path).containsKey(reference.group(1));
          }
        });
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
