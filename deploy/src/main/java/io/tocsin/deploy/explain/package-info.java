/**
 * What posts name, and how they feel, by Stanford CoreNLP. The one package that may name it: it is
 * under the GPL and part of no build, see NOTICE. Everything here works without it up to the moment
 * when it is needed.
 */
@NullMarked
package io.tocsin.deploy.explain;

import org.jspecify.annotations.NullMarked;
