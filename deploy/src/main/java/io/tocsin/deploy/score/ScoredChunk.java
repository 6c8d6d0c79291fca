package io.tocsin.deploy.score;

/**
 * What became of a chunk.
 *
 * @param json a JSON object for each of its lines, in their order, each with an end of line
 * @param lines how many lines it had
 * @param unscored how many of them are unscored
 */
record ScoredChunk(byte[] json, int lines, int unscored) {}
