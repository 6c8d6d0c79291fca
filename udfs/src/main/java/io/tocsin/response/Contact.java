package io.tocsin.response;

import io.tocsin.response.oncall.QuietHours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person or a manned post that can be paged.
 *
 * @param target where its pages go
 * @param quietHours when only critical incidents may wake it; null for always awake
 */
public record Contact(PageTarget target, @Nullable QuietHours quietHours) implements Responder {
  @Override
  public String name() {
    return target.name();
  }

  @Override
  public Contact at(Instant moment) {
    return this;
  }

  /** When it may be paged about less than a critical incident, at this moment or later. */
  public Instant awakeFrom(Instant moment) {
    return quietHours == null ? moment : quietHours.endOf(moment);
  }
}
