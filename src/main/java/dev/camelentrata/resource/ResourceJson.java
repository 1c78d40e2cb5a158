package dev.camelentrata.resource;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.Money;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import dev.camelentrata.model.UnitStatus;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * The API's JSON: money as text, statuses as slugs, ISO dates, nulls written out; without {@code
 * asOf}, which readers of the mirror add.
 */
public final class ResourceJson {

  private ResourceJson() {}

  public static ObjectMapper mapper() {
    SimpleModule values =
        new SimpleModule()
            .addSerializer(new MoneySerializer())
            .addSerializer(new UnitStatusSerializer())
            .addSerializer(new BigDecimalSerializer());
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(values)
        .addMixIn(Property.class, WithoutAsOf.class)
        .addMixIn(Floorplan.class, WithoutAsOf.class)
        .addMixIn(Unit.class, WithoutAsOf.class)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  @JsonIgnoreProperties("asOf")
  private interface WithoutAsOf {}

  private static final class MoneySerializer extends StdSerializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneySerializer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      out.writeStringField("amount", money.amount().toPlainString());
      out.writeStringField("currency", money.currency());
      out.writeEndObject();
    }
  }

  private static final class UnitStatusSerializer extends StdSerializer<UnitStatus> {
    private static final long serialVersionUID = 1L;

    UnitStatusSerializer() {
      super(UnitStatus.class);
    }

    @Override
    public void serialize(UnitStatus status, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(status.slug());
    }
  }

  /** Bedrooms and bathrooms: {@code 2}, {@code 1.5}, never {@code 2.0} or {@code 1E+1}. */
  private static final class BigDecimalSerializer extends StdSerializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    BigDecimalSerializer() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal number, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(number.stripTrailingZeros().toPlainString());
    }
  }
}
