/** Stage provision: texts cut into clauses, with ids that follow each through its versions. */
@NullMarked
package io.clausestream.core.provision;

import org.jspecify.annotations.NullMarked;
