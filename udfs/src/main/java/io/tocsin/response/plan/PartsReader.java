package io.tocsin.response.plan;

import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.PartTerms;
import io.tocsin.window.BrandTopic;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Location;
import io.tocsin.window.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The regions, locations and topics of one brand. */
final class PartsReader {
  private final RegionsReader regionsReader = new RegionsReader();
  private final Once locationKeys = new Once("location");
  private final Once topicKeys = new Once("topic");
  private final PartTermsReader termsReader;
  private final List<PartTerms> terms = new ArrayList<>();

  private PartsReader(BrandTerms brand, SharedTerms shared) {
    termsReader = new PartTermsReader(brand, shared);
  }

  static BrandParts read(YamlFields fields, BrandTerms brand, SharedTerms shared) {
    PartsReader reader = new PartsReader(brand, shared);
    List<Region> regions = reader.regionsReader.read(fields.optional("regions"));
    List<Location> locations = reader.locations(fields.optional("locations"));
    List<BrandTopic> topics = reader.topics(fields.optional("topics"));
    reader.regionsReader.warnOfUnused();
    return new BrandParts(new BrandTree(regions, locations, topics), List.copyOf(reader.terms));
  }

  private List<Location> locations(@Nullable YamlValue list) {
    List<Location> locations = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      YamlFields fields = item.fields("location", "name", "in", "handles", "hashtags", "phrases");
      String key = locationKeys.key(fields, TextForm.LOCATION_KEY);
      String name = fields.text("name", TextForm.DISPLAY_NAME, key);
      locations.add(new Location(key, name, regionsReader.regionOf(fields)));
      terms.add(termsReader.read(PartKind.LOCATION, key, fields));
    }
    return List.copyOf(locations);
  }

  private List<BrandTopic> topics(@Nullable YamlValue list) {
    List<BrandTopic> topics = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      YamlFields fields = item.fields("topic", "name", "hashtags", "phrases");
      String key = topicKeys.key(fields, TextForm.TOPIC_KEY);
      topics.add(new BrandTopic(key, fields.text("name", TextForm.DISPLAY_NAME, key)));
      terms.add(termsReader.read(PartKind.TOPIC, key, fields));
    }
    return List.copyOf(topics);
  }
}
