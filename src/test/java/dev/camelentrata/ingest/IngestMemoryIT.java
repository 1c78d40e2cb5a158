package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.RowSecurity;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is passed over since the file before said the same, and what is not. */
class IngestMemoryIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String HEADER = "Property,Bldg-Unit,Unit Status,Available On,Market Rent\n";

  @TempDir Path folder;
  private IngestHouse house;

  @BeforeEach
  void furnish() {
    house = new IngestHouse(DATABASE.dataSource(), folder, Path.of("routes/ingest/reports.yaml"));
    house.furnish();
  }

  private static String unit(String number, String rent) {
    return "Maple Court,1-" + number + ",Occupied No Notice,,\"$" + rent + "\"\n";
  }

  private IngestCounts ingest(String... rows) throws IOException {
    return house.ingest("Availability.csv", HEADER + String.join("", rows)).counts();
  }

  private String rent(String unit) {
    return house.data("units", unit).replaceAll(".*marketRent\":\\{\"amount\":\"([0-9.]+).*", "$1");
  }

  private int hashes() {
    return new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()))
        .execute(
            status -> {
              JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
              RowSecurity.write(jdbc, house.company);
              return jdbc.sql("select coalesce(sum(length(hashes)), 0) / 8 from import_memory")
                  .query(Integer.class)
                  .single();
            });
  }

  @Test
  void passesOverWhatTheFileBeforeSaidToo() throws IOException {
    assertThat(ingest(unit("101", "1,700.00"), unit("102", "1,800.00")).changed()).isEqualTo(2);
    assertThat(hashes()).isEqualTo(2);

    IngestCounts next = ingest(unit("101", "1,750.00"), unit("102", "1,800.00"));

    assertThat(next).isEqualTo(new IngestCounts(2, 0, 1, 1, 0, 0, 0));
    assertThat(rent("501")).isEqualTo("1750.00");
    assertThat(rent("502")).isEqualTo("1800.00");
  }

  @Test
  void takesInAgainWhatThePortalChangedMeanwhile() throws IOException {
    ingest(unit("101", "1,700.00"));
    house.furnish();
    assertThat(rent("501")).isEqualTo("1500.00");

    ingest(unit("101", "1,700.00"), unit("102", "1,500.00"));

    assertThat(rent("501")).isEqualTo("1700.00");
  }

  @Test
  void takesInAgainWhatAnotherReportChangedMeanwhile() throws IOException {
    ingest(unit("101", "1,700.00"));
    house.ingest(
        "Rent Roll.csv",
        "Property,Bldg-Unit,Unit Status,Market Rent\nMaple Court,1-101,Occupied No Notice,1600.00\n");
    assertThat(rent("501")).isEqualTo("1600.00");

    ingest(unit("101", "1,700.00"), unit("102", "1,500.00"));

    assertThat(rent("501")).isEqualTo("1700.00");
  }

  @Test
  void letsTheLastOfTwoRowsCountThoughTheFileBeforeSaidItToo() throws IOException {
    ingest(unit("101", "1,700.00"));

    ingest(unit("101", "1,750.00"), unit("101", "1,700.00"));
    assertThat(rent("501")).isEqualTo("1700.00");

    ingest(unit("101", "1,700.00"), unit("101", "1,750.00"));
    assertThat(rent("501")).isEqualTo("1750.00");
  }

  @Test
  void remembersNothingOfAFileThatComesTooLate() throws IOException {
    ingest(unit("101", "1,700.00"));

    house.ingest("2026-11-20_Availability.csv", HEADER + unit("101", "1,111.00"));
    ingest(unit("101", "1,111.00"), unit("102", "1,500.00"));

    assertThat(rent("501")).isEqualTo("1111.00");
  }
}
