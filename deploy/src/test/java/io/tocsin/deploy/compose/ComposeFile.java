package io.tocsin.deploy.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/compose.yaml} as Compose sees it where no variable is set. */
final class ComposeFile {
  static final String SECRETS = "./secrets/";

  private static final Path FILE = Path.of("compose.yaml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");
  private static final String JOBS = "io.tocsin.jobs.";

  private final JsonNode document;

  private ComposeFile(JsonNode document) {
    this.document = document;
  }

  static ComposeFile read() throws IOException {
    String text = VARIABLE.matcher(Files.readString(FILE)).replaceAll(ComposeFile::valueWhereUnset);
    return new ComposeFile(yaml(text));
  }

  private static String valueWhereUnset(MatchResult variable) {
    return Matcher.quoteReplacement(variable.group(1));
  }

  /** Any YAML as a tree, anchors and merges resolved. */
  static JsonNode yaml(String text) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return new ObjectMapper().valueToTree(loaded);
  }

  JsonNode document() {
    return document;
  }

  Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new TreeMap<>();
    document.get("services").properties().forEach(e -> services.put(e.getKey(), e.getValue()));
    return services;
  }

  JsonNode service(String name) {
    return document.get("services").path(name);
  }

  /** What stands on the host behind a mount, relative to {@code deploy}: no named volumes. */
  List<String> mounts() {
    return services().values().stream()
        .flatMap(service -> words(service, "volumes").stream())
        .map(mount -> mount.substring(0, mount.indexOf(':')))
        .filter(source -> source.startsWith("."))
        .distinct()
        .toList();
  }

  List<String> volumesInUse() {
    return services().values().stream()
        .flatMap(service -> words(service, "volumes").stream())
        .map(mount -> mount.substring(0, mount.indexOf(':')))
        .filter(source -> !source.startsWith("."))
        .distinct()
        .toList();
  }

  /** The class of the job that a service starts; empty where it starts none. */
  static String jobClass(JsonNode service) {
    return words(service, "command").stream()
        .filter(word -> word.startsWith(JOBS))
        .findFirst()
        .orElse("");
  }

  /** What the job is told. */
  static List<String> jobArguments(JsonNode service) {
    List<String> command = words(service, "command");
    return command.subList(command.indexOf(jobClass(service)) + 1, command.size());
  }

  /** The value of a job's option. */
  static String jobOption(JsonNode service, String option) {
    List<String> arguments = jobArguments(service);
    return arguments.get(arguments.indexOf(option) + 1);
  }

  /** Services that start a job. */
  Stream<JsonNode> jobs() {
    return services().values().stream().filter(service -> !jobClass(service).isEmpty());
  }

  static List<String> words(JsonNode node, String field) {
    List<String> words = new ArrayList<>();
    node.path(field).forEach(word -> words.add(word.asText()));
    return words;
  }
}
