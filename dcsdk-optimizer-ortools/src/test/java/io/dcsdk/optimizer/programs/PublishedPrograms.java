package io.dcsdk.optimizer.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The LPs of Netlib and of Mészáros' collection, from the test jar of ojAlgo that Maven downloads; none of them lies here.
 * Their minima, to nine digits, are those that the collections publish, with the constant of the objective as the files of
 * that jar state it.
 */
final class PublishedPrograms {
    private static final String FOLDER = "optimisation/";

    /** One file: its path below the folder, such as netlib/AFIRO.SIF, and its size in bytes. */
    record Entry(String name, long size) {}

    private PublishedPrograms() {}

    /** All files up to a size, the smallest first. */
    static List<Entry> upTo(long bytes) {
        URL one = Objects.requireNonNull(
                PublishedPrograms.class.getClassLoader().getResource(FOLDER + "netlib/AFIRO.SIF"));
        List<Entry> entries = new ArrayList<>();
        try {
            JarFile jar = ((JarURLConnection) one.openConnection()).getJarFile();
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                boolean isOne = name.matches(FOLDER + "(netlib/[^/]*\\.SIF|meszaros/[^/]*\\.mps)");
                if (isOne && entry.getSize() <= bytes) {
                    entries.add(new Entry(name.substring(FOLDER.length()), entry.getSize()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        entries.sort(Comparator.comparingLong(Entry::size).thenComparing(Entry::name));
        return entries;
    }

    static MpsProgram read(String name) {
        return MpsReader.read(lines(FOLDER + name));
    }

    /** The published minimum by name: empty for an infeasible program, missing where none is known. */
    static Map<String, Optional<Double>> minima() {
        Map<String, Optional<Double>> minima = new LinkedHashMap<>();
        for (String line : lines("io/dcsdk/optimizer/programs/published-minima.csv")) {
            String[] fields = line.split(",", -1);
            if (!fields[0].equals("program")) {
                minima.put(
                        fields[0],
                        fields[1].equals("infeasible") ? Optional.empty() : Optional.of(Double.valueOf(fields[1])));
            }
        }
        return minima;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(
                        PublishedPrograms.class.getClassLoader().getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
