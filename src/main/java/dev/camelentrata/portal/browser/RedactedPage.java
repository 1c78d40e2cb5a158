package dev.camelentrata.portal.browser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * A page without anybody's data: the markup stays, and of the texts only those that belong to the
 * page itself.
 */
final class RedactedPage {

  /** Texts of these, and within them, belong to the page and help to see what has changed. */
  private static final String PAGE_TEXTS = "th, label, button, legend, caption, nav, .alert";

  private static final Set<String> URL_ATTRIBUTES = Set.of("href", "src", "action", "formaction");

  private static final Set<String> KEPT_QUERY = Set.of("module", "action");

  private static final Pattern PERSONAL =
      Pattern.compile(
          "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+" // e-mail address
              + "|\\+?\\(?\\d[\\d ().-]{6,}\\d" // telephone number
              + "|[$€£]\\s?[\\d.,]+"); // amount

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "csrf|token|secret|session|password|passwd|nonce|auth|key", Pattern.CASE_INSENSITIVE);

  /** Texts of these, and within them, are somebody's data wherever they are. */
  private static final String DATA_TEXTS = "td, select, textarea, input, [contenteditable]";

  /** Hides the same texts in the browser, before a screenshot. */
  static final String HIDE_TEXTS =
      """
      const within = list => list.split(', ').flatMap(s => [s, s + ' *']).join(', ');
      const paint = c => `color: ${c} !important; -webkit-text-fill-color: ${c} !important;
          text-shadow: none !important; transition: none !important;`;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
          body * { ${paint('transparent')} }
          body :is(${within('%1$s')}) { ${paint('#567')} }
          html body :is(#_, ${within('%2$s')}) { ${paint('transparent')} }
          body :is(img, canvas, video, iframe, object) { visibility: hidden !important; }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      window.scrollTo(0, 0);
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const personal = new RegExp(arguments[0], 'g');
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement.closest('%1$s')) {
          text.data = text.data.replace(personal, '…');
        }
      }
      """
          .formatted(PAGE_TEXTS, DATA_TEXTS);

  private RedactedPage() {}

  /** Argument of {@link #HIDE_TEXTS}. */
  static String personal() {
    return PERSONAL.pattern();
  }

  static String html(String source) {
    return html(source, List.of());
  }

  /**
   * The same without these texts, wherever they are.
   *
   * @param written what somebody wrote into the portal and gets to see again
   */
  static String html(String source, Collection<String> written) {
    Document page = Jsoup.parse(source == null ? "" : source);
    page.outputSettings().prettyPrint(false);
    List<Node> comments = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Comment) {
              comments.add(node);
            } else if (node instanceof DataNode data) {
              if (!"style".equals(node.parent() == null ? "" : node.parent().nodeName())) {
                data.setWholeData("");
              }
            } else if (node instanceof TextNode text) {
              text.text(without(written, text(text)));
            } else if (node instanceof Element element) {
              attributes(element, written);
            }
            return FilterResult.CONTINUE;
          }
        },
        page);
    comments.forEach(Node::remove);
    return page.outerHtml();
  }

  private static String text(TextNode node) {
    String text = node.getWholeText();
    if (text.isBlank()) {
      return text;
    }
    Element parent = node.parent();
    boolean ofPage =
        parent != null && parent.closest(PAGE_TEXTS) != null && parent.closest(DATA_TEXTS) == null;
    return ofPage ? PERSONAL.matcher(text).replaceAll("…") : "…";
  }

  private static void attributes(Element element, Collection<String> written) {
    boolean secretName = SECRET_NAME.matcher(element.attr("name")).find();
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      String value = attribute.getValue();
      if (value.isEmpty()) {
        continue;
      }
      if (name.equals("value")
          || name.equals("srcdoc")
          || name.startsWith("on")
          || (name.equals("content") && secretName)
          || (name.startsWith("data-") && SECRET_NAME.matcher(name).find())) {
        element.attr(attribute.getKey(), "…");
      } else if (URL_ATTRIBUTES.contains(name) || name.endsWith("url")) {
        element.attr(attribute.getKey(), url(value));
      } else if (!name.equals("class") && !name.equals("id")) {
        element.attr(attribute.getKey(), without(written, PERSONAL.matcher(value).replaceAll("…")));
      }
    }
  }

  private static String without(Collection<String> written, String text) {
    String result = text;
    for (String each : written) {
      result = result.replace(each, "…");
    }
    return result;
  }

  /** The address with only those query values that name a screen. */
  static String url(String address) {
    if (address == null) {
      return "-";
    }
    if (address.startsWith("data:") || address.startsWith("javascript:")) {
      return address.substring(0, address.indexOf(':') + 1) + "…";
    }
    int fragment = address.indexOf('#');
    String plain = fragment < 0 ? address : address.substring(0, fragment);
    int question = plain.indexOf('?');
    if (question < 0) {
      return path(plain);
    }
    List<String> kept = new ArrayList<>();
    for (String pair : plain.substring(question + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      kept.add(KEPT_QUERY.contains(name) || equals < 0 ? pair : name + "=…");
    }
    return path(plain.substring(0, question)) + "?" + String.join("&", kept);
  }

  private static String path(String address) {
    int host = address.indexOf("://");
    int slash = host < 0 ? 0 : address.indexOf('/', host + 3);
    return slash < 0
        ? address
        : address.substring(0, slash) + PERSONAL.matcher(address.substring(slash)).replaceAll("…");
  }
}
