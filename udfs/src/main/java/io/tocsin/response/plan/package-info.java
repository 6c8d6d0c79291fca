/**
 * Reading a crisis plan from YAML. Every fault of the file is found in one pass, each with its line
 * and column.
 */
@NullMarked
package io.tocsin.response.plan;

import org.jspecify.annotations.NullMarked;
