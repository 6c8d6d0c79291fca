package io.tocsin.response.delivery;

/** What a receiver's answer means for a page. */
public enum DeliveryVerdict {
  OK("the receiver took it"),
  RETRY("the receiver may take it later"),
  /** This page is wrong for the receiver; another may be right. */
  DROP("the receiver will never take this page"),
  /** Every page would fare the same until a person corrects something. */
  FATAL("the receiver takes no page until its address or our access is corrected");

  private final String reason;

  DeliveryVerdict(String reason) {
    this.reason = reason;
  }

  /** Why, for a person: the rest of a sentence that begins with the answer. */
  public String reason() {
    return reason;
  }

  /**
   * Judges an HTTP status. A status that is not known counts as its class (<a
   * href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, section 15</a>), and one
   * that no class has as a fault of the server.
   *
   * <ul>
   *   <li>2xx (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.3">15.3</a>): taken.
   *   <li>3xx (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">15.4</a>): the
   *       receiver is elsewhere. A page is not sent to an address that the plan does not name.
   *   <li>408 (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9">15.5.9</a>), 421 (<a
   *       href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20">15.5.20</a>), 425 (<a
   *       href="https://www.rfc-editor.org/rfc/rfc8470#section-5.2">RFC 8470</a>), 429 (<a
   *       href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585</a>): later.
   *   <li>401, 403, 404, 405, 407, 410 (<a
   *       href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5">15.5</a>): wrong address or no
   *       access.
   *   <li>other 4xx: this page is not understood.
   *   <li>501, 505 (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.6">15.6</a>): not a
   *       server for pages; other 5xx: later.
   * </ul>
   */
  public static DeliveryVerdict classify(int httpStatus) {
    return switch (httpStatus) {
      case 408, 421, 425, 429 -> RETRY;
      case 401, 403, 404, 405, 407, 410, 501, 505 -> FATAL;
      default ->
          switch (httpStatus / 100) {
            case 2 -> OK;
            case 3 -> FATAL;
            case 4 -> DROP;
            default -> RETRY;
          };
    };
  }

  /**
   * Judges a mail server's refusal (<a
   * href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1">RFC 5321, 4.2.1</a>): 4yz is for
   * now, 5yz for good.
   *
   * <ul>
   *   <li>450, 451, 452, 421, 454 and other 4yz: later.
   *   <li>500 to 504, 555 (4.2.3): not a server for this mail. 530, 534, 535, 538 (<a
   *       href="https://www.rfc-editor.org/rfc/rfc4954#section-6">RFC 4954, 6</a>): no access. 521,
   *       556 (<a href="https://www.rfc-editor.org/rfc/rfc7504">RFC 7504</a>): takes no mail. 550,
   *       551, 553: no such mailbox, or not from us.
   *   <li>552, 554 and other 5yz: not this page.
   *   <li>anything else is no refusal that a server may give: later.
   * </ul>
   */
  public static DeliveryVerdict classifySmtp(int code) {
    return switch (code) {
      case 500, 501, 502, 503, 504, 521, 530, 534, 535, 538, 550, 551, 553, 555, 556 -> FATAL;
      default -> code / 100 == 5 ? DROP : RETRY;
    };
  }
}
