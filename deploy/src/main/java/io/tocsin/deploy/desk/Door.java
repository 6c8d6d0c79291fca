package io.tocsin.deploy.desk;

import java.util.Set;

/** What a request needs. What is not named here is closed. */
enum Door {
  /**
   * Files of the page, which hold no data; health, for those who watch over processes; and what
   * shows its right by itself: links of pages and receivers' hooks are signed.
   */
  OPEN,
  /** Whoever may read. */
  READ,
  /** Whoever may act. */
  WRITE;

  private static final Set<String> OPEN_PATHS = Set.of("/", "/healthz", "/api/session");
  private static final Set<String> OPEN_FOLDERS =
      Set.of("/assets/", "/brands/", "/ack/", "/hooks/");

  /** What this request needs. */
  static Door of(String method, String path) {
    if (OPEN_PATHS.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith)) {
      return OPEN;
    }
    return method.equals("GET") || method.equals("HEAD") ? READ : WRITE;
  }
}
