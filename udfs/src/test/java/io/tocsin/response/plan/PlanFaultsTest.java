package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault alone in the example: its line, column, path and message. */
class PlanFaultsTest {
  private static final String CONSOLE_RULE =
      "{target: duty-lead, transport: console, from: warning}";
  private static final String WEBHOOK_URL = "url: \"http://127.0.0.1:8099/pages\", ";
  private static final String REDIRECT = "{queue: nimbus-care, to: nimbus-backup, from: warning}";

  static Stream<Arguments> errors() {
    return Stream.of(
        fault(
            "version: demo-1",
            "version: 2.0",
            "1:10: error: version: expected a text but found the number '2.0'; write it in quotes"),
        fault(
            "version: demo-1",
            "version: 2026-02-03",
            "1:10: error: version: expected a text but found the date '2026-02-03'; write it in quotes"),
        fault(
            "version: demo-1",
            "version:",
            "1:9: error: version: expected a text but found nothing"),
        fault("version: demo-1", "version: ''", "1:10: error: version: is empty"),
        fault(
            "version: demo-1",
            "version: \"a\\u0007\"",
            "1:10: error: version: holds the unprintable character U+0007"),
        fault(
            "version: demo-1",
            "version: \"\\ud800\"",
            "1:10: error: version: holds the unprintable character U+D800"),
        fault(
            "version: demo-1",
            "verison: demo-1",
            "1:1: error: verison: unknown key 'verison'; did you mean 'version'?"),
        fault("version: demo-1", "owner: me", "1:1: error: owner: unknown key 'owner'"),
        fault(
            "version: demo-1",
            "<<: {a: b}",
            "1:1: error: <<: unknown key '<<'; merging is not supported, repeat the fields"),
        fault("version: demo-1", "? [version]\n: demo-1", "1:3: error: ?: a key must be a word"),
        fault(
            "complaint: [card blocked]",
            "complaint: [my card is blocked]",
            "26:56: error: brands[1].intent.complaint[0]: is not one word or two in a row: 'my card is"
                + " blocked'"),
        fault(
            "complaint: [card blocked]",
            "complaints: [card blocked]",
            "26:44: error: brands[1].intent.complaints: unknown key 'complaints'; did you mean"
                + " 'complaint'?"),
        fault(
            "complaint: [card blocked]",
            "complaint: blocked",
            "26:55: error: brands[1].intent.complaint: expected a list but found the text 'blocked'"),
        fault(
            "from: \"2026-02-08T18:30\"",
            "from: 2026-02-08",
            "30:30: error: calendar[0].from: not a time like 2026-02-08T23:30:00Z: '2026-02-08'"),
        fault(
            "from: \"2026-02-08T18:30\"",
            "from: kickoff",
            "30:30: error: calendar[0].from: not a time like 2026-02-08T23:30:00Z: 'kickoff'"),
        fault("from: \"2026-02-08T18:30\", ", "", "30:5: error: calendar[0].from: is missing"),
        fault(
            "from: \"2026-02-08T18:30\"",
            "from: \"2026-03-08T02:30\"",
            "30:30: error: calendar[0].from: comes never in America/New_York, write it with an"
                + " offset: '2026-03-08T02:30'"),
        fault(
            "until: \"2026-02-08T23:00\"",
            "until: \"2026-11-01T01:30\"",
            "30:57: error: calendar[0].until: comes twice in America/New_York, write it with an"
                + " offset: '2026-11-01T01:30'"),
        fault(
            "until: \"2026-02-08T23:00\"",
            "until: \"2026-02-08T18:30\"",
            "30:57: error: calendar[0].until: is not after from"),
        fault(
            "until: \"2026-02-08T23:00\"",
            "until: \"2026-02-18T23:00\"",
            "30:57: error: calendar[0].until: is more than 7 days after from: split the event"),
        fault(
            "zone: America/New_York",
            "zone: America/NewYork",
            "30:83: error: calendar[0].zone: not a time zone like Europe/Paris: 'America/NewYork';"
                + " did you mean 'America/New_York'?"),
        fault(
            "+02:00\"",
            "\"",
            "28:31: error: brands[1].calendar[0].from: needs an offset, as in 2026-04-02T07:00Z, or a"
                + " zone beside it: '2026-04-02T07:00'"),
        fault(
            "brands: [nimbus], expect",
            "brands: [nimbas], expect",
            "30:110: error: calendar[0].brands[0]: no brand of this plan: 'nimbas'; did you mean"
                + " 'nimbus'?"),
        fault(
            "brands: [nimbus], expect",
            "brands: [], expect",
            "30:109: error: calendar[0].brands: names no brand; leave it out for all brands"),
        fault(
            "expect: 20",
            "expect: 1",
            "30:127: error: calendar[0].expect: must be above 1 and at most 1000 times the usual: 1"),
        fault(
            "expect: 20",
            "expect: much",
            "30:127: error: calendar[0].expect: expected a decimal number but found the text 'much'"),
        fault(
            "{name: Results, ",
            "{name: Results, brands: [nimbus], ",
            "28:25: error: brands[1].calendar[0].brands: unknown key 'brands'"),
        fault(
            "    name: Nimbus Mobile",
            "    name: A\n    name: B",
            "5:5: error: brands[0].name: is set twice, first in line 4"),
        fault(
            "    name: Nimbus Mobile",
            "    name: [A]",
            "4:11: error: brands[0].name: expected a text but found a list"),
        fault(
            "    name: Nimbus Mobile",
            "    name: {a: b}",
            "4:11: error: brands[0].name: expected a text but found a mapping"),
        fault(
            "    name: Nimbus Mobile",
            "    name: !x y",
            "4:11: error: brands[0].name: expected a text but found a value tagged '!x'"),
        fault(
            "    name: Nimbus Mobile",
            "    name: on",
            "4:11: error: brands[0].name: expected a text but found the truth value 'on'; write it in quotes"),
        fault(
            "    name: Nimbus Mobile",
            "    name: \"a\\nb\"",
            "4:11: error: brands[0].name: name 'aU+000Ab' is not as it must be: one line"),
        fault(
            "brand: orchard-bank",
            "brand: Orchard",
            "22:12: error: brands[1].brand: brand 'Orchard' is not as it must be: lower-case letters, digits and '-', a letter or digit first"),
        fault(
            "brand: orchard-bank",
            "brand: nimbus",
            "22:12: error: brands[1].brand: brand 'nimbus' is there twice, first in line 3"),
        fault(
            "  - brand: orchard-bank\n    match:",
            "  - match:",
            "22:5: error: brands[1].brand: is missing"),
        fault(
            "    match: {phrases: [orchard bank]}\n",
            "",
            "22:5: error: brands[1].match: is missing"),
        fault(
            "{phrases: [orchard bank]}",
            "{exclusions: []}",
            "23:12: error: brands[1].match: matches nothing: name a handle, hashtag, cashtag or phrase"),
        fault(
            "{phrases: [orchard bank]}",
            "{phrases: orchard}",
            "23:22: error: brands[1].match.phrases: expected a list but found the text 'orchard'"),
        fault(
            "{phrases: [orchard bank]}",
            "{phrases: [404]}",
            "23:23: error: brands[1].match.phrases[0]: expected a text but found the number '404'; write it in quotes"),
        fault(
            "{phrases: [orchard bank]}",
            "{phrases: ['!!!']}",
            "23:23: error: brands[1].match.phrases[0]: phrase '!!!' is not as it must be: one line with a letter or digit"),
        fault(
            "{phrases: [orchard bank]}",
            "{phrase: [orchard bank], hashtags: [o]}",
            "23:13: error: brands[1].match.phrase: unknown key 'phrase'; did you mean 'phrases'?"),
        fault(
            "handles: [nimbusmobile]",
            "handles: ['@nimbus']",
            "6:17: error: brands[0].match.handles[0]: handle '@nimbus' is not as it must be: letters, digits, '_', '.' and '-', without the leading '@'"),
        fault(
            "hashtags: [nimbus]",
            "hashtags: ['#nimbus']",
            "7:18: error: brands[0].match.hashtags[0]: hashtag '#nimbus' is not as it must be: letters, digits and '_', without the '#'"),
        fault(
            "cashtags: [NMB]",
            "cashtags: [$NMB]",
            "8:18: error: brands[0].match.cashtags[0]: cashtag '$NMB' is not as it must be: letters, digits, '.', '_' and '-', a letter first, without the '$'"),
        fault(
            CONSOLE_RULE,
            "duty-lead",
            "12:9: error: brands[0].page[0]: expected a mapping but found the text 'duty-lead'"),
        fault(
            CONSOLE_RULE,
            "{transport: console, from: warning}",
            "12:9: error: brands[0].page[0]: names 0 of target, person and rota; it must name one"),
        fault(
            CONSOLE_RULE,
            "{target: duty lead, transport: console, from: warning}",
            "12:18: error: brands[0].page[0].target: target 'duty lead' is not as it must be: letters, digits, '.', '_' and '-', a letter or digit first"),
        fault(
            CONSOLE_RULE,
            "{target: backup-team, transport: console, from: warning}",
            "13:18: error: brands[0].page[1].target: responder 'backup-team' is there twice, first in line 12"),
        fault(
            CONSOLE_RULE,
            "{target: duty-lead, transport: consle, from: warning}",
            "12:40: error: brands[0].page[0].transport: unknown word 'consle', expected one of console, webhook, pagerduty, alertmanager, goalert, slack, opsgenie, email; did you mean 'console'?"),
        fault(
            CONSOLE_RULE,
            "{target: duty-lead, transport: console, from: Warning}",
            "12:55: error: brands[0].page[0].from: unknown word 'Warning', expected one of notice, warning, critical; did you mean 'warning'?"),
        fault(
            CONSOLE_RULE,
            "{target: duty-lead, transport: console}",
            "12:9: error: brands[0].page[0].from: is missing"),
        fault(
            CONSOLE_RULE,
            "{target: duty-lead, transport: console, from: warning, url: 'http://a.example/'}",
            "12:69: error: brands[0].page[0].url: console has no url"),
        fault(
            CONSOLE_RULE,
            "{target: duty-lead, transport: email, from: warning, url: 'mailto:a@b.test?bcc=c@d.test'}",
            "12:67: error: brands[0].page[0].url: not a mailbox like mailto:ana@example.com: 'mailto:a@b.test?bcc=c@d.test'"),
        fault(
            CONSOLE_RULE,
            "{target: duty-lead, transport: email, from: warning}",
            "12:9: error: brands[0].page[0].url: is missing"),
        fault(WEBHOOK_URL, "", "13:9: error: brands[0].page[1].url: is missing"),
        fault(
            WEBHOOK_URL,
            "url: 'a.example/pages', ",
            "13:56: error: brands[0].page[1].url: not an http or https address: 'a.example/pages'"),
        fault(
            WEBHOOK_URL,
            "url: 'ftp://a.example', ",
            "13:56: error: brands[0].page[1].url: not an http or https address: 'ftp://a.example'"),
        fault(
            REDIRECT,
            "{queue: nimbus-care, to: nimbus-care, from: warning}",
            "15:34: error: brands[0].redirect[0].to: queue 'nimbus-care' is redirected to itself"),
        fault(
            "to: all-hands",
            "to: nimbus-care",
            "16:36: error: brands[0].redirect[1].to: runs in a circle: nimbus-care -> nimbus-backup -> nimbus-care"),
        fault(
            "queue: nimbus-backup",
            "queue: nimbus-care",
            "16:17: error: brands[0].redirect[1].queue: redirected queue 'nimbus-care' is there twice, first in line 15"),
        fault(
            REDIRECT,
            "{queue: nimbus-care, from: warning}",
            "15:9: error: brands[0].redirect[0].to: is missing"),
        fault(
            "score: 12.5", "score: -3", "17:23: error: brands[0].critical.score: is negative: -3"),
        fault(
            "score: 12.5",
            "score: high",
            "17:23: error: brands[0].critical.score: expected a decimal number but found the text 'high'"),
        fault(
            "score: 12.5",
            "score: '12'",
            "17:23: error: brands[0].critical.score: expected a decimal number but found the text '12'"),
        fault(
            "score: 12.5",
            "score: .inf",
            "17:23: error: brands[0].critical.score: expected a decimal number but found the number '.inf'"),
        fault(
            "score: 12.5",
            "score: 2000000",
            "17:23: error: brands[0].critical.score: is more than 1000000: 2000000"),
        fault(
            "reach: 2_000_000",
            "reach: 010",
            "17:36: error: brands[0].critical.reach: expected a decimal number but found the number '010'"),
        fault(
            "reach: 2_000_000",
            "reach: 10:30",
            "17:36: error: brands[0].critical.reach: expected a decimal number but found the number '10:30'"),
        fault(
            "reach: 2_000_000",
            "reach: 0.5",
            "17:36: error: brands[0].critical.reach: is not a whole number of people: 0.5"),
        fault(
            "reach: 2_000_000",
            "reach: -1",
            "17:36: error: brands[0].critical.reach: is negative: -1"),
        fault(
            "critical: {score: 12.5, reach: 2_000_000}",
            "critical:",
            "17:14: error: brands[0].critical: expected a mapping but found nothing"),
        fault(
            "standDown: 90s",
            "standDown: 90",
            "18:16: error: brands[0].standDown: expected a duration but found the number '90'; it needs a unit, as in 30s, 10m, 2h or 1d"),
        fault(
            "standDown: 90s",
            "standDown: 10 min",
            "18:16: error: brands[0].standDown: not a duration like 30s, 10m, 2h or 1d: '10 min'"),
        fault(
            "standDown: 90s",
            "standDown: 0s",
            "18:16: error: brands[0].standDown: must be from 1s to 7d: '0s'"),
        fault(
            "standDown: 90s",
            "standDown: 8d",
            "18:16: error: brands[0].standDown: must be from 1s to 7d: '8d'"));
  }

  static Stream<Arguments> warnings() {
    return Stream.of(
        fault(
            "phrases: [orchard bank]",
            "phrases: [ob]",
            "23:23: warning: brands[1].match.phrases[0]: phrase 'ob' is so short that it matches much else"),
        fault(
            "phrases: [orchard bank]",
            "phrases: [Nimbus]",
            "23:23: warning: brands[1].match.phrases[0]: phrase 'Nimbus' also matches brand 'nimbus' (line 9)"),
        fault(
            "hashtags: [nimbus]",
            "hashtags: [nimbus, NIMBUS]",
            "7:26: warning: brands[0].match.hashtags[1]: hashtag 'NIMBUS' is listed twice, first in line 7"),
        fault(
            "exclusions: [\"nimbus cloud\"]",
            "exclusions: [raincloud]",
            "10:20: warning: brands[0].match.exclusions[0]: exclusion 'raincloud' holds no phrase of the brand, so it voids nothing"),
        fault(
            "http://127.0.0.1:8099/pages",
            "http://me:pw@a.example/x",
            "13:56: warning: brands[0].page[1].url: looks as if it held a secret, which everyone who reads the plan can see: 'http://***@a.example/x'"),
        fault(
            "http://127.0.0.1:8099/pages",
            "https://a.example/x?id=7&access_token=s3cret",
            "13:56: warning: brands[0].page[1].url: looks as if it held a secret, which everyone who reads the plan can see: 'https://a.example/x?id=***&access_token=***'"),
        fault(
            "    page:\n      - {target: press-desk, transport: console, from: critical}\n",
            "    page: []\n",
            "24:11: warning: brands[1].page: is empty: a crisis of this brand pages nobody"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("errors")
  void tellsTheErrorAndItsPlace(String place, String instead, String problem) {
    PlanReading reading = CrisisPlanParser.read(ExamplePlan.with(place, instead), "p");

    assertThat(reading.lines()).containsExactly("p:" + problem);
    assertThat(reading.plan()).isNull();
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("warnings")
  void warnsAndReadsThePlan(String place, String instead, String problem) {
    PlanReading reading = CrisisPlanParser.read(ExamplePlan.with(place, instead), "p");

    assertThat(reading.lines()).containsExactly("p:" + problem);
    assertThat(reading.plan()).isNotNull();
  }

  @Test
  void tellsAllFaultsAtOnceInTheFilesOrder() {
    PlanReading reading =
        CrisisPlanParser.read(
            """
            brand: []
            brands:
              - brand: A
                match: {}
                page:
                  - {target: x, transport: webhook, from: warn}
                redirect: none
                critical: {score: -1, reach: many}
                standDown: soon
              - just text
            """,
            "p");

    assertThat(reading.lines())
        .containsExactly(
            "p:1:1: error: brand: unknown key 'brand'; did you mean 'brands'?",
            "p:3:12: error: brands[0].brand: brand 'A' is not as it must be: lower-case letters,"
                + " digits and '-', a letter or digit first",
            "p:4:12: error: brands[0].match: matches nothing: name a handle, hashtag, cashtag or"
                + " phrase",
            "p:6:9: error: brands[0].page[0].url: is missing",
            "p:6:47: error: brands[0].page[0].from: unknown word 'warn', expected one of notice,"
                + " warning, critical",
            "p:7:15: error: brands[0].redirect: expected a list but found the text 'none'",
            "p:8:23: error: brands[0].critical.score: is negative: -1",
            "p:8:34: error: brands[0].critical.reach: expected a decimal number but found the text"
                + " 'many'",
            "p:9:16: error: brands[0].standDown: not a duration like 30s, 10m, 2h or 1d: 'soon'",
            "p:10:5: error: brands[1]: expected a mapping but found the text 'just text'");
    assertThat(reading.count(ProblemSeverity.ERROR)).isEqualTo(10);
    assertThat(reading.count(ProblemSeverity.WARNING)).isZero();
  }

  @Test
  void findsALongCircle() {
    String yaml =
        """
        brands:
          - brand: x
            match: {hashtags: [x]}
            page: [{target: duty-lead, transport: console, from: warning}]
            redirect:
              - {queue: a, to: b, from: warning}
              - {queue: b, to: c, from: warning}
              - {queue: d, to: a, from: warning}
              - {queue: c, to: d, from: warning}
        """;

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .containsExactly(
            "p:8:24: error: brands[0].redirect[2].to: runs in a circle: a -> b -> c -> d -> a");
  }

  @Test
  void findsACircleBehindAQueueThatIsNotInIt() {
    String yaml =
        """
        brands:
          - brand: x
            match: {hashtags: [x]}
            page: [{target: duty-lead, transport: console, from: warning}]
            redirect:
              - {queue: a, to: b, from: warning}
              - {queue: c, to: b, from: warning}
              - {queue: b, to: c, from: warning}
        """;

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .containsExactly("p:7:24: error: brands[0].redirect[1].to: runs in a circle: b -> c -> b");
  }

  @Test
  void twoBrandsMayRedirectAgainstEachOther() {
    String yaml =
        """
        brands:
          - brand: a
            match: {hashtags: [a]}
            page: []
            redirect: [{queue: a, to: b, from: warning}]
          - brand: b
            match: {hashtags: [b]}
            page: []
            redirect: [{queue: b, to: a, from: warning}]
        """;

    assertThat(CrisisPlanParser.read(yaml, "p").plan()).isNotNull();
  }

  @Test
  void keepsTheSecretOfABrokenAddressToItself() {
    String yaml =
        ExamplePlan.with(
            "http://127.0.0.1:8099/pages", "http://me:s3c ret@a.example/?token=s3cret");

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .singleElement()
        .asString()
        .contains("not an address")
        .doesNotContain("s3c");
  }

  private static Arguments fault(String place, String instead, String problem) {
    return arguments(place, instead, problem);
  }
}
