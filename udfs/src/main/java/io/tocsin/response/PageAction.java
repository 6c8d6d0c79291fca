package io.tocsin.response;

/** What a page asks of its receiver. */
public enum PageAction {
  TRIGGER,
  /** To know of it, no more: nobody waits for an acknowledgement. */
  INFORM,
  RESOLVE
}
