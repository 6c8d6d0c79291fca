package io.tocsin.deploy.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.jobs.topology.OperatorId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the cluster every few seconds how many records left the source. */
final class JobProgress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobProgress.class);
  private static final long EVERY_SECONDS = 2;

  /** What the only subtask of the source has sent on; blanks in a name become underscores. */
  private static final String RECORDS =
      "0.Source__" + OperatorId.MENTIONS_SOURCE.title().replace(' ', '_') + ".numRecordsOut";

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final URI job;
  private final LongConsumer listener;
  private long told;

  private JobProgress(URI cluster, JobID job, LongConsumer listener) {
    this.job = cluster.resolve("/jobs/" + job);
    this.listener = listener;
  }

  static JobProgress watch(URI cluster, JobID job, LongConsumer listener) {
    JobProgress progress = new JobProgress(cluster, job, listener);
    var unused =
        progress.timer.scheduleWithFixedDelay(
            progress::tell, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    return progress;
  }

  private void tell() {
    try {
      String vertex = ask("").path("vertices").path(0).path("id").asText();
      long read =
          ask("/vertices/" + vertex + "/metrics?get=" + RECORDS).path(0).path("value").asLong();
      if (read > told) {
        told = read;
        listener.accept(read);
      }
    } catch (IOException e) {
      LOG.debug("no progress to tell", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    HttpRequest question = HttpRequest.newBuilder(URI.create(job + path)).build();
    return mapper.readTree(client.send(question, BodyHandlers.ofByteArray()).body());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
