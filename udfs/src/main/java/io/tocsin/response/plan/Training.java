package io.tocsin.response.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person knows.
 *
 * @param skills in the plan's words
 * @param trained when the person was last trained to help in a crisis; null for never
 */
record Training(List<String> skills, @Nullable LocalDate trained) {}
