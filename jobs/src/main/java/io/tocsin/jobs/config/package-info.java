/** What a job may be told: options read once into records, and the engine's own configuration. */
@NullMarked
package io.tocsin.jobs.config;

import org.jspecify.annotations.NullMarked;
