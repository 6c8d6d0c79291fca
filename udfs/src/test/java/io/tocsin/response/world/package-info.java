/** Seeded worlds of plans, spikes, people and crashes, and what must hold in each of them. */
@NullMarked
package io.tocsin.response.world;

import org.jspecify.annotations.NullMarked;
