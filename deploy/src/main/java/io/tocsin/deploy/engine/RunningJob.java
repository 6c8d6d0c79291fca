package io.tocsin.deploy.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** A job that was handed to an embedded cluster. */
public final class RunningJob {
  private final MiniCluster cluster;
  private final JobID id;
  private final String name;
  private final CompletableFuture<JobStatus> ended;

  RunningJob(MiniCluster cluster, JobID id, String name) {
    this.cluster = cluster;
    this.id = id;
    this.name = name;
    this.ended = cluster.requestJobResult(id).thenCompose(this::endOf);
  }

  /** Flink's id of this run. */
  public JobID id() {
    return id;
  }

  /** The name it was submitted under. */
  public String name() {
    return name;
  }

  /**
   * Completes with FINISHED or CANCELED when the job has ended, and fails with {@link
   * JobFailedException} when it has failed for good.
   */
  public CompletableFuture<JobStatus> ended() {
    return ended.copy();
  }

  /**
   * What the job's tasks have added up under this name.
   *
   * @param type what the accumulator gives
   * @throws java.util.concurrent.CompletionException inside the future, if the job has failed or
   *     has no such accumulator
   */
  public <T> CompletableFuture<T> accumulated(String accumulator, Class<T> type) {
    return ended()
        .thenCompose(status -> cluster.requestJobResult(id))
        .thenApply(result -> type.cast(accumulatedIn(result, accumulator)));
  }

  /** How the job is now. */
  public CompletableFuture<JobStatus> status() {
    return cluster.getJobStatus(id);
  }

  /**
   * Cancels the job, unless it has ended, and waits until it is gone. Its newest checkpoint stays.
   *
   * @param patience how long to wait at most; after that the job is left to itself
   */
  public void cancel(Duration patience) {
    if (ended.isDone()) {
      return;
    }
    cluster
        .cancelJob(id)
        .thenCompose(acknowledged -> ended)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failed -> JobStatus.FAILED)
        .join();
  }

  private CompletableFuture<JobStatus> endOf(JobResult result) {
    return result
        .getSerializedThrowable()
        .filter(failure -> result.getJobStatus().orElse(null) != JobStatus.CANCELED)
        .map(
            failure ->
                CompletableFuture.<JobStatus>failedFuture(new JobFailedException(name, failure)))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    result.getJobStatus().orElse(JobStatus.FINISHED)));
  }

  private Object accumulatedIn(JobResult result, String accumulator) {
    try {
      Object value =
          result
              .toJobExecutionResult(getClass().getClassLoader())
              .getAccumulatorResult(accumulator);
      return Objects.requireNonNull(value, () -> name + " has no accumulator " + accumulator);
    } catch (JobExecutionException | IOException | ClassNotFoundException e) {
      throw new CompletionException(e);
    }
  }
}
