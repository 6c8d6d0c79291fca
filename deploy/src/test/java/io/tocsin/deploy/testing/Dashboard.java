package io.tocsin.deploy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard of Grafana, as it is shipped.
 *
 * @param name of its file
 */
public record Dashboard(String name, JsonNode json) {
  /** Where the dashboards lie. */
  public static final Path FOLDER = Path.of("..", "grafana", "dashboards");

  private static final String ENDING = ".json";

  /**
   * One query of a panel or of an annotation.
   *
   * @param place for messages
   * @param instant whether it asks for now, not for a range of time
   */
  public record Query(String place, String expression, boolean instant) {}

  /** All that are shipped. */
  public static List<Dashboard> all() throws IOException {
    List<Dashboard> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).sorted().toList()) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        all.add(new Dashboard(name, new ObjectMapper().readTree(file.toFile())));
      }
    }
    return all;
  }

  /** Its panels but headings. */
  public List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    json.get("panels").forEach(panels::add);
    panels.removeIf(panel -> panel.get("type").asText().equals("row"));
    return panels;
  }

  /** For messages. */
  public String place(JsonNode panel) {
    return name + ", " + panel.get("title").asText();
  }

  /** What a panel asks, as Grafana sends it with everything chosen. */
  public List<Query> queries(JsonNode panel) {
    List<Query> queries = new ArrayList<>();
    for (JsonNode target : panel.path("targets")) {
      String place = place(panel) + ", " + target.get("refId").asText();
      queries.add(query(place, target.get("expr"), target.path("instant").asBoolean()));
    }
    return queries;
  }

  /** What its annotations ask of Prometheus. */
  public List<Query> annotationQueries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode annotation : json.at("/annotations/list")) {
      if (annotation.has("expr")) {
        String place = name + ", annotation " + annotation.get("name").asText();
        queries.add(query(place, annotation.get("expr"), false));
      }
    }
    return queries;
  }

  private Query query(String place, JsonNode expression, boolean instant) {
    String asked = expression.asText();
    for (JsonNode variable : json.at("/templating/list")) {
      asked = asked.replace("$" + variable.get("name").asText(), ".*");
    }
    asked = asked.replace("$__rate_interval", "1m").replace("$__interval", "1m");
    return new Query(place, asked.replace("$__range", "10m"), instant);
  }
}
