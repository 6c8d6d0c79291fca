package io.tocsin.deploy.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a record as a strict reader of the firehose's contract would. */
final class Contract {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Contract() {}

  /** What is wrong with the record; empty for a valid mention. */
  static List<String> problemsOf(byte[] value) {
    List<String> problems = new ArrayList<>();
    JsonNode json;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
      json = MAPPER.readTree(value);
    } catch (CharacterCodingException e) {
      return List.of("no UTF-8");
    } catch (IOException e) {
      return List.of("no JSON");
    }
    for (String field : List.of("id", "channel", "text", "kind", "visibility")) {
      require(
          json.path(field).isTextual() && !json.path(field).asText().isBlank(), field, problems);
    }
    require(json.path("createdAt").isIntegralNumber(), "createdAt", problems);
    require(
        Set.of("post", "reply", "repost", "quote").contains(json.path("kind").asText()),
        "kind",
        problems);
    require("public".equals(json.path("visibility").asText()), "visibility", problems);
    require(json.path("addressedTo").isArray(), "addressedTo", problems);
    require(json.path("author").path("id").isTextual(), "author.id", problems);
    requireCount(json.path("author").path("followers"), "author.followers", problems);
    for (String field : List.of("likes", "shares", "replies", "views")) {
      requireCount(json.path("engagement").path(field), "engagement." + field, problems);
    }
    return problems;
  }

  private static void requireCount(JsonNode count, String field, List<String> problems) {
    boolean absent = count.isMissingNode() || count.isNull();
    require(absent || (count.isIntegralNumber() && count.asLong() >= 0), field, problems);
  }

  private static void require(boolean holds, String field, List<String> problems) {
    if (!holds) {
      problems.add(field);
    }
  }
}
