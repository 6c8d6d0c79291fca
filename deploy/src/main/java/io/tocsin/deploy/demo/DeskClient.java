package io.tocsin.deploy.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acknowledges at the desk, as a person's browser does. */
final class DeskClient {
  private static final Logger LOG = LoggerFactory.getLogger(DeskClient.class);

  private DeskClient() {}

  static void acknowledge(String deskUrl, String incident, String by) {
    URI address =
        URI.create(
            deskUrl
                + "api/incidents/"
                + URLEncoder.encode(incident, StandardCharsets.UTF_8)
                + "/ack");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"by\":\"" + by + "\"}"))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      LOG.info("acknowledged {}: {}", incident, answer.statusCode());
    } catch (IOException e) {
      LOG.warn("cannot acknowledge {}", incident, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
