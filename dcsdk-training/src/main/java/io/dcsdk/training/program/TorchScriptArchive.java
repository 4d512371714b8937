package io.dcsdk.training.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive: a zip of stored entries that {@code torch.jit.load} and the engine read.
 *
 * <p>{@code data.pkl} is a protocol-2 pickle of one module object, {@code code/__torch__.py} the program text, {@code
 * data/0} the bytes of the one empty storage that the tensor attributes begin with, {@code constants.pkl} an empty tuple.
 * Times in the zip are fixed, so equal programs have equal bytes.
 */
final class TorchScriptArchive {
    private static final String ROOT = "program";

    /** Not the first moment that a zip can tell, for which Java writes a field that depends on the time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private TorchScriptArchive() {}

    /** An attribute of the module object; tensors begin empty and are bound by the program. */
    record Attribute(String name, boolean isList) {
        static Attribute tensor(String name) {
            return new Attribute(name, false);
        }

        static Attribute tensors(String name) {
            return new Attribute(name, true);
        }
    }

    static byte[] of(String type, String text, List<Attribute> attributes) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("data.pkl", module(type, attributes));
        entries.put("code/__torch__.py", text.getBytes(StandardCharsets.UTF_8));
        entries.put("data/0", new byte[4]);
        entries.put("constants.pkl", new Pickle().emptyTuple().end());
        entries.put("version", "10\n".getBytes(StandardCharsets.US_ASCII));
        return zip(entries);
    }

    private static byte[] module(String type, List<Attribute> attributes) {
        Pickle pickle = new Pickle();
        pickle.global("__torch__", type).emptyTuple().newObject();
        pickle.emptyDictionary().mark();
        pickle.text("training").truth(true);
        for (Attribute attribute : attributes) {
            pickle.text(attribute.name());
            if (attribute.isList()) {
                pickle.emptyTensorList();
            } else {
                pickle.zeroTensor();
            }
        }
        return pickle.setItems().build().end();
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> item : entries.entrySet()) {
                byte[] content = item.getValue();
                CRC32 checksum = new CRC32();
                checksum.update(content);
                ZipEntry entry = new ZipEntry(ROOT + "/" + item.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** The few opcodes of a protocol-2 pickle that a module object needs. Nothing here reads a pickle. */
    private static final class Pickle {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle() {
            out.write(0x80);
            out.write(2);
        }

        Pickle global(String module, String name) {
            return raw("c" + module + "\n" + name + "\n");
        }

        Pickle emptyTuple() {
            return raw(")");
        }

        Pickle newObject() {
            return raw("\u0081");
        }

        Pickle emptyDictionary() {
            return raw("}");
        }

        Pickle mark() {
            return raw("(");
        }

        Pickle setItems() {
            return raw("u");
        }

        Pickle build() {
            return raw("b");
        }

        Pickle truth(boolean value) {
            return raw(value ? "\u0088" : "\u0089");
        }

        Pickle text(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            raw("X");
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(utf8.length)
                    .array());
            out.writeBytes(utf8);
            return this;
        }

        /** A small whole number, BININT1. */
        Pickle number(int value) {
            raw("K");
            out.write(value);
            return this;
        }

        Pickle emptyTensorList() {
            return global("torch.jit._pickle", "build_tensorlist").raw("]\u0085R");
        }

        /** {@code _rebuild_tensor_v2(storage, 0, (1,), (1,), False, OrderedDict())}: one float, zero. */
        Pickle zeroTensor() {
            global("torch._utils", "_rebuild_tensor_v2").mark();
            mark().text("storage")
                    .global("torch", "FloatStorage")
                    .text("0")
                    .text("cpu")
                    .number(1);
            raw("tQ"); // TUPLE, BINPERSID
            number(0).number(1).raw("\u0085").number(1).raw("\u0085").truth(false);
            return global("collections", "OrderedDict").emptyTuple().raw("RtR");
        }

        byte[] end() {
            raw(".");
            return out.toByteArray();
        }

        private Pickle raw(String opcodes) {
            out.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }
    }
}
