/** Crisis plans that change while the jobs run: published by hand, or as their file changes. */
@NullMarked
package io.tocsin.deploy.liveplan;

import org.jspecify.annotations.NullMarked;
