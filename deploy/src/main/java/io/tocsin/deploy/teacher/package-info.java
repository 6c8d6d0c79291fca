/**
 * The slow tier: e5-small-v2, a small transformer, with a logistic head. It is far more exact than
 * the fast model and a thousand times slower, so that it never scores a firehose: it labels texts
 * from which the fast model learns, and it gives a second opinion on the few posts that people look
 * at.
 */
@NullMarked
package io.tocsin.deploy.teacher;

import org.jspecify.annotations.NullMarked;
