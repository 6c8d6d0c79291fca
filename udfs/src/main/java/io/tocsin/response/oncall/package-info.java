/** Who is on call when: pure functions of a rota and a time. */
@NullMarked
package io.tocsin.response.oncall;

import org.jspecify.annotations.NullMarked;
