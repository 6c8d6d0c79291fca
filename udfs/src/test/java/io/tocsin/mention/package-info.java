@NullMarked
package io.tocsin.mention;

import org.jspecify.annotations.NullMarked;
