/** The overflow: backlogs of queues, and valves from them to their backups. */
@NullMarked
package io.tocsin.response.overflow;

import org.jspecify.annotations.NullMarked;
