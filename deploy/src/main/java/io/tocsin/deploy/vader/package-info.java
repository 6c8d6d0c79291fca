/**
 * VADER, the rule-based scorer that most people know: a yardstick to hold Tocsin's own scorers
 * against, not a scorer to run crises by.
 */
@NullMarked
package io.tocsin.deploy.vader;

import org.jspecify.annotations.NullMarked;
