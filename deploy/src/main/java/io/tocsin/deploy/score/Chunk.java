package io.tocsin.deploy.score;

/**
 * A run of whole lines; only the last line of the input may lack its end.
 *
 * @param bytes the lines, and perhaps more around them
 * @param from where the lines begin
 * @param to where they end
 */
record Chunk(byte[] bytes, int from, int to) {}
