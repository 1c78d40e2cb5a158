package dev.camelentrata.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every amount, month and method. */
class ProrationPropertiesTest {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Days of one month. */
  record Span(LocalDate from, LocalDate to) {}

  @Property
  void partsOfAMonthSumToTheWhole(
      @ForAll Proration method,
      @ForAll("months") YearMonth month,
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long cents,
      @ForAll @Size(max = 6) List<@IntRange(min = 2, max = 31) Integer> days) {
    List<LocalDate> starts = new ArrayList<>();
    for (int day : new TreeSet<>(days)) {
      if (day <= month.lengthOfMonth()) {
        starts.add(month.atDay(day));
      }
    }

    List<Money> parts = method.parts(usd(cents), month, starts);

    assertThat(parts).hasSize(starts.size() + 1);
    assertThat(sum(parts)).isEqualTo(usd(cents));
  }

  @Property
  void noPartIsACentOffItsShare(
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long cents,
      @ForAll("weights") List<BigDecimal> weights) {
    BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

    List<Money> parts = usd(cents).spread(weights);

    assertThat(sum(parts)).isEqualTo(usd(cents));
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal exact =
          usd(cents).amount().multiply(weights.get(i)).divide(whole, MathContext.DECIMAL128);
      assertThat(parts.get(i).amount().subtract(exact).abs()).isLessThan(CENT);
    }
  }

  @Property
  void daysThatEndWithTheMonthAreHalfACentOffAtMost(
      @ForAll("spans") Span span, @ForAll @LongRange(min = 0, max = 10_000_000) long cents) {
    BigDecimal days =
        BigDecimal.valueOf(span.to().getDayOfMonth() - span.from().getDayOfMonth() + 1);
    BigDecimal month = BigDecimal.valueOf(span.from().lengthOfMonth());

    BigDecimal charged = Proration.CALENDAR_DAYS.part(usd(cents), span.from(), span.to()).amount();

    BigDecimal exact = usd(cents).amount().multiply(days).divide(month, MathContext.DECIMAL128);
    assertThat(charged.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
  }

  @Property
  void chargesMoreForMoreDaysAndNeverMoreThanTheMonth(
      @ForAll Proration method,
      @ForAll("spans") Span span,
      @ForAll @LongRange(min = 0, max = 10_000_000) long cents) {
    Money charged = method.part(usd(cents), span.from(), span.to());

    assertThat(charged).isBetween(usd(0), usd(cents));
    if (span.from().getDayOfMonth() > 1) {
      assertThat(method.part(usd(cents), span.from().minusDays(1), span.to()))
          .isGreaterThanOrEqualTo(charged);
    }
  }

  @Property
  void wholeMonthsAreWholeInLeapYearsToo(
      @ForAll Proration method,
      @ForAll("months") YearMonth month,
      @ForAll @LongRange(min = 0, max = 10_000_000) long cents) {
    assertThat(method.part(usd(cents), month.atDay(1), month.atEndOfMonth())).isEqualTo(usd(cents));
  }

  @Provide
  Arbitrary<YearMonth> months() {
    return Combinators.combine(
            Arbitraries.integers().between(1999, 2105), Arbitraries.integers().between(1, 12))
        .as(YearMonth::of);
  }

  @Provide
  Arbitrary<Span> spans() {
    return months()
        .flatMap(
            month ->
                Arbitraries.integers()
                    .between(1, month.lengthOfMonth())
                    .flatMap(
                        last ->
                            Arbitraries.integers()
                                .between(1, last)
                                .map(first -> new Span(month.atDay(first), month.atDay(last)))));
  }

  @Provide
  Arbitrary<List<BigDecimal>> weights() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(5000))
        .ofScale(2)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(weights -> weights.stream().anyMatch(weight -> weight.signum() > 0));
  }

  private static Money usd(long cents) {
    return new Money(BigDecimal.valueOf(cents, 2), "USD");
  }

  private static Money sum(List<Money> parts) {
    return parts.stream().reduce(Money.zero("USD"), Money::plus);
  }
}
