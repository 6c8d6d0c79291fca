package io.tocsin.response;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue in which mentions wait for an answer.
 *
 * @param name the queue's name in the plan
 * @param capacity unanswered mentions that it can take; null where the plan names none
 * @param skills what whoever answers its mentions must know: the floor below which nothing is moved
 * @param owner the department that answers for it; null where the plan names none
 * @param backups queues or pools in the order of their tiers
 */
public record CareQueue(
    String name,
    @Nullable Long capacity,
    List<String> skills,
    @Nullable Department owner,
    List<String> backups)
    implements Serializable {}
