package io.tocsin.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.testing.Browser;
import io.tocsin.deploy.testing.Eventually;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import picocli.CommandLine.Help.Ansi;

/** The demo as a person sees it who has the live page open, and who takes the incident there. */
class DemoPageIT {
  private static final Pattern LIVE_PAGE = Pattern.compile("live page +(http\\S+)");
  private static final Path PLAN = Path.of("plans", "demo.yaml");
  private static final long SEED = 7;
  private static final Duration OUTAGE = Duration.ofMinutes(1);

  /** Nobody but the person at the page takes it. */
  private static final Duration NEVER = Duration.ofDays(1);

  private final StringWriter told = new StringWriter();

  @TempDir Path folder;

  @Test
  void isSeenFromCalmThroughTheOutageAndTakenByAClick() throws Exception {
    DemoSettings settings = new DemoSettings(0, null, null, Map.of(), NEVER);
    Terminal terminal = new Terminal(new PrintWriter(told, true), Ansi.OFF);
    Path work = folder.resolve("demo");
    try (Browser browser = Browser.start(folder.resolve("profile"));
        Demo demo = Demo.start(settings, work, PLAN, terminal, Clock.systemUTC())) {
      browser.prefer("light");
      CompletableFuture<Object> pastIsRead = demo.goLive(SEED);
      browser.resize(1600, 1250);
      browser.driver().get(livePage());
      Eventually.isTrue("the past is not read", pastIsRead::isDone);
      seen(browser, "#freshness-word", "Live");
      seen(browser, "#calm", "All quiet");
      seen(browser, "#brand-list", "nimbus");

      demo.tell(OUTAGE);
      seen(browser, ".incident h3", "nimbus");
      seen(browser, ".owner", "nobody is on it");
      seen(browser, "#pages-list", "delivered");
      browser.screenshot("demo-overview");

      browser.driver().findElement(By.cssSelector(".incident h3 a")).click();
      seen(browser, "#brand-name", "nimbus");
      seen(browser, "#timeline-list", "Paged duty-lead");
      seen(browser, "#spikes-list", "negativity");
      // An acknowledgement holds until it is worse than ever: no worse than this.
      seen(browser, "#brand-mark", "Critical");
      browser.driver().findElement(By.cssSelector(".ack input")).sendKeys("Ana Sousa");
      browser.driver().findElement(By.cssSelector(".ack button")).click();
      seen(browser, "#timeline-list", "Acknowledged by Ana Sousa");
      seen(browser, ".owner", "on it: Ana Sousa");
      browser.screenshot("demo-brand");
      browser.prefer("dark");
      browser.screenshot("demo-brand-dark");

      assertThat(browser.accessibilityFaults()).isEmpty();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private String livePage() {
    Matcher address = LIVE_PAGE.matcher(told.toString());
    assertThat(address.find()).as(told.toString()).isTrue();
    return address.group(1);
  }

  private static void seen(Browser browser, String css, String text) {
    Eventually.holds(
        () ->
            assertThat(browser.driver().findElement(By.cssSelector(css)).getText()).contains(text));
  }
}
