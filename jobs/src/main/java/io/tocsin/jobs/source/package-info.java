/** What a job reads: Kafka or files, their event times and watermarks. */
@NullMarked
package io.tocsin.jobs.source;

import org.jspecify.annotations.NullMarked;
