/** The desk: what the jobs wrote to Kafka, shown to people and to Prometheus. */
@NullMarked
package io.tocsin.deploy.desk;

import org.jspecify.annotations.NullMarked;
