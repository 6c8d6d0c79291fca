package io.tocsin.deploy.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.deploy.firehose.traffic.Brand;
import io.tocsin.deploy.firehose.traffic.Brands;
import io.tocsin.mention.BrandTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DemoPlanTest {
  private static final Path PLAN = Path.of("plans", "demo.yaml");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void watchesEveryBrandOfTheWorldByTheWordsPeopleUse() throws IOException {
    Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(PLAN));
    JsonNode planned = MAPPER.valueToTree(yaml).path("brands");

    assertThat(planned).hasSameSizeAs(Brands.all());
    for (int i = 0; i < planned.size(); i++) {
      Brand brand = Brands.all().get(i);
      BrandTerms terms = brand.terms();
      assertThat(planned.get(i).path("brand").textValue()).isEqualTo(brand.key());
      assertThat(planned.get(i).path("name").textValue()).isEqualTo(brand.name());
      assertThat(words(planned.get(i), "handles")).isEqualTo(terms.handles());
      assertThat(words(planned.get(i), "hashtags")).isEqualTo(terms.hashtags());
      assertThat(words(planned.get(i), "phrases")).isEqualTo(terms.phrases());
    }
  }

  private static List<?> words(JsonNode brand, String field) {
    return MAPPER.convertValue(brand.path("match").path(field), List.class);
  }
}
