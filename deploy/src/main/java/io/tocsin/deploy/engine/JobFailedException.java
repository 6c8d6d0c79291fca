package io.tocsin.deploy.engine;

/** A job has failed for good: Flink does not restart it. */
public final class JobFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param jobName the job
   * @param cause what Flink says why
   */
  public JobFailedException(String jobName, Throwable cause) {
    super(jobName + " failed for good: " + rootMessage(cause), cause);
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
