package io.tocsin.deploy.desk;

/**
 * How a brand goes right now.
 *
 * @param brand the brand's key
 * @param mentionsPerSecond over {@link MentionTrends#RATE_SECONDS}
 * @param negativePerSecond of these, over {@link MentionTrends#SENTIMENT_SECONDS}
 */
record BrandHeat(String brand, double mentionsPerSecond, double negativePerSecond) {}
