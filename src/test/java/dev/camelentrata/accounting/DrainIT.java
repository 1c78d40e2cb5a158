package dev.camelentrata.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.database.DatabaseFixture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two replicas and a vendor that counts every call; {@link DrainBench} is the same at full size.
 */
class DrainIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @ParameterizedTest
  @CsvSource({"QUICKBOOKS, 2000", "XERO, 3200"})
  void sendsAllOnceAndIsNeverRefusedForLimits(SystemKind kind, int entries) throws Exception {
    Drain.Result result = new Drain(kind, entries, 3, 10).run(DATABASE.settings(4));

    assertThat(result.once(entries)).as(result.toString()).isTrue();
    assertThat(result.refusedByLimits()).isZero();
    assertThat(result.seconds()).as("more than one window").isGreaterThan(result.bestSeconds());
    assertThat(result.mostAtOnce()).isLessThanOrEqualTo(kind == SystemKind.XERO ? 5 : 10);
  }
}
