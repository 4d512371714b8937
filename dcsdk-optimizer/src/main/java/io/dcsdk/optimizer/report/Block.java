package io.dcsdk.optimizer.report;

import java.util.List;

/** A part of a section. All text is plain: whoever writes it escapes it. */
sealed interface Block {
    /** Sentences. */
    record Paragraph(String text) implements Block {}

    /** Sentences about the picture that follows, for pages with pictures. */
    record Caption(String text) implements Block {}

    /** A list. */
    record Bullets(List<Bullet> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }

        static Bullets of(List<String> texts) {
            return new Bullets(texts.stream().map(text -> new Bullet("", text)).toList());
        }
    }

    /** What is told, after what it is about; the latter may be empty. */
    record Bullet(String about, String text) {}

    /** A table; the first cell of each row names the row. */
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A column; figures are set to the right. */
    record Column(String heading, boolean figures) {
        static Column text(String heading) {
            return new Column(heading, false);
        }

        static Column figures(String heading) {
            return new Column(heading, true);
        }
    }

    /** A picture as an SVG element, drawn by the SDK; its text is escaped already. */
    record Picture(String svg) implements Block {}

    /** Whether it is left out where there are no pictures. */
    default boolean isDrawn() {
        return this instanceof Picture || this instanceof Caption;
    }
}
