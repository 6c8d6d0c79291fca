/** The jobs as flows: functions from streams to streams. Sources and sinks are wired elsewhere. */
@NullMarked
package io.tocsin.jobs.topology;

import org.jspecify.annotations.NullMarked;
