/** Models that no build packages: which there are, where they stand, how they get there. */
@NullMarked
package io.tocsin.deploy.models;

import org.jspecify.annotations.NullMarked;
