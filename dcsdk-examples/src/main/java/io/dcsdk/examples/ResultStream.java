package io.dcsdk.examples;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers why it failed: a reader that closed the pipe is fine, a full disk is not. */
final class ResultStream extends FilterOutputStream {
    private @Nullable IOException failure;

    ResultStream(OutputStream target) {
        super(new BufferedOutputStream(target));
    }

    @Override
    public void write(int value) throws IOException {
        try {
            out.write(value);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    private IOException remembered(IOException fault) {
        if (failure == null) {
            failure = fault;
        }
        return fault;
    }

    /** Whether results were lost that somebody still wanted; says so. */
    boolean lost(PrintWriter err) {
        if (failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe")) {
            return false;
        }
        err.printf("standard output: cannot be written (%s)%nMaybe the disk is full.%n", failure.getMessage());
        err.flush();
        return true;
    }
}
