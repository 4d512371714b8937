package io.dcsdk.training.profile;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with PyTorch's native libraries, as PYTORCH_LIBRARY_PATH names one.
 *
 * @param folder the folder with libtorch
 * @param version version without its build, such as {@code 2.7.1}, if a file beside it tells
 * @param build the build, such as {@code cu128} or {@code cpu}, if the version tells
 * @param cuda whether the CUDA library is there
 */
public record LibtorchFolder(Path folder, Optional<String> version, Optional<String> build, boolean cuda) {
    private static final Pattern VERSION = Pattern.compile(
            "(?:__version__ *= *['\"])?([0-9]{1,3}(?:\\.[0-9]{1,4}){1,3})(?:\\+([a-z0-9.]{1,20}))?['\"]?");

    private static final int MAX_BYTES = 64 * 1024;

    /**
     * The first folder of a path list that holds libtorch, as DJL looks for it.
     *
     * @param pathList folders, or libtorch's own file, separated as in PATH
     * @return the folder; empty if none holds it
     */
    static Optional<LibtorchFolder> find(String pathList) {
        for (String entry : pathList.split(Pattern.quote(File.pathSeparator), -1)) {
            Optional<LibtorchFolder> found = at(entry);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LibtorchFolder> at(String entry) {
        String library = System.mapLibraryName("torch");
        Path path;
        try {
            path = Path.of(entry).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        boolean itself = Files.isRegularFile(path) && path.endsWith(library);
        Path parent = path.getParent();
        Path folder = itself && parent != null ? parent : path;
        if (entry.isBlank() || !Files.isRegularFile(folder.resolve(library))) {
            return Optional.empty();
        }
        Optional<Matcher> version = version(folder);
        return Optional.of(new LibtorchFolder(
                folder,
                version.map(matcher -> matcher.group(1)),
                version.flatMap(matcher -> Optional.ofNullable(matcher.group(2))),
                Files.isRegularFile(folder.resolve(System.mapLibraryName("torch_cuda")))));
    }

    /** libtorch's archive has a file build-version above lib, Python's wheel a version.py. */
    private static Optional<Matcher> version(Path folder) {
        for (Path file : new Path[] {
            folder.resolveSibling("build-version"), folder.resolve("build-version"), folder.resolveSibling("version.py")
        }) {
            Optional<Matcher> found = text(file)
                    .lines()
                    .map(String::strip)
                    .map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The folder for people: {@code PyTorch 2.7.1+cu128 with CUDA in /opt/libtorch/lib}. */
    @Override
    public String toString() {
        return "PyTorch " + version.orElse("of unknown version")
                + build.map(name -> "+" + name).orElse("") + (cuda ? " with" : " without") + " CUDA in " + folder;
    }
}
