package io.tocsin.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans that come with Tocsin, and the schema against the parser. */
class PlanFilesTest {
  private static final Path EXAMPLE = Path.of("plans/example.yaml");
  private static final Path SCHEMA = Path.of("schemas/crisis-plan.schema.json");

  static List<Path> plans() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("plans"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyPlanIsFaultlessToTheParser(Path file) throws IOException {
    PlanReading reading = CrisisPlanParser.read(file);

    assertThat(reading.lines()).isEmpty();
    assertThat(reading.plan()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyPlanIsValidToTheSchema(Path file) throws IOException {
    assertThat(schemaErrors(Files.readString(file))).isEmpty();
  }

  @Test
  void theSchemaIsItselfASchema() throws IOException {
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    assertThat(metaSchema.validate(Files.readString(SCHEMA), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: example-1 | version: 1",
        "version: example-1 | owner: me",
        "version: example-1 | version: ''",
        "brand: orchard-bank | brand: Orchard",
        "brand: orchard-bank | name: Orchard",
        "name: Nimbus Mobile | name: [Nimbus]",
        "handles: [orchardbank], phrases: [\"orchard bank\"] | exclusions: [orchard]",
        "handles: [orchardbank], phrases: [\"orchard bank\"] | handles: []",
        "handles: [orchardbank] | handles: ['@orchardbank']",
        "hashtags: [nimbus, nimbusdown] | hashtags: ['#nimbus']",
        "cashtags: [NMBS] | cashtags: [$NMBS]",
        "phrases: [\"orchard bank\"] | phrases: ['!?']",
        "target: press-desk, | target: press desk,",
        "target: press-desk, | ''",
        "press-desk, transport: console | press-desk, transport: smoke",
        "url: \"http://127.0.0.1:8099/pages\", | ''",
        "http://127.0.0.1 | ftp://127.0.0.1",
        "transport: webhook | transport: console",
        "target: backup-team, transport: webhook | target: backup-team, transport: pigeon",
        "duty-lead, transport: console, from: warning | duty-lead, transport: console, from: panic",
        "department: shops, name: Shops | name: Shops",
        "trained: 2026-09-14 | trained: last year",
        "skills: [networks, billing] | skills: networks",
        "contacts: [{transport: webhook, url: \"http://127.0.0.1:8099/pages\"}, {transport: console}] | contacts: []",
        "account: nimbuscares, channel: x | account: '@nimbuscares', channel: x",
        "account: nimbuscares, channel: x | account: nimbuscares",
        "person: cem, from: warning | person: cem",
        "person: cem, from: warning | 'person: cem, from: warning, after: 5m'",
        "social-media, transport: console, from: critical | social-media, from: critical",
        "capacity: 40 | capacity: -1",
        "capacity: 40 | capacity: 0.5",
        "backups: [shop-people, nimbus-backup] | backups: [shop-people, shop-people]",
        "heads: 60, | ''",
        "heads: 60, | heads: 0,",
        "heads: 60, | 'heads: 60, people: [ben],'",
        "capacity: 12, | ''",
        "clear: 0.6 | clear: 1",
        "hold: 10m | hold: 10",
        "dont: | donut:",
        "links: [\"https://intranet | links: [\"file://intranet",
        "from: critical} | from: Critical}",
        "score: 30 | score: -1",
        "score: 30 | score: lots",
        "reach: 2000000 | reach: 0.5",
        "standDown: 10m | standDown: 10",
        "standDown: 10m | standDown: 10 minutes",
        "name: Super Bowl | owner: me",
        "until: 2026-03-05T18:00:00Z, | ''",
        "until: 2026-03-05T18:00:00Z | until: 2026-03-05",
        "expect: 20 | expect: 1",
        "expect: 20 | expect: 1001",
        "brands: [nimbus] | brands: []",
        "zone: America/New_York | zone: ''",
        "region: south, name: The South | region: South, name: The South",
        "region: south, name: The South | name: The South",
        "location: airport | location: air port",
        "phrases: [departures, \"gate 4\"] | phrases: []",
        "handles: [cornerpier] | handles: ['@cornerpier']",
        "topic: refunds, name: Refunds | topic: refunds, handles: [r]",
        "phrases: [refund, \"money back\"] | hashtags: []",
        "warning: {locations: 2} | warning: {locations: 0}",
        "warning: {locations: 2} | warning: {score: 2}",
        "critical: {locations: 4} | critical: {locations: 0.5}",
        "reopen: 15m | reopen: never",
        "acknowledgedFor: 2h | acknowledgedFor: 2",
        "criticalAfter: 3h | criticalAfter: [3h]",
        "until: 2026-04-12T04:00:00Z} | until: tomorrow}",
        "why: Network migration, | ''",
        "group: Northern Cables | group: ''",
        "# page: record-only | page: nobody",
      })
  void schemaAndParserRefuseTheSame(String place, String instead) throws IOException {
    String example = Files.readString(EXAMPLE);
    String changed = example.replace(place, instead);
    assertThat(changed).as("'%s' stands in the example", place).isNotEqualTo(example);

    assertThat(schemaErrors(changed)).isNotEmpty();
    assertThat(CrisisPlanParser.read(changed, "changed").plan()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: example-1 | ''",
        "name: Nimbus Mobile | ''",
        "standDown: 10m | standDown: 7d",
        "score: 30 | score: 2.5",
        "handles: [orchardbank] | handles: [orchard.bank.example]",
        "phrases: [\"orchard bank\"] | phrases: [Obstgärten, 果園]",
        "critical: {score: 30, reach: 2000000} | critical: {}",
        "http://127.0.0.1 | HTTPS://127.0.0.1",
        "queue: nimbus-care, from: warning | queue: nimbus-care, from: notice",
        "capacity: 40, | ''",
        "clear: 0.6, hold: 10m | hold: 7d",
        "skills: [networks, billing], trained: 2026-09-14 | 'skills: [networks]'",
        "heads: 60 | people: [cem]",
        "do: [\"Say that we know, and when we say more\"] | do: []",
        "expect: 20 | expect: 1.5",
        "brands: [nimbus] | brands: [orchard-bank, nimbus]",
        "until: 2026-03-05T18:00:00Z | until: '2026-03-05T18:00:00.5+00:00'",
        "region: south, name: The South | region: south",
        "location: airport, name: The Airport | location: airport",
        "critical: {locations: 4} | critical: {}",
        "warning: {locations: 2} | ''",
      })
  void schemaAndParserAcceptTheSame(String place, String instead) throws IOException {
    String example = Files.readString(EXAMPLE);
    String changed = example.replace(place, instead);
    assertThat(changed).as("'%s' stands in the example", place).isNotEqualTo(example);

    assertThat(schemaErrors(changed)).isEmpty();
    assertThat(CrisisPlanParser.read(changed, "changed").plan()).isNotNull();
  }

  private static List<Error> schemaErrors(String yaml) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
        .validate(yaml, InputFormat.YAML);
  }
}
