package io.tocsin.response.oncall;

/** What a holiday means for a layer of a rota. */
public enum HolidayRule {
  /** A day like others. */
  WORKED,
  /** The layer has the day off. */
  FREE,
  /** The layer is there for holidays alone. */
  ONLY;

  /** Whether the layer is on duty on such a day. */
  boolean allows(boolean holiday) {
    return switch (this) {
      case WORKED -> true;
      case FREE -> !holiday;
      case ONLY -> holiday;
    };
  }
}
