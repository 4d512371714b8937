package io.dcsdk.benchmarks.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives of training programs with another text: the module object and its attributes stay those of the archive. */
final class ProgramArchive {
    private static final String CODE = "program/code/__torch__.py";

    private ProgramArchive() {}

    /** The archive with its program replaced. */
    static byte[] withText(byte[] archive, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean replaced = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean code = entry.getName().equals(CODE);
                replaced |= code;
                write(out, entry.getName(), code ? text.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!replaced) {
            throw new IllegalStateException("archive of a program: it has no " + CODE);
        }
        return bytes.toByteArray();
    }

    /** The program in an archive. */
    static String text(byte[] archive) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(CODE)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("archive of a program: it has no " + CODE);
    }

    /** The engine reads stored entries only. */
    private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
