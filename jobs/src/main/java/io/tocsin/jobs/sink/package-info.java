/** Where a job writes: Kafka or files. */
@NullMarked
package io.tocsin.jobs.sink;

import org.jspecify.annotations.NullMarked;
