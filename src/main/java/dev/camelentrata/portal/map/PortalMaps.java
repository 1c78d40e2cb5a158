package dev.camelentrata.portal.map;

/** The portal map in force for a company; may change between two calls. */
@FunctionalInterface
public interface PortalMaps {

  PortalMap forCompany(String company);
}
