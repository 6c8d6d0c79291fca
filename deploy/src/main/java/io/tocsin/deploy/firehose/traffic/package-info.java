/**
 * How many posts come at which moment, and what each one is: ordinary talk, noise, scripted events.
 */
@NullMarked
package io.tocsin.deploy.firehose.traffic;

import org.jspecify.annotations.NullMarked;
