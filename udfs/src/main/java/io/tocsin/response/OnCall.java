package io.tocsin.response;

import io.tocsin.response.oncall.Rota;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is on call by a rota.
 *
 * @param rota who is when
 * @param people everyone whom the rota names, by key
 */
public record OnCall(Rota rota, Map<String, Contact> people) implements Responder {
  @Override
  public String name() {
    return rota.name();
  }

  @Override
  public @Nullable Contact at(Instant moment) {
    String person = rota.at(moment);
    return person == null ? null : people.get(person);
  }
}
