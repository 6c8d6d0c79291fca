package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MissingFieldTest {
  private static <T> T read(T whole, String field, String replacement, Class<T> type)
      throws IOException {
    String json = new String(WireJson.toBytes(whole), StandardCharsets.UTF_8);
    assertThat(json).contains(field);
    return WireJson.fromBytes(
        json.replace(field, replacement).getBytes(StandardCharsets.UTF_8), type);
  }

  @Test
  void missesNothingInAWholeRecord() {
    Incident incident =
        Samples.incident(
            "a",
            io.tocsin.incident.Severity.WARNING,
            io.tocsin.incident.IncidentState.OPEN,
            Samples.NOON);
    assertThat(incident.acknowledgedBy()).isNull();
    assertThat(MissingField.in(incident)).isNull();
  }

  @Test
  void namesWhatIsMissing() throws Exception {
    Page page = Samples.page("p", Samples.NOON);
    assertThat(MissingField.in(read(page, "\"brand\"", "\"unknown\"", Page.class)))
        .isEqualTo("brand");
  }

  @Test
  void looksInsideNestedRecordsAndLists() throws Exception {
    Page page = Samples.page("p", Samples.NOON);
    assertThat(MissingField.in(read(page, "\"name\"", "\"unknown\"", Page.class)))
        .isEqualTo("target.name");
    assertThat(MissingField.in(read(page, "\"examples\":[]", "\"examples\":[{}]", Page.class)))
        .isEqualTo("examples.id");
  }
}
