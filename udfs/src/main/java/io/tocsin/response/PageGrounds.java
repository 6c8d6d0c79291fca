package io.tocsin.response;

import io.tocsin.incident.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page was decided by: with it and the incident's record the page can be told from the log
 * alone.
 *
 * @param incidentAt event time of the incident's record that was looked at
 * @param reachedAt since when the incident had had its severity, or paging began anew
 * @param rule whom the rule means, as the plan calls it: a rota, a person or a target
 * @param from mildest severity that the rule pages about
 * @param afterMillis how long the rule waits for an acknowledgement
 * @param everyMillis how long the rule waits between pages to one person
 * @param times how often the rule pages one person about one severity
 * @param number which of these this is, from 1
 * @param rota whether the rule means whoever is on call
 * @param standsIn whether the last resort was paged because nobody was on call
 * @param heldBack whether quiet hours held it back
 * @param others who else was paged about this incident, until now or together with this, in order
 * @param takenBefore who had taken the incident before; null for nobody
 */
public record PageGrounds(
    Instant incidentAt,
    Instant reachedAt,
    String rule,
    Severity from,
    long afterMillis,
    long everyMillis,
    int times,
    int number,
    boolean rota,
    boolean standsIn,
    boolean heldBack,
    List<String> others,
    @Nullable String takenBefore) {}
