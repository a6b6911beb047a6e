/** History through the detection, into sorted files, with the conservation law. */
@NullMarked
package io.clausestream.cli.replay;

import org.jspecify.annotations.NullMarked;
