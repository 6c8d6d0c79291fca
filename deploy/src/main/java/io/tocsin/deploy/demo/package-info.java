/** The demo: a simulated world, a person on call, and the story of an outage told as it happens. */
@NullMarked
package io.tocsin.deploy.demo;

import org.jspecify.annotations.NullMarked;
