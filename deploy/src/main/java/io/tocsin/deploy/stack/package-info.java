/** The whole of Tocsin in one process: broker, cluster, jobs and desk, wired together. */
@NullMarked
package io.tocsin.deploy.stack;

import org.jspecify.annotations.NullMarked;
