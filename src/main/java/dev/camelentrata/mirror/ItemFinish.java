package dev.camelentrata.mirror;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Works out the fields of a thing that follow from its others. */
@FunctionalInterface
public interface ItemFinish {

  void finish(String propertyId, ObjectNode data);
}
