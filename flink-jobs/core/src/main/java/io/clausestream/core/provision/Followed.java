package io.clausestream.core.provision;

import java.util.List;

/**
 * What a new text makes of the provisions of a document.
 *
 * @param now what is to be remembered from here on
 * @param changes the provisions that the told blocks touch, in the order of the text after; removed
 *     ones where they stood
 */
public record Followed(Provisions now, List<ProvisionChange> changes) {

  /** Copies the list. */
  public Followed {
    changes = List.copyOf(changes);
  }
}
