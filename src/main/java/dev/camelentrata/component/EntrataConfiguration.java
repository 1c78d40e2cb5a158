package dev.camelentrata.component;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.Strategy;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of the component, each of which an endpoint may set for itself. */
@UriParams
public class EntrataConfiguration implements Cloneable {

  @UriParam(label = "common")
  private String company;

  @UriParam(label = "common")
  private String account;

  @UriParam(label = "common")
  private String propertyId;

  @UriParam(label = "common")
  private String unitId;

  @UriParam(label = "common")
  private String id;

  @UriParam(label = "producer")
  private Integer page;

  @UriParam(label = "producer")
  private String reference;

  @UriParam(label = "producer")
  private String writeOperation;

  @UriParam(label = "common", defaultValue = "auto", enums = "auto,replay,browser")
  private Strategy strategy = Strategy.AUTO;

  @UriParam(label = "standalone")
  private String baseUrl;

  @UriParam(label = "standalone,security")
  private String username;

  @UriParam(label = "standalone,security", secret = true)
  @Metadata(secret = true)
  private String password;

  @UriParam(label = "standalone,security", secret = true)
  @Metadata(secret = true)
  private String totpSecret;

  @UriParam(label = "standalone")
  private String portalMap;

  @UriParam(label = "standalone")
  private String dataDir;

  @UriParam(label = "standalone", defaultValue = "4")
  private int concurrency = 4;

  @UriParam(label = "standalone", defaultValue = "300")
  private int callsPerMinute = 300;

  @UriParam(label = "advanced")
  @Metadata(autowired = true)
  private PortalClient portalClient;

  /** An independent copy with the same values. */
  public EntrataConfiguration copy() {
    try {
      return (EntrataConfiguration) clone();
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }

  public String getCompany() {
    return company;
  }

  /** The Entrata customer: its portal is https://{company}.entrata.com unless baseUrl is given. */
  public void setCompany(String company) {
    this.company = company;
  }

  public String getAccount() {
    return account;
  }

  /**
   * The name of an account that the PortalClient in the registry knows, in this application one of
   * entrata.account. Not together with username.
   */
  public void setAccount(String account) {
    this.account = account;
  }

  public String getPropertyId() {
    return propertyId;
  }

  /**
   * The property to read or write. A consumer of listUnits or listFloorplans without it polls every
   * property that the portal user may see.
   */
  public void setPropertyId(String propertyId) {
    this.propertyId = propertyId;
  }

  public String getUnitId() {
    return unitId;
  }

  /** The unit to read. */
  public void setUnitId(String unitId) {
    this.unitId = unitId;
  }

  public String getId() {
    return id;
  }

  /**
   * The thing to read, for get operations other than getProperty and getUnit, or the thing to
   * write, where it is no property.
   */
  public void setId(String id) {
    this.id = id;
  }

  public Integer getPage() {
    return page;
  }

  /** The one portal page to read, 0-based. All pages are read without it. List operations only. */
  public void setPage(Integer page) {
    this.page = page;
  }

  public String getReference() {
    return reference;
  }

  /**
   * By what a write can be found in the portal afterwards: a text of your own that is used for one
   * write only. Usually set by the header instead. Writes and findWrite only.
   */
  public void setReference(String reference) {
    this.reference = reference;
  }

  public String getWriteOperation() {
    return writeOperation;
  }

  /** Of findWrite: the write that is looked for, such as createLease. */
  public void setWriteOperation(String writeOperation) {
    this.writeOperation = writeOperation;
  }

  public Strategy getStrategy() {
    return strategy;
  }

  /**
   * How rows are got: replay repeats the portal's own HTTP call, browser opens the page in a real
   * browser, auto takes replay and falls back to the browser where the portal map allows it.
   */
  public void setStrategy(Strategy strategy) {
    this.strategy = strategy;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  /** Scheme, host and port of the portal, when it is not https://{company}.entrata.com. */
  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public String getUsername() {
    return username;
  }

  /** The portal user to log in with, instead of a configured account. */
  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  /** The portal user's password. Give it as a property placeholder, RAW({{...}}) in a URI. */
  public void setPassword(String password) {
    this.password = password;
  }

  public String getTotpSecret() {
    return totpSecret;
  }

  /** The base32 secret of the user's authenticator app, if the portal asks for a code at login. */
  public void setTotpSecret(String totpSecret) {
    this.totpSecret = totpSecret;
  }

  public String getPortalMap() {
    return portalMap;
  }

  /** The file of the portal map; the map that comes with the jar is used without it. */
  public void setPortalMap(String portalMap) {
    this.portalMap = portalMap;
  }

  public String getDataDir() {
    return dataDir;
  }

  /**
   * The folder for browser profiles and evidence; each company has a folder of its own in it. A
   * temporary folder is used without it.
   */
  public void setDataDir(String dataDir) {
    this.dataDir = dataDir;
  }

  public int getConcurrency() {
    return concurrency;
  }

  /** How many calls may be made to the company's portal at the same time, at least 1. */
  public void setConcurrency(int concurrency) {
    this.concurrency = concurrency;
  }

  public int getCallsPerMinute() {
    return callsPerMinute;
  }

  /** How many calls may be made to the company's portal in a minute; 0 for no limit. */
  public void setCallsPerMinute(int callsPerMinute) {
    this.callsPerMinute = callsPerMinute;
  }

  public PortalClient getPortalClient() {
    return portalClient;
  }

  /**
   * The client to use. Taken from the registry if there is exactly one; else one is made from
   * company, baseUrl, username and password when it is first needed.
   */
  public void setPortalClient(PortalClient portalClient) {
    this.portalClient = portalClient;
  }

  @Override
  public String toString() {
    return "EntrataConfiguration[company=" + company + ", account=" + account + "]";
  }
}
