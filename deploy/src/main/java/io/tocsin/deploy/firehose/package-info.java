/**
 * A believable firehose to try Tocsin on: a seeded world of invented brands and people, and what
 * sends it to Kafka or to a file. Event time is an argument; the same seed and times give the same
 * bytes.
 */
@NullMarked
package io.tocsin.deploy.firehose;

import org.jspecify.annotations.NullMarked;
