package org.aepsych.web.instructions;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Takes out of HTML everything that could run, load or imitate something: what is left is text with its structure. */
final class SafeHtml {
    private static final Pattern COLOURED = Pattern.compile("gamelab-o?colour");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "code",
                    "kbd",
                    "samp",
                    "var",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "s",
                    "small",
                    "sub",
                    "sup",
                    "mark",
                    "abbr",
                    "cite",
                    "q",
                    "section",
                    "article",
                    "figure",
                    "figcaption",
                    "details",
                    "summary",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelNofollowOnLinks()
            .allowAttributes("class")
            .matching(COLOURED)
            .globally()
            .allowAttributes("colspan", "rowspan")
            .matching(SPAN)
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(true, "row", "col")
            .onElements("th")
            .allowAttributes("title", "lang", "dir")
            .globally()
            .allowWithoutAttributes("span", "a")
            .toFactory();

    private SafeHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }
}
