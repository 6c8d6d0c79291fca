package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KpiPageTest {
  @Test
  void whatIsDocumentedIsTheCatalogue() throws Exception {
    assertThat(Files.readString(Path.of("prometheus", "KPIS.md")))
        .as("written anew by: deploy/tocsin kpis > deploy/prometheus/KPIS.md")
        .isEqualTo(KpiPage.markdown());
  }

  @Test
  void theVerbPrintsThePage() {
    StringWriter printed = new StringWriter();
    int code = Tocsin.commandLine().setOut(new PrintWriter(printed)).execute("kpis");

    assertThat(code).isZero();
    assertThat(printed.toString()).isEqualTo(KpiPage.markdown());
  }

  /** As Prometheus' own advice has it: base units, and counters end in 'total'. */
  @Test
  void namesFollowPrometheusConventions() {
    assertThat(MetricFamily.all())
        .extracting(MetricFamily::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("tocsin_[a-z][a-z0-9_]*"));
    assertThat(MetricFamily.all())
        .allSatisfy(
            family ->
                assertThat(family.name().endsWith("_total"))
                    .as(family.name())
                    .isEqualTo(family.typeName().equals("counter")))
        .filteredOn(family -> family.unit().startsWith("seconds"))
        .allMatch(family -> family.name().contains("_seconds"));
  }
}
