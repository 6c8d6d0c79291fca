/** What stands on Kafka and in files: topics, their records, their JSON. */
@NullMarked
package io.tocsin.jobs.wire;

import org.jspecify.annotations.NullMarked;
