package io.tocsin.scoring.influence;

/**
 * How far a post may carry.
 *
 * @param score from 0 to 1
 * @param reach estimate in people
 * @param basis what the estimate of reach rests on
 * @param scale what the author's rank rests on
 */
public record Influence(double score, long reach, ReachBasis basis, ScaleBasis scale) {}
