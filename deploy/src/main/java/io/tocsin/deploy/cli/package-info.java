/**
 * The verbs of the command, and how they speak to a person: options, exit codes, one-line errors.
 */
@NullMarked
package io.tocsin.deploy.cli;

import org.jspecify.annotations.NullMarked;
