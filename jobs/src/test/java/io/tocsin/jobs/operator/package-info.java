@NullMarked
package io.tocsin.jobs.operator;

import org.jspecify.annotations.NullMarked;
