package io.tocsin.deploy.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.response.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Annotations by Grafana's HTTP API.
 *
 * @see <a
 *     href="https://grafana.com/docs/grafana/v12.4/developer-resources/api-reference/http-api/annotations/">Annotations
 *     HTTP API</a>
 */
final class GrafanaApi {
  /** Name of the secret that is a service account's token. */
  static final String TOKEN = "grafana-token";

  /** Name of the secret that is the password of {@link #USER}, where there is no token. */
  static final String PASSWORD = "grafana-password";

  private static final String USER = "admin";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String ANNOTATIONS = "/api/annotations";

  /** It answered, and did not do what it was asked for. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private RefusedException(String message) {
      super(message);
    }
  }

  private final String root;
  private final Secrets secrets;
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Knows where to ask; asks nothing yet.
   *
   * @param address of Grafana as people reach it, with its path prefix if it has one
   */
  GrafanaApi(URI address, Secrets secrets) {
    this.root = address.toString().replaceFirst("/+$", "");
    this.secrets = secrets;
  }

  /** Why it could write nothing, for a message; null if there is a secret. */
  @Nullable String whyNoSecret() {
    return authorization() == null
        ? secrets.whyMissing(TOKEN) + ", and " + secrets.whyMissing(PASSWORD)
        : null;
  }

  /**
   * The id of the annotation that has this tag.
   *
   * @throws RefusedException if Grafana does not let us read
   * @throws IOException if it cannot be reached
   */
  OptionalLong find(String tag) throws IOException, InterruptedException {
    String asked = "?limit=1&tags=" + GrafanaNote.EVERY + "&tags=" + URLEncoder.encode(tag, UTF_8);
    JsonNode found = send("GET", ANNOTATIONS + asked, null);
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(id(found.get(0)));
  }

  /**
   * Writes one that is not there; its id.
   *
   * @throws RefusedException if Grafana does not take it
   * @throws IOException if it cannot be reached
   */
  long create(GrafanaNote note) throws IOException, InterruptedException {
    return id(send("POST", ANNOTATIONS, json(note)));
  }

  /**
   * Writes anew what changed.
   *
   * @throws RefusedException if Grafana does not take it
   * @throws IOException if it cannot be reached
   */
  void update(long id, GrafanaNote note) throws IOException, InterruptedException {
    send("PATCH", ANNOTATIONS + "/" + id, json(note));
  }

  private ObjectNode json(GrafanaNote note) {
    ObjectNode json = mapper.createObjectNode();
    json.put("time", note.from().toEpochMilli());
    if (note.until() != null) {
      json.put("timeEnd", note.until().toEpochMilli());
    }
    note.tags().forEach(json.putArray("tags")::add);
    return json.put("text", note.text());
  }

  private JsonNode send(String method, String path, @Nullable ObjectNode body)
      throws IOException, InterruptedException {
    String authorization = authorization();
    if (authorization == null) {
      throw new RefusedException(String.valueOf(whyNoSecret()));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new RefusedException(
          method + " " + ANNOTATIONS + " was answered " + answer.statusCode());
    }
    return mapper.readTree(answer.body());
  }

  private static long id(JsonNode annotation) throws RefusedException {
    JsonNode id = annotation.path("id");
    if (!id.isIntegralNumber()) {
      throw new RefusedException("an annotation without a number as its id: " + id);
    }
    return id.asLong();
  }

  private @Nullable String authorization() {
    String token = secrets.find(TOKEN);
    if (token != null) {
      return "Bearer " + token;
    }
    String password = secrets.find(PASSWORD);
    return password == null
        ? null
        : "Basic " + Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(UTF_8));
  }
}
