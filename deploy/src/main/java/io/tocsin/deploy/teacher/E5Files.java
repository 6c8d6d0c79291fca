package io.tocsin.deploy.teacher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tocsin.scoring.ScorerUnavailableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** What the jar of e5-small-v2, quantised, holds: the network and the vocabulary. */
final class E5Files {
  private static final String NETWORK = "/e5-small-v2-q.onnx";
  private static final String TOKENIZER = "/e5-small-v2-q-tokenizer.json";

  private E5Files() {}

  /**
   * The network in ONNX, 34 MB.
   *
   * @throws ScorerUnavailableException if its jar is not there
   */
  static byte[] network() {
    try (InputStream in = open(NETWORK)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(NETWORK, e);
    }
  }

  /**
   * How it cuts words.
   *
   * @throws ScorerUnavailableException if its jar is not there
   */
  static WordPieces wordPieces() {
    try (InputStream in = open(TOKENIZER)) {
      JsonNode pieces = new JsonMapper().readTree(in).at("/model/vocab");
      Map<String, Integer> vocabulary = new HashMap<>();
      pieces
          .properties()
          .forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
      return new WordPieces(vocabulary);
    } catch (IOException e) {
      throw unreadable(TOKENIZER, e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = E5Files.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("it is not on the class path");
    }
    return in;
  }

  private static ScorerUnavailableException unreadable(String name, IOException cause) {
    return new ScorerUnavailableException(
        "e5 cannot be read: " + name + ": " + cause.getMessage(), cause);
  }
}
