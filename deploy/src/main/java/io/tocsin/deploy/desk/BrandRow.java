package io.tocsin.deploy.desk;

import io.tocsin.incident.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A brand's place among the others.
 *
 * @param brand the brand's key
 * @param severity of its open incident; null while it has none
 * @param drill whether that is an exercise
 */
record BrandRow(String brand, @Nullable Severity severity, boolean drill) {}
