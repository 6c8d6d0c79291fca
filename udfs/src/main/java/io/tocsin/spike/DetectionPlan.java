package io.tocsin.spike;

import java.io.Serializable;
import java.util.Map;

/**
 * What the crisis plan says of detection.
 *
 * @param version names the plan
 * @param rules by brand
 */
public record DetectionPlan(String version, Map<String, BrandRules> rules) implements Serializable {
  /** No brand has rules of its own. */
  public static final DetectionPlan NONE = new DetectionPlan("none", Map.of());
}
