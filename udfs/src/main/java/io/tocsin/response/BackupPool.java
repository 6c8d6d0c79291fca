package io.tocsin.response;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who help out when a queue overflows, and have other jobs otherwise.
 *
 * @param name the pool's name in the plan
 * @param capacity unanswered mentions that all of them together can take
 * @param heads how many they are
 * @param people who they are, where the plan names them
 * @param skills what each of them knows
 * @param department where they come from; null where the plan names none
 */
public record BackupPool(
    String name,
    long capacity,
    int heads,
    List<String> people,
    List<String> skills,
    @Nullable Department department)
    implements Serializable {}
