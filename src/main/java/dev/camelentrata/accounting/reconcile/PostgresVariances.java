package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Variances in PostgreSQL. */
final class PostgresVariances implements Variances {

  private final CompanyRows rows;
  private final VarianceRepair repairs;

  PostgresVariances(CompanyRows rows, VarianceRepair repairs) {
    this.rows = rows;
    this.repairs = repairs;
  }

  @Override
  public List<Variance> list(Viewer viewer, VarianceQuery query, Long before, int limit) {
    return view(
        viewer,
        () ->
            rows.jdbc()
                .sql(
                    """
                    select v.* from variance v
                    where v.company = :company
                      and (:run::text is null or exists (select 1 from reconciliation_variance r
                        where r.company = v.company and r.run_id = :run and r.variance_id = v.id))
                      and (:step::text is null or v.step = :step)
                      and (:kind::text is null or v.kind = :kind)
                      and (:state::text is null or v.state = :state)
                      and (:property::text is null or v.property_id = :property)
                      and (:before::bigint is null or v.sequence < :before)
                    order by v.sequence desc limit :limit
                    """)
                .param("company", viewer.company())
                .param("run", query.runId())
                .param("step", query.step() == null ? null : query.step().slug())
                .param("kind", query.kind() == null ? null : query.kind().slug())
                .param("state", query.state() == null ? null : query.state().slug())
                .param("property", query.propertyId())
                .param("before", before)
                .param("limit", limit)
                .query(VarianceRow::variance)
                .list());
  }

  @Override
  public Optional<Variance> find(Viewer viewer, String id) {
    return view(
        viewer,
        () ->
            rows.jdbc()
                .sql("select * from variance where company = ? and id = ?")
                .params(viewer.company(), id)
                .query(VarianceRow::variance)
                .optional());
  }

  @Override
  public Optional<Variance> explain(Viewer viewer, String id, String explanation) {
    if (find(viewer, id).isEmpty()) {
      return Optional.empty();
    }
    return rows.in(
        viewer.company(),
        () ->
            rows.jdbc()
                .sql(
                    """
                    update variance set state = ?, explanation = ?
                    where company = ? and id = ? and state <> 'resolved' returning *
                    """)
                .params(
                    (explanation == null ? VarianceState.OPEN : VarianceState.EXPLAINED).slug(),
                    explanation,
                    viewer.company(),
                    id)
                .query(VarianceRow::variance)
                .optional());
  }

  @Override
  public Optional<Variance> repair(Viewer viewer, String id) {
    Optional<Variance> found = find(viewer, id);
    found.ifPresent(repairs::repair);
    return found.isEmpty() ? found : find(viewer, id);
  }

  private <T> T view(Viewer viewer, Supplier<T> action) {
    return rows.in(
        viewer.company(),
        () -> {
          RowSecurity.view(rows.jdbc(), viewer);
          return action.get();
        });
  }
}
