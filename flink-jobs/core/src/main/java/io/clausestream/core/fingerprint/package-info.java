/** Stage fingerprint: layered hashes of a capture, and ids made of content. */
@NullMarked
package io.clausestream.core.fingerprint;

import org.jspecify.annotations.NullMarked;
