/** What people write: grammars of everyday sentences in several languages. */
@NullMarked
package io.tocsin.deploy.firehose.text;

import org.jspecify.annotations.NullMarked;
