package dev.camelentrata.api;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: sorts a list and cuts out the page that was asked for. */
final class CutPage<T> implements Processor {

  private final Class<T> type;
  private final Function<T, SortKey> key;
  private final Cursors cursors;

  CutPage(Class<T> type, Function<T, SortKey> key, Cursors cursors) {
    this.type = type;
    this.key = key;
    this.cursors = cursors;
  }

  @Override
  public void process(Exchange exchange) {
    List<?> items = exchange.getMessage().getBody(List.class);
    exchange.getMessage().setBody(cut(items, Call.of(exchange).page()));
  }

  Page cut(List<?> items, PageRequest wanted) {
    List<T> rest =
        items.stream()
            .map(type::cast)
            .filter(i -> wanted.after() == null || key.apply(i).compareTo(wanted.after()) > 0)
            .sorted(Comparator.comparing(key))
            .toList();
    if (rest.size() <= wanted.limit()) {
      return new Page(rest, null);
    }
    List<T> data = rest.subList(0, wanted.limit());
    return new Page(data, cursors.write(key.apply(data.get(data.size() - 1)), wanted.filters()));
  }
}
