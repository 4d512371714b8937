package io.dcsdk.training.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.tensor.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

final class ConfigProperties {
    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("config");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("config.json"));
        Files.delete(folder);
    }

    @Property(tries = 100)
    void aModelIsTheSameAfterWritingAndReading(@ForAll("models") ModelConfig model, @ForAll ElementType type)
            throws IOException {
        ElementType stored = type.isFloatingPoint() && type != ElementType.F64 ? type : ElementType.F32;
        assertEquals(
                model, written(ConfigText.of(model, stored, JsonText.empty())).ownModel());
    }

    @Property(tries = 60)
    void aModelIsTheSameWhateverItsOriginSaid(@ForAll("models") ModelConfig origin, @ForAll("models") ModelConfig model)
            throws IOException {
        ConfigFile base = written(ConfigText.of(origin, ElementType.F32, JsonText.empty())
                .replaceFirst(
                        "\\{",
                        "{\"num_labels\": %d, \"torch_dtype\": \"float16\", \"hidden_act_note\": \"kept\","
                                        .formatted(origin.labels().size())
                                + " \"huge\": 123456789012345678901234567890.10,"));
        ConfigFile again = written(ConfigText.of(model, ElementType.BF16, base.copy()));

        assertEquals(model, again.ownModel());
        assertEquals("kept", again.copy().path("hidden_act_note").asString());
        assertEquals(
                "123456789012345678901234567890.10",
                again.copy().path("huge").decimalValue().toPlainString());
        assertEquals("bfloat16", again.copy().path("dtype").asString());
        assertEquals(false, again.copy().has("torch_dtype"));
    }

    private static ConfigFile written(String text) throws IOException {
        Files.writeString(folder.resolve("config.json"), text);
        return ConfigFile.read(folder);
    }

    @Provide
    Arbitrary<ModelConfig> models() {
        Arbitrary<Double> dropout =
                Arbitraries.oneOf(Arbitraries.doubles().between(0, 0.99).ofScale(5), Arbitraries.of(0.0, 0.1, 1e-9));
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 100);
        Arbitrary<List<Double>> dropouts = dropout.list().ofSize(3);
        Arbitrary<List<Integer>> sizes = size.list().ofSize(7);
        Arbitrary<List<String>> labels = Arbitraries.strings()
                .withCharRange('\0', '\u04ff')
                .withChars('"', '\\', '/')
                .ofMaxLength(10)
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(12);
        return Combinators.combine(
                        Arbitraries.of(Architecture.class),
                        Arbitraries.of(Head.class),
                        Arbitraries.of(Activation.class),
                        sizes,
                        dropouts,
                        labels,
                        Arbitraries.doubles().between(0.0001, 0.5).ofScale(4).map(x -> x * 1e-8))
                .as(ConfigProperties::model);
    }

    private static ModelConfig model(
            Architecture architecture,
            Head head,
            Activation activation,
            List<Integer> sizes,
            List<Double> dropouts,
            List<String> labels,
            double small) {
        boolean distilled = architecture == Architecture.DISTILBERT;
        int padTokenId = sizes.get(0) - 1;
        return new ModelConfig(
                architecture,
                head,
                sizes.get(0) + 3,
                sizes.get(1) * sizes.get(2),
                sizes.get(3),
                sizes.get(1),
                sizes.get(4),
                sizes.get(5) + padTokenId + 1,
                distilled ? 0 : sizes.get(6),
                padTokenId,
                distilled ? 1e-12 : small,
                activation,
                dropouts.get(0),
                dropouts.get(1),
                dropouts.get(2),
                small / 2,
                head == Head.QUESTION_ANSWERING ? labels.subList(0, 2) : labels);
    }
}
