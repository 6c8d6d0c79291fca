/** Who writes: the accounts of the simulated world, their networks, followers and towns. */
@NullMarked
package io.tocsin.deploy.firehose.people;

import org.jspecify.annotations.NullMarked;
