package io.tocsin.response;

/** What a page asks of its receiver. */
public enum PageAction {
  TRIGGER,
  RESOLVE
}
