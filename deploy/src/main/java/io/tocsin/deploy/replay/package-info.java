/** The backtest of a plan: the crisis topology over files. */
@NullMarked
package io.tocsin.deploy.replay;

import org.jspecify.annotations.NullMarked;
