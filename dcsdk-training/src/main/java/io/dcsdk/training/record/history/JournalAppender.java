package io.dcsdk.training.record.history;

import io.dcsdk.training.record.RecordException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Adds lines to a journal, each in one unbuffered write. A {@code FileOutputStream} and not a channel, which an interrupt of
 * the thread (somebody pressed Ctrl-C) would close.
 */
final class JournalAppender implements AutoCloseable {
    private final Path file;
    private final FileOutputStream out;
    private boolean broken;

    private JournalAppender(Path file, FileOutputStream out) {
        this.file = file;
        this.out = out;
    }

    static JournalAppender open(Path file) {
        try {
            return new JournalAppender(file, new FileOutputStream(file.toFile(), true));
        } catch (IOException e) {
            throw RecordException.ofFile(file, "written", e);
        }
    }

    /** Adds a line; after a fault none, for it would go on where a torn one ends, and the journal could not be read. */
    void append(JournalLine line) {
        if (broken) {
            return;
        }
        try {
            out.write(Journal.bytes(line));
        } catch (IOException e) {
            broken = true;
            throw RecordException.ofFile(file, "written", e);
        }
    }

    void synchronise() {
        try {
            out.getFD().sync();
        } catch (IOException e) {
            throw RecordException.ofFile(file, "written", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw RecordException.ofFile(file, "written", e);
        }
    }
}
