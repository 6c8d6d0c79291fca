package io.tocsin.deploy.desk;

import io.tocsin.incident.Ack;

/** The broker did not take an acknowledgement. */
final class AckNotWrittenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AckNotWrittenException(Ack ack, Throwable cause) {
    super("the acknowledgement of " + ack.incidentId() + " was not written", cause);
  }
}
