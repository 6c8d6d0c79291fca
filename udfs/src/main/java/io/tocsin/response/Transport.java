package io.tocsin.response;

/** How a page leaves. */
public enum Transport {
  /** A line on the worker's standard output. */
  CONSOLE,
  /** A JSON document, POSTed. */
  WEBHOOK
}
