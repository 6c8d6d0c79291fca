package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.incident.Severity;
import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareAccount;
import io.tocsin.response.CareQueue;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Department;
import io.tocsin.response.Guidelines;
import io.tocsin.response.PageAddress;
import io.tocsin.response.PagingRule;
import io.tocsin.response.PlanStep;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Transport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Departments, accounts, queues, pools, and what people know. */
class CarePlanTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
  private static final Department CARE = new Department("care", "Customer care");

  private static final String PLAN =
      """
      departments:
        - {department: care, name: Customer care}
      people:
        - {person: ana, transport: console, skills: [networks, billing], trained: 2026-02-01}
        - person: ben
          contacts: [{transport: webhook, url: "http://127.0.0.1:8099/pages"}, {transport: console}]
          department: care
          skills: [networks]
      brands:
        - brand: acme
          match: {hashtags: [acme]}
          page: [{person: ana, from: warning}, {person: ben, from: critical}]
          accounts: [{account: acmecares, channel: x, department: care}]
          queues:
            - {queue: care, capacity: 40, skills: [networks], department: care, backups: [few, many]}
            - {queue: press}
          pools:
            - {pool: few, people: [ana, ben], capacity: 6}
            - {pool: many, heads: 30, capacity: 90, skills: [networks], department: care}
          redirect:
            - {queue: care, from: warning, clear: 0.5, hold: 10m}
            - {queue: press, to: many, from: critical}
          notify: [{person: ben, from: notice}]
          pausePublishing: [{target: media, transport: console, from: critical}]
          guidelines: {do: [Say that we know], dont: [Guess], links: ["https://intranet.example/crisis"]}
      """;

  @Test
  void readsWhoAnswers() {
    PlanReading reading = CrisisPlanParser.check(PLAN, "p", TODAY);

    assertThat(reading.lines()).isEmpty();
    BrandPlan brand = brand(reading);
    assertThat(brand.care())
        .isEqualTo(
            new BrandCare(
                List.of(new CareAccount("acmecares", "x", CARE)),
                List.of(
                    new CareQueue("care", 40L, List.of("networks"), CARE, List.of("few", "many")),
                    new CareQueue("press", null, List.of(), null, List.of())),
                List.of(
                    new BackupPool("few", 6, 2, List.of("ana", "ben"), List.of("networks"), null),
                    new BackupPool("many", 90, 30, List.of(), List.of("networks"), CARE)),
                new Guidelines(
                    List.of("Say that we know"),
                    List.of("Guess"),
                    List.of("https://intranet.example/crisis"))));
    assertThat(brand.redirects())
        .containsExactly(
            new QueueRedirect("care", List.of("few", "many"), Severity.WARNING, 0.5, 600_000),
            new QueueRedirect("press", "many", Severity.CRITICAL));
  }

  @Test
  void readsWhoIsToldAndTheContactPointsOfAPersonInTheirOrder() {
    assertThat(brand(CrisisPlanParser.read(PLAN, "p")).paging())
        .extracting(PagingRule::step, rule -> rule.responder().name(), PagingRule::from)
        .contains(
            tuple(PlanStep.NOTIFY, "ben", Severity.NOTICE),
            tuple(PlanStep.PAUSE_PUBLISHING, "media", Severity.CRITICAL));
    var contact = brand(CrisisPlanParser.read(PLAN, "p")).paging().get(1).responder();

    assertThat(contact).isInstanceOf(Contact.class);
    assertThat(((Contact) contact).target().addresses())
        .extracting(PageAddress::transport)
        .containsExactly(Transport.WEBHOOK, Transport.CONSOLE);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    String yaml =
        """
        departments:
          - {department: care}
          - {department: care}
        people:
          - {person: ana, transport: console, contacts: [{transport: console}], trained: May}
          - {person: ben, contacts: [], department: car}
        brands:
          - brand: acme
            match: {hashtags: [acme]}
            page: [{person: ana, from: warning}, {person: ben, from: warning}]
            accounts: [{account: a, channel: x}, {account: a, channel: x}, {account: "@a", channel: X}]
            queues:
              - {queue: care, capacity: -1, backups: [care, few, few, fwe]}
              - {queue: few}
            pools:
              - {pool: few, people: [ana, ana], heads: 2, capacity: 6}
              - {pool: none, capacity: 1}
              - {pool: full, heads: 0}
            redirect:
              - {queue: care, to: few, from: warning, clear: 1, hold: 0s}
              - {queue: few, from: warning}
            guidelines: {do: [""], links: ["ftp://x"]}
        """;

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .containsExactly(
            "p:3:18: error: departments[1].department: department 'care' is there twice, first in line 2",
            "p:5:30: error: people[0].transport: stands beside contacts; write it there",
            "p:5:82: error: people[0].trained: no date like 2026-12-25: 'May'",
            "p:6:29: error: people[1].contacts: has no contact point",
            "p:6:45: error: people[1].department: unknown department 'car'; did you mean 'care'?",
            "p:11:52: error: brands[0].accounts[1].account: account 'a on x' is there twice, first in line 11",
            "p:11:78: error: brands[0].accounts[2].account: handle '@a' is not as it must be: letters,"
                + " digits, '_', '.' and '-', without the leading '@'",
            "p:11:93: error: brands[0].accounts[2].channel: channel 'X' is not as it must be: lower-case"
                + " letters, digits and '-', a letter or digit first",
            "p:13:33: error: brands[0].queues[0].capacity: must be a whole number from 0 to 1000000: -1",
            "p:13:47: error: brands[0].queues[0].backups[0]: queue 'care' is its own backup",
            "p:13:58: error: brands[0].queues[0].backups[2]: backup 'few' is there twice, first in line 13",
            "p:13:63: error: brands[0].queues[0].backups[3]: unknown queue or pool 'fwe'; did you mean 'few'?",
            "p:14:17: error: brands[0].queues[1].queue: queue or pool 'few' is there twice, first in line 16",
            "p:16:9: error: brands[0].pools[0]: names 2 of people and heads; it must name one",
            "p:16:35: error: brands[0].pools[0].people[1]: person 'ana' is there twice, first in line 16",
            "p:17:9: error: brands[0].pools[1]: names 0 of people and heads; it must name one",
            "p:18:9: error: brands[0].pools[2].capacity: is missing",
            "p:18:29: error: brands[0].pools[2].heads: must be a whole number from 1 to 100000: 0",
            "p:20:27: error: brands[0].redirect[0].to: queue 'care' names its backups in queues; leave this out",
            "p:20:54: error: brands[0].redirect[0].clear: must be above 0 and below 1 of the capacity: 1",
            "p:20:63: error: brands[0].redirect[0].hold: must be from 1s to 7d: '0s'",
            "p:21:9: error: brands[0].redirect[1].to: is missing",
            "p:22:23: error: brands[0].guidelines.do[0]: is empty",
            "p:22:36: error: brands[0].guidelines.links[0]: not an http or https address: 'ftp://x'");
  }

  @Test
  void warnsOfWhatCannotHelp() {
    String yaml =
        """
        people:
          - {person: ana, transport: console, skills: [networks], trained: 2025-11-29}
          - {person: ben, transport: slack, secret: hook, skills: [billing]}
        brands:
          - brand: acme
            match: {hashtags: [acme]}
            page: [{target: t, transport: webhook, url: "https://hooks.example/services/T00000000AbCdEf1234567", from: warning}]
            queues:
              - {queue: care, capacity: 0, skills: [networks], backups: [few, second]}
              - {queue: second, skills: [networks, french], backups: [few, third]}
              - {queue: third, skills: [networks, french], backups: [second]}
            pools:
              - {pool: few, people: [ana, ben], capacity: 0, skills: [networks]}
              - {pool: more, people: [ana], capacity: 3}
            redirect:
              - {queue: second, from: warning}
        """;

    assertThat(CrisisPlanParser.check(yaml, "p", TODAY).lines())
        .containsExactly(
            "p:7:49: warning: brands[0].page[0].url: looks as if it held a secret, which everyone who"
                + " reads the plan can see: 'https://hooks.example/services/***'",
            "p:9:33: warning: brands[0].queues[0].capacity: can take nothing",
            "p:10:63: warning: brands[0].queues[1].backups[0]: 'few' lacks french, which queue 'second'"
                + " asks for: nothing is moved there",
            "p:11:62: warning: brands[0].queues[2].backups[0]: runs in a circle: second -> third -> second",
            "p:13:16: warning: brands[0].pools[0].pool: nobody in pool 'few' was trained since 2025-11-30",
            "p:13:51: warning: brands[0].pools[0].capacity: can take nothing",
            "p:13:63: warning: brands[0].pools[0].skills[0]: 'ben' does not know networks",
            "p:14:16: warning: brands[0].pools[1].pool: nobody in pool 'more' was trained since 2025-11-30",
            "p:14:31: warning: brands[0].pools[1].people[0]: 'ana' stands in pool 'few' too (line 13),"
                + " and can help in one of them at a time");
  }

  @Test
  void saysNothingOfTrainingWhereTheDayIsNotTold() {
    String yaml = PLAN.replace(", trained: 2026-02-01", "");

    assertThat(CrisisPlanParser.read(yaml, "p").lines()).isEmpty();
    assertThat(CrisisPlanParser.check(yaml, "p", TODAY).lines())
        .containsExactly(
            "p:18:16: warning: brands[0].pools[0].pool: nobody in pool 'few' was trained since 2025-11-30");
  }

  private static BrandPlan brand(PlanReading reading) {
    CrisisPlan plan = reading.plan();
    assertThat(plan).isNotNull();
    return plan.brands().get(0);
  }
}
