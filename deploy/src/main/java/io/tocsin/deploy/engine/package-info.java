/** A whole Kafka broker and a whole Flink cluster inside one process on one machine. */
@NullMarked
package io.tocsin.deploy.engine;

import org.jspecify.annotations.NullMarked;
