package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.portal.Mfa;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads the body of {@code POST /sessions} strictly. */
final class ReadSessionForm implements Processor {

  private static final Pattern COMPANY = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern CODE = Pattern.compile("\\d{4,10}");
  private static final Pattern BASE32 = Pattern.compile("[A-Za-z2-7 ]{16,}=*");
  private static final List<String> OF_A_LOGIN = List.of("company", "username", "password", "mfa");

  private final JsonBody body;
  private final List<String> allScopes;

  ReadSessionForm(JsonBody body, Scopes scopes) {
    this.body = body;
    this.allScopes = scopes.all();
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    exchange.getMessage().setBody(read(body.read(exchange)));
  }

  private SessionForm read(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    SessionForm form = fields.has("account") ? configured(fields) : login(fields);
    fields.refuseOthers();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return form;
  }

  private SessionForm configured(FieldReader fields) {
    String account = fields.text("account", 64, ACCOUNT, "the name of a configured account");
    String key = fields.text("key", 256);
    Set<String> scopes = fields.texts("scopes", allScopes);
    for (String name : OF_A_LOGIN) {
      if (fields.has(name)) {
        fields.text(name, Integer.MAX_VALUE);
        fields.wrong(name, "must not be sent together with account");
      }
    }
    return new SessionForm.Configured(account, key, scopes);
  }

  private SessionForm login(FieldReader fields) {
    String company =
        fields.required(
            "company",
            fields.text("company", 64, COMPANY, "the company's name as in its portal's address"));
    String username = fields.required("username", fields.text("username", 254));
    String password = fields.required("password", fields.text("password", 256));
    Mfa mfa = mfa(fields);
    return new SessionForm.Login(
        company, username, password, mfa, fields.texts("scopes", allScopes));
  }

  private static Mfa mfa(FieldReader fields) {
    FieldReader mfa = fields.object("mfa");
    if (mfa == null) {
      return new Mfa.None();
    }
    String code = mfa.text("code", 10, CODE, "the digits of the code");
    String secret = mfa.text("totpSecret", 256, BASE32, "a base32 secret of an authenticator app");
    if (mfa.has("code") == mfa.has("totpSecret")) {
      fields.wrong("mfa", "must hold either code or totpSecret");
    }
    mfa.refuseOthers();
    if (code != null) {
      return new Mfa.Code(code);
    }
    return secret == null
        ? new Mfa.None()
        : new Mfa.Totp(secret.replace(" ", "").toUpperCase(Locale.ROOT));
  }
}
