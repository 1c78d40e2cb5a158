package dev.camelentrata.component;

import dev.camelentrata.portal.PortalClient;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * Read from and write to an Entrata portal, or be told when something in it changes.
 *
 * <p>Does as a portal user does: a real browser logs in, the portal's own calls are repeated over
 * HTTP.
 */
@UriEndpoint(
    firstVersion = "1.0.0",
    scheme = "entrata",
    title = "Entrata",
    syntax = "entrata:operation",
    category = {Category.SAAS, Category.API},
    headersClass = EntrataConstants.class)
public class EntrataEndpoint extends ScheduledPollEndpoint {

  private static final long DELAY_MILLIS = 60_000;
  private static final long EVENT_DELAY_MILLIS = 500;
  private static final int BACKOFF_MULTIPLIER = 10;
  private static final int BACKOFF_ERROR_THRESHOLD = 3;

  @UriPath(
      description = "What to read or write.",
      enums =
          "listProperties,getProperty,listUnits,getUnit,listFloorplans,"
              + "listCompanies,getCompany,listPortfolios,getPortfolio,listUsers,"
              + "getUser,listRoles,getRole,listPropertySettings,getPropertySetting,"
              + "getFloorplan,listAmenities,getAmenity,listSpecials,getSpecial,"
              + "listLeads,getLead,listApplications,getApplication,listResidents,"
              + "getResident,listLeases,getLease,listDocuments,getDocument,"
              + "listLedgerTransactions,getLedgerTransaction,listChargeCodes,"
              + "getChargeCode,listWorkOrders,getWorkOrder,listPicklists,getPicklist,"
              + "listInspections,getInspection,listVendors,getVendor,"
              + "listGlTransactions,getGlTransaction,listBankDeposits,getBankDeposit,"
              + "listUtilityCharges,getUtilityCharge,"
              + "createLease,renewLease,giveNotice,moveIn,moveOut,cancelLease,"
              + "approveLease,rejectLease,sendForSignature,resendForSignature,"
              + "voidSignature,createWorkOrder,updateWorkOrder,updateResident,"
              + "inviteResident,createLead,updateLead,postCharge,postPayment,"
              + "reverseTransaction,findWrite,"
              + "events")
  @Metadata(required = true)
  private final EntrataOperation operation;

  @UriParam private final EntrataConfiguration configuration;

  @UriParam(label = "consumer")
  private boolean emitInitial;

  @UriParam(label = "consumer")
  private String subscription;

  @UriParam(label = "consumer")
  private String types;

  @UriParam(
      label = "consumer,scheduler",
      defaultValue = "60000",
      javaType = "java.time.Duration",
      description =
          "Milliseconds before the next poll. Be polite: every poll reads the portal; of events, 500"
              + " by default, it reads the database only.")
  private long delay = DELAY_MILLIS;

  @UriParam(
      label = "consumer,scheduler",
      defaultValue = "10",
      description =
          "After backoffErrorThreshold failed polls in a row the next try comes this many delays"
              + " later.")
  private int backoffMultiplier = BACKOFF_MULTIPLIER;

  @UriParam(
      label = "consumer,scheduler",
      defaultValue = "3",
      description = "How many polls may fail in a row before backoffMultiplier applies.")
  private int backoffErrorThreshold = BACKOFF_ERROR_THRESHOLD;

  private volatile PortalAccess portal;

  public EntrataEndpoint(
      String uri,
      EntrataComponent component,
      EntrataOperation operation,
      EntrataConfiguration configuration) {
    super(uri, component);
    this.operation = operation;
    this.configuration = configuration;
    setDelay(operation == EntrataOperation.EVENTS ? EVENT_DELAY_MILLIS : DELAY_MILLIS);
    super.setBackoffMultiplier(BACKOFF_MULTIPLIER);
    super.setBackoffErrorThreshold(BACKOFF_ERROR_THRESHOLD);
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    if (configuration.getPage() != null && !operation.list()) {
      throw new IllegalArgumentException(
          "entrata:" + operation + " reads no list: leave page out.");
    }
    if (configuration.getPage() != null && configuration.getPage() < 0) {
      throw new IllegalArgumentException(
          "Option page counts from 0 and is not " + configuration.getPage() + ".");
    }
    if (operation == EntrataOperation.EVENTS) {
      return;
    }
    portal = PortalAccess.of(configuration, boundClient(), entrataComponent().standalone());
  }

  private PortalClient boundClient() {
    PortalClient client = configuration.getPortalClient();
    return client != null
        ? client
        : getCamelContext().getRegistry().findSingleByType(PortalClient.class);
  }

  private EntrataComponent entrataComponent() {
    return (EntrataComponent) getComponent();
  }

  @Override
  public Producer createProducer() {
    if (operation == EntrataOperation.EVENTS) {
      throw new IllegalArgumentException("entrata:events can only be consumed: use it in from.");
    }
    if (operation == EntrataOperation.FIND_WRITE) {
      return new EntrataFindProducer(this);
    }
    return operation.write() ? new EntrataWriteProducer(this) : new EntrataProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    if (!operation.polled()) {
      throw new IllegalArgumentException(
          "entrata:" + operation + " can only be sent to: use it in to, not in from.");
    }
    Consumer consumer =
        operation == EntrataOperation.EVENTS
            ? new EntrataEventConsumer(this, processor)
            : new EntrataConsumer(this, processor);
    configureConsumer(consumer);
    return consumer;
  }

  PortalAccess portal() {
    return portal;
  }

  public EntrataOperation getOperation() {
    return operation;
  }

  public EntrataConfiguration getConfiguration() {
    return configuration;
  }

  public boolean isEmitInitial() {
    return emitInitial;
  }

  /** Whether the first poll emits all items as added; else it only takes note of them. */
  public void setEmitInitial(boolean emitInitial) {
    this.emitInitial = emitInitial;
  }

  public String getSubscription() {
    return subscription;
  }

  /**
   * Of entrata:events: the name under which it is remembered, for good, which events the route has
   * taken.
   */
  public void setSubscription(String subscription) {
    this.subscription = subscription;
  }

  public String getTypes() {
    return types;
  }

  /**
   * Of entrata:events: the event types to take, separated by commas, such as lease.*,unit.removed.
   */
  public void setTypes(String types) {
    this.types = types;
  }

  @Override
  public void setDelay(long delay) {
    super.setDelay(delay);
    this.delay = delay;
  }

  @Override
  public long getDelay() {
    return delay;
  }

  @Override
  public void setBackoffMultiplier(int backoffMultiplier) {
    super.setBackoffMultiplier(backoffMultiplier);
    this.backoffMultiplier = backoffMultiplier;
  }

  @Override
  public int getBackoffMultiplier() {
    return backoffMultiplier;
  }

  @Override
  public void setBackoffErrorThreshold(int backoffErrorThreshold) {
    super.setBackoffErrorThreshold(backoffErrorThreshold);
    this.backoffErrorThreshold = backoffErrorThreshold;
  }

  @Override
  public int getBackoffErrorThreshold() {
    return backoffErrorThreshold;
  }
}
