package io.tocsin.response;

/** Whether overflow runs to the backup queue. */
public enum ValveState {
  OPEN,
  CLOSED
}
