package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.NodeProposal;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The problems that come with the command line, as files to copy and edit. */
enum Example {
    /** 1000 TFLOPS, 10 TB, 100 GB/s, 10 M$, lambda 0.1. */
    FOUNDING("founding-example.yaml"),
    /** 405 billion parameters, 15.6 trillion tokens, 54 days. */
    LLAMA_405B("llama-405b.yaml");

    static final String FIVE_REGIONS = "five-regions.yaml";

    private final String file;

    Example(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** The problem, over the built-in catalogue. */
    DesignProblem problem() {
        return Documents.read(text(), file, DocumentFormat.YAML, DesignProblem.class)
                .withCatalog(Catalog.builtIn());
    }

    /** Workloads over five regions, over no catalogue. */
    static PlacementProblem fiveRegions() {
        return Documents.read(text(FIVE_REGIONS), FIVE_REGIONS, DocumentFormat.YAML, PlacementProblem.class);
    }

    /** Ten nodes of 100 GFLOPS, 1 TB and 10 GB/s, as they were first proposed for the founding example. */
    static NodeProposal proposal() {
        return new NodeProposal(
                10, ComputeRate.parse("100 GFLOP/s bf16"), DataSize.parse("1 TB"), DataRate.parse("10 GB/s"));
    }

    String text() {
        return text(file);
    }

    private static String text(String file) {
        try (InputStream in = Example.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "example (%s): is not beside its class\nMaybe the jar was repackaged without resources."
                                .formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
