package dev.camelentrata.portal.map;

/** The portal map in force for a company; may change between two calls. */
@FunctionalInterface
public interface PortalMaps {

  PortalMap forCompany(String company);

  /** The same, after a look at whether it was changed just now. */
  default PortalMap latest(String company) {
    return forCompany(company);
  }
}
