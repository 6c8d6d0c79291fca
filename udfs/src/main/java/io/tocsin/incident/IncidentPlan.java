package io.tocsin.incident;

import java.io.Serializable;
import java.util.Map;

/**
 * What the crisis plan says of incidents.
 *
 * @param version names the plan
 * @param policies by brand; no other brand has incidents
 * @param kin what ties brands to others, by brand
 */
public record IncidentPlan(
    String version, Map<String, IncidentPolicy> policies, Map<String, BrandKin> kin)
    implements Serializable {}
