package io.tocsin.deploy.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acknowledges at the desk, as a person's browser does. */
final class DeskClient {
  private static final Logger LOG = LoggerFactory.getLogger(DeskClient.class);

  private DeskClient() {}

  /** Presses the button behind the link of a page. */
  static void acknowledge(String link) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(link)).POST(BodyPublishers.noBody()).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      LOG.info("acknowledged: {}", answer.statusCode());
    } catch (IOException e) {
      LOG.warn("cannot acknowledge", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
