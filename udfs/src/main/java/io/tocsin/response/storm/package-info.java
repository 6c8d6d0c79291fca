/** Many brands burn at once: one page for each person. */
@NullMarked
package io.tocsin.response.storm;

import org.jspecify.annotations.NullMarked;
