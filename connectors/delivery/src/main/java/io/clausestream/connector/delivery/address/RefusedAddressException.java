package io.clausestream.connector.delivery.address;

import java.io.IOException;

/** A target resolves to an address that messages may not go to. Its message names no address. */
public final class RefusedAddressException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedAddressException(String addressClass) {
    super(
        "The target resolves to an address of "
            + addressClass
            + ", which is refused; if it is meant, add its host or network to the allowed targets.");
  }
}
