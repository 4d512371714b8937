package io.dcsdk.optimizer.report;

import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Caption;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a page as one HTML file that needs nothing else: no script, no font, no address. It is well-formed XML as well.
 *
 * <p>All text is escaped, wherever it comes from. Beyond that the page forbids itself everything that it does not contain: its
 * Content-Security-Policy admits the style sheets in it by their SHA-256 and nothing else, so that markup that came in after all
 * could neither run nor load nor style anything. Text of either direction is kept within its cell.
 */
final class HtmlPage {
    /** Elements of text do not survive escaping, so what matches is a style sheet of the SDK. */
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final StringBuilder html = new StringBuilder();
    private final Page page;

    private HtmlPage(Page page) {
        this.page = page;
    }

    static String of(Page page) {
        return new HtmlPage(page).write();
    }

    private static String escaped(String text) {
        return SvgDrawing.escaped(text);
    }

    private String write() {
        html.append("<!DOCTYPE html>\n")
                .append(
                        "<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"UTF-8\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(policy())
                .append("\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
        element("title", page.title());
        html.append("<style>").append(PageStyle.SHEET).append("</style>\n</head>\n<body>\n<header>\n");
        element("h1", page.title());
        html.append("<p class=\"verdict\">").append(escaped(page.verdict())).append("</p>\n</header>\n");
        contents();
        html.append("<main>\n");
        for (int k = 0; k < page.sections().size(); k++) {
            section(page.sections().get(k), "part-" + (k + 1));
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private void contents() {
        html.append("<nav aria-label=\"Contents\">\n<ol>\n");
        for (int k = 0; k < page.sections().size(); k++) {
            html.append("<li><a href=\"#part-%d\">%s</a></li>\n"
                    .formatted(k + 1, escaped(page.sections().get(k).heading())));
        }
        html.append("</ol>\n</nav>\n");
    }

    private void section(Section section, String id) {
        html.append("<section id=\"%s\" aria-labelledby=\"%s-heading\">\n".formatted(id, id));
        html.append("<h2 id=\"%s-heading\">%s</h2>\n".formatted(id, escaped(section.heading())));
        section.blocks().forEach(this::block);
        html.append("</section>\n");
    }

    private void block(Block block) {
        if (block instanceof Paragraph paragraph) {
            element("p", paragraph.text());
        } else if (block instanceof Caption caption) {
            element("p", caption.text());
        } else if (block instanceof Bullets bullets) {
            html.append("<ul>\n");
            bullets.items().forEach(this::bullet);
            html.append("</ul>\n");
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Picture picture) {
            html.append("<figure>\n").append(picture.svg()).append("</figure>\n");
        }
    }

    private void bullet(Bullet bullet) {
        html.append("<li>");
        if (!bullet.about().isEmpty()) {
            html.append("<strong>").append(escaped(bullet.about())).append("</strong>: ");
        }
        html.append(escaped(bullet.text())).append("</li>\n");
    }

    private void table(Table table) {
        html.append("<div class=\"wide\">\n<table>\n");
        element("caption", table.caption());
        html.append("<thead>\n<tr>");
        for (Column column : table.columns()) {
            html.append("<th scope=\"col\"%s>%s</th>".formatted(style(column), escaped(column.heading())));
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (int k = 0; k < row.size(); k++) {
                html.append(
                        k == 0
                                ? "<th scope=\"row\">%s</th>".formatted(escaped(row.get(k)))
                                : "<td%s>%s</td>"
                                        .formatted(style(table.columns().get(k)), escaped(row.get(k))));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private static String style(Column column) {
        return column.figures() ? " class=\"figures\"" : "";
    }

    private String policy() {
        List<String> sheets = new ArrayList<>(List.of(PageStyle.SHEET));
        for (Section section : page.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Picture picture) {
                    Matcher matcher = STYLE.matcher(picture.svg());
                    while (matcher.find()) {
                        sheets.add(matcher.group(1));
                    }
                }
            }
        }
        Set<String> hashes = sheets.stream().map(HtmlPage::hash).collect(Collectors.toCollection(LinkedHashSet::new));
        return "default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'"
                .formatted(String.join(" ", hashes));
    }

    private static String hash(String sheet) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sheet.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
