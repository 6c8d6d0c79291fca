package io.tocsin.deploy.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.testing.Browser;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.deploy.testing.PrefixProxy;
import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.Drill;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.ValveState;
import io.tocsin.spike.Signal;
import io.tocsin.window.ExamplePost;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class LivePageIT {
  private static final String INCIDENT = "acme-1";
  private static final String DARK_GROUND = "rgb(13, 19, 25)";
  private static final Pattern SECONDS_OLD = Pattern.compile("(\\d+) s old");

  private static final String HOSTILE =
      "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> No service!";

  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;
  private DeskFixture fixture;
  private Desk desk;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    browser = Browser.start(folder.resolve("profile"));
    fixture = new DeskFixture(folder.resolve("broker"));
    desk = fixture.startDesk();
    Eventually.isTrue("the desk is not up", desk::isUp);
    browser.resize(1600, 1000);
    look(desk.url());
  }

  /** As somebody who was given the token. */
  private void look(String address) {
    browser.driver().get(address + "#token=" + URLEncoder.encode(DeskFixture.TOKEN, UTF_8));
  }

  @AfterEach
  void close() {
    if (desk != null) {
      desk.close();
    }
    if (fixture != null) {
      fixture.close();
    }
    browser.close();
  }

  private String text(String css) {
    return browser.driver().findElement(By.cssSelector(css)).getText();
  }

  private void seen(String css, String text) {
    Eventually.holds(() -> assertThat(text(css)).contains(text));
  }

  private void follow(String link) {
    Eventually.holds(() -> browser.driver().findElement(By.linkText(link)).click());
  }

  /** Ten minutes of counters: calm brands, and one that burns since two minutes. */
  private void countTenMinutes() throws Exception {
    List<Object> kpis = new ArrayList<>();
    kpis.addAll(history("acme", 12, 0.2, 130));
    kpis.addAll(history("northwind", 6, 0.15, 0));
    kpis.addAll(history("globex", 2.5, 0.35, 0));
    fixture.commit(Topic.KPIS, kpis);
  }

  private List<Object> history(String brand, double rate, double negative, int burningSeconds) {
    List<Object> kpis = new ArrayList<>();
    double[] totals = new double[3];
    List<String> sentiments = List.of("negative", "neutral", "positive");
    for (int second = -640; second <= 0; second++) {
      double wave = 1 + 0.25 * Math.sin(second / 37.0) + 0.1 * Math.sin(second / 5.0);
      double heat = Math.max(0, Math.min(1, (second + burningSeconds) / 40.0)) * 9;
      totals[0] += rate * negative * wave + rate * heat * 0.8;
      totals[1] += rate * 0.4 * wave + rate * heat * 0.15;
      totals[2] += rate * (0.6 - negative) * wave + rate * heat * 0.05;
      for (int i = 0; i < totals.length; i++) {
        Instant at = now.plusSeconds(second);
        kpis.add(Samples.mentions(brand, sentiments.get(i), Math.floor(totals[i]), at));
      }
    }
    return kpis;
  }

  private Incident incident(IncidentState state, Severity severity) {
    return Samples.withExamples(
        Samples.incident(INCIDENT, severity, state, now, null, now.minusSeconds(130)),
        Samples.example(
            "mara_k", "@acme no signal in the whole of Porto since noon. Is anyone there?"),
        Samples.example("dev<b>ops</b>", HOSTILE),
        new ExamplePost(
            "3", "facebook", "jo", DoubtfulScorer.DOUBTED, "javascript:1", 0.4, 0.9, List.of()));
  }

  private void burn() throws Exception {
    countTenMinutes();
    fixture.write(Topic.INCIDENTS, incident(IncidentState.OPEN, Severity.CRITICAL));
  }

  @Test
  void drawsMentionsAndSentimentOfEveryBrand() throws Exception {
    seen("#brands-empty", "No mention was counted yet");
    countTenMinutes();
    Eventually.holds(
        () -> {
          List<WebElement> cards = browser.driver().findElements(By.cssSelector(".brand"));
          assertThat(cards).hasSize(3);
          assertThat(browser.driver().findElements(By.cssSelector(".brand canvas"))).hasSize(3);
        });
    Eventually.holds(() -> assertThat(drawnPixels()).as("coloured pixels").isGreaterThan(500));
    seen(".brand", "mentions a second");
    seen("#freshness", "Live");
    assertThat(browser.complaints()).isEmpty();
  }

  /** Pixels that are not transparent on the first chart: an empty chart has its axes only. */
  private long drawnPixels() {
    return drawnPixels(".brand canvas");
  }

  private long drawnPixels(String css) {
    Object count =
        browser
            .driver()
            .executeScript(
                "const s = document.querySelector(arguments[0]);"
                    + "const c = new OffscreenCanvas(s.width, s.height);"
                    + "c.getContext('2d').drawImage(s, 0, 0);"
                    + "const d = c.getContext('2d').getImageData(c.width / 3, 0, c.width / 3, c.height).data;"
                    + "let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 20) n++; return n;",
                css);
    return ((Number) Objects.requireNonNull(count)).longValue();
  }

  @Test
  void showsAnIncidentWithItsReasonAndItsPostsAsText() throws Exception {
    seen("#calm", "No incident is open");
    burn();
    seen(".incident .reason", "Negative mentions are 13 times what they usually are");
    seen(".incident", "Critical");
    seen(".incident .facts", "12 of 62 in The North");
    seen(".incident .facts", "Place 9, 2 more");
    seen(".incident .facts", "Refunds");
    seen(".incident .facts", "no signal 46%");
    seen(".incident .facts", "en 82%, es 12%");
    seen(".incident .facts", "74%, 3 came too late");
    seen(".incident .examples", HOSTILE);
    seen(".incident .examples", "influence 83%, complaint");
    Eventually.holds(
        () -> assertThat(announced()).contains("New incident, Critical: acme. Negative mentions"));
    assertThat(browser.driver().getTitle()).isEqualTo("(1) Tocsin desk");
    assertThat(browser.driver().findElements(By.cssSelector(".examples script, .examples img")))
        .isEmpty();
    assertThat(browser.driver().findElements(By.cssSelector(".examples a")))
        .as("links to the web only")
        .hasSize(2);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsASecondOpinionUnderThePostOnceItIsThere() throws Exception {
    burn();
    seen(".incident .insight", "Places\nPorto (3)");
    seen(".examples li:nth-child(3) .opinion", "second opinion: neutral, 60%");
    assertThat(browser.driver().findElements(By.cssSelector(".examples .opinion"))).hasSize(1);
    assertThat(browser.complaints()).isEmpty();
  }

  private String announced() {
    WebElement announcer = browser.driver().findElement(By.id("announcer"));
    return String.valueOf(announcer.getDomProperty("textContent"));
  }

  @Test
  void acknowledgesByAClick() throws Exception {
    burn();
    seen(".incident", "Acknowledge");
    browser.driver().findElement(By.cssSelector(".ack input")).sendKeys("Ana Sousa");
    browser.driver().findElement(By.cssSelector(".ack button")).click();
    seen(".ack", "Acknowledged by Ana Sousa");
    assertThat(acks())
        .singleElement()
        .satisfies(
            ack -> {
              assertThat(ack.incidentId()).isEqualTo(INCIDENT);
              assertThat(ack.brand()).isEqualTo("acme");
              assertThat(ack.by()).isEqualTo("Ana Sousa");
            });
  }

  private List<Ack> acks() throws Exception {
    List<Ack> acks = new ArrayList<>();
    for (byte[] value : fixture.read(Topic.ACKS)) {
      acks.add(WireJson.fromBytes(value, Ack.class));
    }
    return acks;
  }

  @Test
  void isUsableByKeyboardAlone() throws Exception {
    burn();
    seen(".incident", "Acknowledge");
    WebElement name = browser.driver().findElement(By.cssSelector(".ack input"));
    for (int i = 0; i < 20 && !name.equals(browser.driver().switchTo().activeElement()); i++) {
      browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    }
    browser.driver().switchTo().activeElement().sendKeys("Ana", Keys.ENTER);
    seen(".ack", "Acknowledged by Ana");
  }

  @Test
  void keepsWhatIsBeingTypedWhileTheFiguresChange() throws Exception {
    burn();
    seen(".incident", "Acknowledge");
    browser.driver().findElement(By.cssSelector(".ack input")).sendKeys("An");
    fixture.write(Topic.INCIDENTS, incident(IncidentState.OPEN, Severity.WARNING));
    seen(".incident", "Warning");
    browser.driver().switchTo().activeElement().sendKeys("a");
    assertThat(browser.driver().findElement(By.cssSelector(".ack input")).getDomProperty("value"))
        .isEqualTo("Ana");
  }

  @Test
  void saysThatTheDeskIsGoneAndComesBackByItself() throws Exception {
    seen("#freshness", "Waiting");
    int port = desk.port();
    desk.close();
    seen("#banner", "The line to the desk has been cut");
    seen("#calm", "Not known");
    browser.screenshot("desk-disconnected");
    desk = fixture.startDesk(port);
    seen("#freshness", "Waiting");
    Eventually.holds(() -> assertThat(text("#banner")).isEmpty());
  }

  @Test
  void claimsToBeLiveOnlyWhileSomethingNewComes() throws Exception {
    countTenMinutes();
    seen("#freshness", "Live");
    seen("#calm", "All quiet");
    List<Integer> liveAges = new ArrayList<>();
    Eventually.holds(
        () -> {
          Matcher live = SECONDS_OLD.matcher(text("#freshness-detail"));
          if (live.find()) {
            liveAges.add(Integer.valueOf(live.group(1)));
          }
          assertThat(text("#banner")).contains("Stale: nothing new for");
        });
    assertThat(liveAges).isNotEmpty().allSatisfy(age -> assertThat(age).isLessThan(16));
    seen("#calm", "Not known");
    fixture.commit(Topic.KPIS, List.of(Samples.mentions("acme", "neutral", 99_999, now)));
    seen("#freshness", "Live");
    seen("#calm", "All quiet");
  }

  private void mentions(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      fixture.writeBytes(Topic.MENTIONS, "{}");
    }
  }

  @Test
  void saysThatTheFeedStandsStillAndThatItRunsAgain() throws Exception {
    countTenMinutes();
    mentions(1);
    seen("#freshness", "Live");
    mentions(50);
    seen("#banner", "The feed stands still since");
    seen("#calm", "Not known");
    browser.screenshot("desk-feed-silent");
    mentions(1);
    Eventually.holds(() -> assertThat(text("#banner")).doesNotContain("feed stands still"));
  }

  @Test
  void asksForTheTokenBeforeSomebodyActs() throws Exception {
    String cookie = "tocsin-desk-" + desk.port();
    Eventually.isTrue(
        "not signed in", () -> browser.driver().manage().getCookieNamed(cookie) != null);
    browser.driver().manage().deleteAllCookies();
    browser.driver().get("about:blank");
    browser.driver().get(desk.url());
    burn();
    seen(".incident", "Acknowledge");
    browser.driver().findElement(By.cssSelector(".ack input")).sendKeys("Ana");
    browser.driver().findElement(By.cssSelector(".ack button")).click();
    seen("#door", "Token of the desk");
    WebElement token = browser.driver().findElement(By.id("door-token"));
    token.sendKeys("a guess", Keys.ENTER);
    seen("#door-fault", "this is not the desk's token");
    assertThat(acks()).isEmpty();
    token.clear();
    token.sendKeys(DeskFixture.TOKEN, Keys.ENTER);
    seen(".ack", "Acknowledged by Ana");
    assertThat(browser.driver().executeScript("return document.cookie"))
        .as("what a script can read")
        .isEqualTo("");
  }

  /** A crisis as it stands after two minutes. */
  private void crisis() throws Exception {
    fixture.commit(Topic.KPIS, looks());
    Incident open = incident(IncidentState.OPEN, Severity.CRITICAL);
    Instant since = now.minusSeconds(130);
    fixture.write(
        Topic.INCIDENTS, Samples.changed(opened(now.minusSeconds(80)), IncidentChange.OPENED));
    fixture.write(Topic.SPIKES, Samples.spike("acme", Signal.VOLUME, since, now));
    fixture.write(Topic.SPIKES, Samples.spike("acme", Signal.NEGATIVITY, since, now));
    fixture.write(Topic.PAGES, Samples.page("p1", now.minusSeconds(70)));
    fixture.write(Topic.PAGES, Samples.page("p2", now.minusSeconds(60)));
    fixture.write(Topic.PAGES, Samples.page("p3", now.minusSeconds(3)));
    fixture.write(
        Topic.PAGE_RECEIPTS, Samples.receipt("p1", PageOutcome.DELIVERED, 1, now.minusSeconds(68)));
    fixture.write(
        Topic.PAGE_RECEIPTS, Samples.receipt("p2", PageOutcome.EXHAUSTED, 5, now.minusSeconds(30)));
    fixture.write(Topic.REDIRECTS, Samples.redirect("v1", ValveState.OPEN, now.minusSeconds(65)));
    fixture.write(Topic.INCIDENTS, Samples.changed(open, IncidentChange.ESCALATED));
    fixture.write(
        Topic.INCIDENTS,
        Samples.incident(
            "acme-0",
            Severity.WARNING,
            IncidentState.RESOLVED,
            now.minusSeconds(900),
            null,
            now.minusSeconds(2_700)));
  }

  /** What the detector saw of the burning brand, and what it held that against. */
  private List<Object> looks() {
    List<Object> kpis = new ArrayList<>();
    for (int second = -600; second <= 0; second += 10) {
      Instant at = now.plusSeconds(second);
      double heat = 1 + Math.max(0, Math.min(1, (second + 130) / 40.0)) * 9;
      double wave = 1 + 0.1 * Math.sin(second / 37.0);
      look(kpis, "VOLUME", 720 * heat * wave, 720, 941, at);
      look(kpis, "NEGATIVITY", 150 * heat * wave, 150, 212, at);
    }
    return kpis;
  }

  private static void look(
      List<Object> kpis, String signal, double seen, double usual, double bound, Instant at) {
    kpis.add(Samples.kpi(KpiMetric.SIGNAL_OBSERVED, seen, at, "acme", signal));
    kpis.add(Samples.kpi(KpiMetric.SIGNAL_EXPECTED, usual, at, "acme", signal));
    kpis.add(Samples.kpi(KpiMetric.SIGNAL_UPPER_BOUND, bound, at, "acme", signal));
  }

  private Incident opened(Instant at) {
    return Samples.incident(
        INCIDENT, Severity.WARNING, IncidentState.OPEN, at, null, now.minusSeconds(130));
  }

  @Test
  void hasAPageForEachBrandThatTellsTheWholeStory() throws Exception {
    countTenMinutes();
    crisis();
    seen("#brand-list", "acme");
    follow("globex");
    seen("#brand-name", "globex");
    seen("#calm", "All quiet");
    browser.driver().navigate().back();
    follow("acme");
    seen("#brand-name", "acme");
    assertThat(browser.driver().getCurrentUrl()).isEqualTo(desk.url() + "brands/acme");
    seen("#brand-mark", "Critical");
    seen("#timeline-list", "Escalated to critical");
    seen("#timeline-list", "Gave up reaching care-lead");
    seen("#timeline-list", "Opened as warning");
    seen("#timeline-list", "Overflow opened");
    seen("#spikes-list", "negativity, the whole brand");
    seen("#redirects-list", "waiting");
    seen("#resolved-list", "lasted 30 min");
    seen("#usual-note", "usual 720, chance up to 941");
    Eventually.isTrue("nothing drawn", () -> drawnPixels("#volume-plot canvas") > 500);
    browser.driver().findElement(By.cssSelector(".ack input")).sendKeys("Ana");
    browser.driver().findElement(By.cssSelector(".ack button")).click();
    seen(".ack", "Acknowledged by Ana");
    follow("All brands");
    seen("#brand-list", "northwind");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void tellsHowAnIncidentEnds() throws Exception {
    burn();
    follow("acme");
    Incident calm = incident(IncidentState.STANDING_DOWN, Severity.CRITICAL);
    fixture.write(Topic.INCIDENTS, Samples.changed(calm, IncidentChange.STANDING_DOWN));
    seen(".incident .stage", "standing down");
    Incident over = incident(IncidentState.RESOLVED, Severity.CRITICAL);
    fixture.write(Topic.INCIDENTS, Samples.changed(over, IncidentChange.RESOLVED));
    seen("#resolved-list", "acme");
    seen("#timeline-list", "Resolved");
    seen("#timeline-list", "Standing down");
    assertThat(browser.driver().findElements(By.cssSelector(".incident"))).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void findsABrandAmongThousandsAndSaysHowManyThereAre() throws Exception {
    List<Object> kpis = new ArrayList<>();
    for (int brand = 0; brand < 3_000; brand++) {
      kpis.add(Samples.mentions("brand-" + brand, "neutral", 5, now.minusSeconds(30)));
      kpis.add(Samples.mentions("brand-" + brand, "neutral", 9, now));
    }
    fixture.commit(Topic.KPIS, kpis);
    seen("#brands-more", "and 2,976 calmer brands");
    browser.driver().findElement(By.id("find")).sendKeys("RAND-2998");
    Eventually.holds(
        () ->
            assertThat(browser.driver().findElements(By.cssSelector(".brand h3")))
                .extracting(WebElement::getText)
                .containsExactly("brand-2998"));
    assertThat(browser.driver().getCurrentUrl()).endsWith("?find=RAND-2998");
    browser.driver().navigate().refresh();
    seen("#brand-list", "brand-2998");
    browser.driver().findElement(By.id("find")).sendKeys("x");
    seen("#brands-empty", "No brand has 'RAND-2998x' in its key");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void saysThatADrillIsADrill() throws Exception {
    countTenMinutes();
    Incident real = incident(IncidentState.OPEN, Severity.CRITICAL);
    fixture.write(Topic.INCIDENTS, Samples.inDrill(real, new Drill("fire", false, now)));
    seen("#drill-banner", "Drill: acme. What is marked so is an exercise");
    seen(".incident h3", "DRILL: acme");
    seen(".brand .severity", "Drill: Critical");
    fixture.write(
        Topic.INCIDENTS,
        Samples.inDrill(
            incident(IncidentState.RESOLVED, Severity.CRITICAL), new Drill("fire", false, now)));
    Eventually.holds(() -> assertThat(text("#drill-banner")).isEmpty());
  }

  @Test
  void worksUnderAPrefixOfAReverseProxy() throws Exception {
    try (PrefixProxy proxy = PrefixProxy.start("/tools/tocsin")) {
      DeskSettings settings = fixture.settings(0, proxy.url());
      try (Desk behind = Desk.start(settings, ExamplesReader.NONE)) {
        Eventually.isTrue("the desk is not up", behind::isUp);
        proxy.serve(behind.url());
        burn();
        look(proxy.url() + "/");
        seen("#brand-list", "acme");
        follow("acme");
        seen("#brand-name", "acme");
        seen(".incident", "Acknowledge");
        browser.driver().findElement(By.cssSelector(".ack input")).sendKeys("Ana");
        browser.driver().findElement(By.cssSelector(".ack button")).click();
        seen(".ack", "Acknowledged by Ana");
        follow("All brands");
        seen("#brand-list", "globex");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(proxy.url() + "/");
        assertThat(proxy.astray()).as("asked for beside the prefix").isEmpty();
        assertThat(browser.complaints()).isEmpty();
      }
    }
  }

  @Test
  void keepsNobodyOutAndLooksLikeThisInEveryMode() throws Exception {
    see("empty", "#freshness", "Waiting");
    countTenMinutes();
    Eventually.isTrue("nothing drawn", () -> drawnPixels() > 500);
    see("calm", "#calm", "All quiet");
    crisis();
    seen("#pages-list", "gave up");
    see("overview", "#redirects-list", "care-backup");
    browser.resize(480, 2200);
    browser.screenshot("desk-narrow");
    follow("acme");
    seen("#timeline-list", "Escalated to critical");
    browser.screenshot("desk-brand-narrow");
    browser.resize(1600, 1400);
    see("brand", "#usual-note", "usual 720");
    browser.resize(1920, 1080);
    look(desk.url() + "?wall");
    Eventually.isTrue("nothing drawn", () -> drawnPixels() > 500);
    see("wall", "#brand-list", "globex");
    assertThat(browser.complaints()).isEmpty();
  }

  /** Looks at the page in light and in dark, and keeps a picture of each. */
  private void see(String name, String css, String text) throws Exception {
    for (String scheme : List.of("light", "dark")) {
      browser.prefer(scheme);
      seen(css, text);
      assertThat(browser.accessibilityFaults()).as("%s in %s", name, scheme).isEmpty();
      browser.screenshot("desk-" + name + "-" + scheme);
    }
  }

  @Test
  void keepsTheModeThatAPersonChose() throws Exception {
    browser.prefer("light");
    countTenMinutes();
    browser.driver().findElement(By.id("theme")).sendKeys("dark");
    Eventually.holds(() -> assertThat(ground()).isEqualTo(DARK_GROUND));
    browser.driver().findElement(By.id("wall")).click();
    browser.driver().navigate().refresh();
    Eventually.holds(() -> assertThat(ground()).isEqualTo(DARK_GROUND));
    assertThat(browser.driver().findElement(By.id("wall")).getDomAttribute("aria-pressed"))
        .isEqualTo("true");
    Eventually.holds(
        () ->
            assertThat(browser.driver().findElement(By.cssSelector(".brand h3")).getSize().height)
                .as("letters that are read from three metres")
                .isGreaterThan(30));
  }

  private Object ground() {
    return Objects.requireNonNull(
        browser.driver().executeScript("return getComputedStyle(document.body).backgroundColor"));
  }
}
