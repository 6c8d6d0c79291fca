package io.tocsin.response.oncall;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who of a team is on call when. A stand-in comes first, the last one written before earlier ones;
 * then the layers, the first that has somebody on duty.
 *
 * <p>All hours are those of the rota's own clock, so summer time changes neither who is on duty at
 * nine nor when a turn ends. Where the clock shows an hour twice, both are covered alike.
 *
 * @param name the rota's key
 * @param zone its clock
 * @param layers at least one
 * @param standIns who stands in when
 * @param holidays days that layers may treat apart
 */
public record Rota(
    String name,
    ZoneId zone,
    List<RotaLayer> layers,
    List<StandIn> standIns,
    Set<LocalDate> holidays)
    implements Serializable {
  /** The key of the person who is on call at this moment; null if nobody is. */
  public @Nullable String at(Instant moment) {
    LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
    for (int i = standIns.size() - 1; i >= 0; i--) {
      if (standIns.get(i).covers(wall)) {
        return standIns.get(i).person();
      }
    }
    boolean holiday = holidays.contains(wall.toLocalDate());
    for (RotaLayer layer : layers) {
      String person = layer.at(moment, zone, holiday);
      if (person != null) {
        return person;
      }
    }
    return null;
  }
}
