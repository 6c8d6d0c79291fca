/** What tests that drive programs of the machine have in common. */
@NullMarked
package io.tocsin.deploy.testing;

import org.jspecify.annotations.NullMarked;
