package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Collects the events of a batch and inserts them at once. */
final class EventRows {

  private final Resource resource;
  private final String propertyId;
  private final List<String> ids = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<String> properties = new ArrayList<>();
  private final List<String> entityIds = new ArrayList<>();
  private final List<Integer> sequences = new ArrayList<>();
  private final List<String> befores = new ArrayList<>();
  private final List<String> afters = new ArrayList<>();

  EventRows(MirrorScope scope) {
    this.resource = scope.resource();
    this.propertyId = scope.propertyId();
  }

  /** Adds the events of one thing; gives how many it then has. */
  int add(String id, int sequence, List<ChangeEvents.Change> changes) {
    int last = sequence;
    for (ChangeEvents.Change change : changes) {
      last++;
      ids.add("evt_" + UUID.randomUUID().toString().replace("-", ""));
      types.add(change.type());
      properties.add(resource.name().equals("properties") ? id : propertyId);
      entityIds.add(id);
      sequences.add(last);
      befores.add(change.before());
      afters.add(change.after());
    }
    return last;
  }

  /** Inserts them in the order in which they were added, and wakes those who wait for events. */
  void insert(JdbcClient jdbc, MirrorBatch batch, OffsetDateTime now) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into event (id, type, company, property_id, entity, entity_id, sequence, module,
              occurred_at, before, after, run_id)
            select e.id, e.type, ?, e.property_id, ?, e.entity_id, e.sequence, ?::text, ?,
              e.before::jsonb, e.after::jsonb, ?::text
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[],
                ?::text[]) with ordinality
              e (id, type, property_id, entity_id, sequence, before, after, place)
            order by e.place
            """)
        .params(
            batch.scope().company(),
            resource.singular(),
            resource.module(),
            now,
            batch.runId(),
            texts(ids),
            texts(types),
            texts(properties),
            texts(entityIds),
            sequences.toArray(Integer[]::new),
            texts(befores),
            texts(afters))
        .update();
    jdbc.sql("select pg_notify('entrata_event', '')").query(rows -> {});
  }

  private static String[] texts(List<String> list) {
    return list.toArray(String[]::new);
  }
}
