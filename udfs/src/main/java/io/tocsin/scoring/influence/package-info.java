/** How far a post may carry: rank of its author, engagement, reach in people. */
@NullMarked
package io.tocsin.scoring.influence;

import org.jspecify.annotations.NullMarked;
