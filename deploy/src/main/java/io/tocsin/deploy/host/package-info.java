/**
 * The process that hosts everything: its folder, its end, and how it tells a person what is wrong.
 */
@NullMarked
package io.tocsin.deploy.host;

import org.jspecify.annotations.NullMarked;
