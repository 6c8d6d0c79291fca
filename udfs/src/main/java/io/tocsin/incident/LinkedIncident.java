package io.tocsin.incident;

/**
 * An incident of another brand that belongs to this one.
 *
 * @param id which
 * @param brand its brand's key
 * @param name its brand for people
 * @param reason why
 * @param detail the group, the phrases, or who merged them
 */
public record LinkedIncident(
    String id, String brand, String name, LinkReason reason, String detail) {}
