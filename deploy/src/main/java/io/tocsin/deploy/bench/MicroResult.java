package io.tocsin.deploy.bench;

/**
 * What a step cost.
 *
 * @param micros CPU microseconds an operation, over the counted rounds
 */
record MicroResult(String title, Spread micros) {}
