/** What a mention costs: CPU time for each stage of the flow, measured on this machine. */
@NullMarked
package io.tocsin.deploy.bench;

import org.jspecify.annotations.NullMarked;
