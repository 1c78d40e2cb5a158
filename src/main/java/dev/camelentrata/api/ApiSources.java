package dev.camelentrata.api;

import dev.camelentrata.accounting.connect.Connections;
import dev.camelentrata.accounting.reconcile.ReconcileSource;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.Replays;
import dev.camelentrata.event.EventLog;
import dev.camelentrata.ingest.IngestSource;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.submission.Submissions;
import dev.camelentrata.sync.Refresh;
import dev.camelentrata.sync.SyncRuns;
import dev.camelentrata.sync.SyncStarter;
import dev.camelentrata.webhook.Deliveries;
import dev.camelentrata.webhook.WebhookEndpoints;
import dev.camelentrata.write.WriteCatalog;

/**
 * What the API reads from and writes to.
 *
 * @param refresh reads the portal into the mirror when a caller asks for it
 * @param connections those with accounting systems
 * @param reconciles what reconciliations found
 * @param journal what was posted to the books, and what would be
 * @param replays sends dead letters on their way again
 */
public record ApiSources(
    Mirror mirror,
    EventLog events,
    SyncRuns runs,
    Refresh refresh,
    SyncStarter starter,
    ResourceCatalog catalog,
    Submissions submissions,
    WriteCatalog writes,
    WebhookEndpoints endpoints,
    Deliveries deliveries,
    DeadLetters deadLetters,
    Replays replays,
    IngestSource ingests,
    Connections connections,
    ReconcileSource reconciles,
    JournalSource journal) {}
