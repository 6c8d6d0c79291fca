package io.tocsin.deploy.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A webhook whose first caller dies before it is answered: the answer waits until it is dead. */
final class DeadlyReceiver implements AutoCloseable {
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch dead = new CountDownLatch(1);
  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.routes.post("/pages", this::take);
              })
          .start("127.0.0.1", 0);

  String url() {
    return "http://127.0.0.1:" + server.port() + "/pages";
  }

  /** Action and dedup key of every call, in their order. */
  List<String> calls() {
    return calls;
  }

  /** The caller is dead; from now on everybody is answered. */
  void release() {
    dead.countDown();
  }

  private void take(Context context) throws IOException, InterruptedException {
    JsonNode page = mapper.readTree(context.bodyAsBytes());
    calls.add(page.path("action").asText() + " " + page.path("dedupKey").asText());
    dead.await();
    context.status(202);
  }

  @Override
  public void close() {
    release();
    server.stop();
  }
}
