package io.tocsin.deploy.desk;

/**
 * What charts are drawn from. It is asked for what somebody looks at, as it stands then.
 *
 * @param trends of mentions
 * @param bands what the detector held them against
 */
record Curves(MentionTrends trends, BandBook bands) {}
