/** Noise as sites make it, written before anybody read the rules, run over invented documents. */
@NullMarked
package io.clausestream.core.noise;

import org.jspecify.annotations.NullMarked;
