package io.dcsdk.training.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfigFileTest {
    @TempDir
    Path folder;

    private ConfigFile config(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
        return ConfigFile.read(folder);
    }

    @Test
    void defaultsAreThoseOfTheFamily() throws IOException {
        assertEquals(
                new ModelConfig(
                        Architecture.BERT,
                        Head.TOKEN_CLASSIFICATION,
                        30522,
                        768,
                        12,
                        12,
                        3072,
                        512,
                        2,
                        0,
                        1e-12,
                        Activation.GELU,
                        0.1,
                        0.1,
                        0.1,
                        0.02,
                        List.of("LABEL_0", "LABEL_1")),
                config("{\"model_type\":\"bert\",\"architectures\":[\"BertForTokenClassification\"]}")
                        .ownModel());
        ModelConfig roberta = config(
                        "{\"model_type\":\"roberta\",\"architectures\":[\"RobertaForSequenceClassification\"],\"num_labels\":3}")
                .ownModel();
        assertEquals(50265, roberta.vocabularySize());
        assertEquals(1, roberta.padTokenId());
        assertEquals(510, roberta.maxLength());
        assertEquals(List.of("LABEL_0", "LABEL_1", "LABEL_2"), roberta.labels());
        ModelConfig distilled = config(
                        "{\"model_type\":\"distilbert\",\"architectures\":[\"DistilBertForQuestionAnswering\"],\"sinusoidal_pos_embds\":true}")
                .ownModel();
        assertEquals(6, distilled.layers());
        assertEquals(768, distilled.hiddenSize());
        assertEquals(0, distilled.tokenTypes());
        assertEquals(0.1, distilled.classifierDropout());
    }

    @ParameterizedTest
    @CsvSource({
        "bert, TOKEN_CLASSIFICATION, 0.3",
        "bert, SEQUENCE_CLASSIFICATION, 0.3",
        "bert, QUESTION_ANSWERING, 0",
        "roberta, TOKEN_CLASSIFICATION, 0.3",
        "roberta, QUESTION_ANSWERING, 0",
        "distilbert, TOKEN_CLASSIFICATION, 0.2",
        "distilbert, SEQUENCE_CLASSIFICATION, 0.4",
        "distilbert, QUESTION_ANSWERING, 0.5",
    })
    void theDropoutBeforeTheHeadIsThatOfTransformers(String type, Head head, double expected) throws IOException {
        ConfigFile config = config(("{\"model_type\":\"%s\",\"hidden_dropout_prob\":0.1,\"classifier_dropout\":0.3,"
                        + "\"dropout\":0.2,\"seq_classif_dropout\":0.4,\"qa_dropout\":0.5}")
                .formatted(type));
        assertEquals(expected, config.model(head, List.of("a", "b")).classifierDropout());
        if (!type.equals("distilbert") && head != Head.QUESTION_ANSWERING) {
            ConfigFile nothing = config(
                    "{\"model_type\":\"%s\",\"hidden_dropout_prob\":0.15,\"classifier_dropout\":null}".formatted(type));
            assertEquals(0.15, nothing.model(head, List.of("a", "b")).classifierDropout());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gelu, GELU",
        "gelu_python, GELU",
        "gelu_new, GELU_TANH",
        "gelu_pytorch_tanh, GELU_TANH",
        "relu, RELU",
    })
    void activationsHaveTheNamesOfTransformers(String name, Activation expected) throws IOException {
        ConfigFile config = config("{\"model_type\":\"bert\",\"hidden_act\":\"%s\"}".formatted(name));
        assertEquals(
                expected, config.model(Head.TOKEN_CLASSIFICATION, List.of("O")).activation());
    }

    @Test
    void onlyTheThreeHeadsOfItsOwnFamilyCount() throws IOException {
        assertEquals(
                Optional.of(Head.QUESTION_ANSWERING),
                config("{\"model_type\":\"bert\",\"architectures\":[\"BertForQuestionAnswering\"]}")
                        .head());
        for (String other : List.of(
                "[\"BertForMaskedLM\"]",
                "[\"BertModel\"]",
                "[\"RobertaForTokenClassification\"]",
                "[]",
                "null",
                "[7]")) {
            ConfigFile config = config("{\"model_type\":\"bert\",\"architectures\":%s}".formatted(other));
            assertEquals(Optional.empty(), config.head(), other);
            assertThrows(CheckpointException.class, config::ownModel);
        }
    }

    @Test
    void paddingMayBeAbsentOrNullExceptWherePositionsCountFromIt() throws IOException {
        assertEquals(
                0,
                config("{\"model_type\":\"bert\",\"pad_token_id\":null}")
                        .model(Head.TOKEN_CLASSIFICATION, List.of("O"))
                        .padTokenId());
        assertThrows(CheckpointException.class, () -> config("{\"model_type\":\"roberta\",\"pad_token_id\":null}"));
    }

    @Test
    void unknownFieldsMayBeAnything() throws IOException {
        ConfigFile config = config("{\"model_type\":\"bert\",\"task_specific_params\":{\"a\":[1,{\"b\":null}]},"
                + "\"use_cache\":\"perhaps\",\"quantization_config\":null,\"is_decoder\":false,\"pruned_heads\":{},"
                + "\"position_embedding_type\":\"absolute\",\"dim\":\"no field of this family\"}");
        assertEquals(768, config.model(Head.TOKEN_CLASSIFICATION, List.of("O")).hiddenSize());
    }

    /** Fields beside model_type, and what the message must say. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("\"position_embedding_type\":\"relative_key\"", "position_embedding_type (\"relative_key\")"),
                arguments("\"position_embedding_type\":\"relative_key_query\"", "only absolute positions"),
                arguments("\"is_decoder\":true", "is_decoder (true)"),
                arguments("\"add_cross_attention\":true", "only encoders"),
                arguments("\"quantization_config\":{\"bits\":4}", "quantized weights"),
                arguments("\"pruned_heads\":{\"0\":[1]}", "pruned_heads"),
                arguments("\"hidden_act\":\"silu\"", "gelu, gelu_fast, gelu_new"),
                arguments("\"hidden_act\":7", "a text is wanted"),
                arguments("\"vocab_size\":\"30522\"", "a whole number below 2^31 is wanted"),
                arguments("\"vocab_size\":30522.0", "a whole number"),
                arguments("\"vocab_size\":null", "a whole number"),
                arguments("\"vocab_size\":4294967297", "a whole number"),
                arguments("\"vocab_size\":0", "is less than 1"),
                arguments("\"hidden_size\":770", "is no multiple of the 12 attention heads"),
                arguments("\"num_hidden_layers\":2147483647", "above 1000"),
                arguments("\"vocab_size\":2147483647", "exceeds 2^31 - 1"),
                arguments("\"intermediate_size\":2147483647", "exceeds 2^31 - 1"),
                arguments("\"layer_norm_eps\":0", "is not between 0 and 1"),
                arguments("\"layer_norm_eps\":\"1e-12\"", "a number is wanted"),
                arguments("\"hidden_dropout_prob\":1", "is not from 0 to below 1"),
                arguments("\"attention_probs_dropout_prob\":-0.1", "is not from 0 to below 1"),
                arguments("\"initializer_range\":1e999", "is negative or no number"),
                arguments("\"classifier_dropout\":[]", "a number is wanted"),
                arguments("\"pad_token_id\":-1", "is not in the vocabulary"),
                arguments("\"is_decoder\":\"yes\"", "true or false is wanted"),
                arguments("\"vocab_size\":1,\"vocab_size\":1", "line (1)"),
                arguments("\"vocab_size\":1} {", "line (1)"),
                arguments("\"x\":NaN", "not valid JSON"),
                arguments("\"x\":" + "[".repeat(5000), "not valid JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String fields, String expected) {
        CheckpointException fault =
                assertThrows(CheckpointException.class, () -> config("{\"model_type\":\"bert\"," + fields + "}"));
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains(" of " + folder.resolve("config.json") + ": "), message);
        assertTrue(message.contains("\nMaybe "), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id2label\":{\"0\":\"O\",\"2\":\"B\"} | not numbered from 0 to 1",
                "\"id2label\":{\"0\":\"O\",\"01\":\"B\"} | not numbered from 0 to 1",
                "\"id2label\":{\"0\":\"O\",\"-1\":\"B\"} | not numbered from 0 to 1",
                "\"id2label\":{\"0\":\"O\",\"1\":\"O\"} | two labels have the same name",
                "\"id2label\":{\"0\":1} | label 0 is no text",
                "\"id2label\":{} | there is no label",
                "\"id2label\":[\"O\"] | an object from numbers to names",
                "\"id2label\":{\"0\":\"O\"},\"num_labels\":2 | it has 1 labels, num_labels says 2",
                "\"num_labels\":0 | it is not from 1",
                "\"num_labels\":2000000000 | it is not from 1",
                "\"architectures\":\"BertForTokenClassification\" | a list of class names",
            })
    void refusesLabels(String fields, String expected) {
        String architectures =
                fields.contains("architectures") ? "" : "\"architectures\":[\"BertForTokenClassification\"],";
        CheckpointException fault = assertThrows(
                CheckpointException.class, () -> config("{\"model_type\":\"bert\"," + architectures + fields + "}")
                        .ownModel());
        assertTrue(String.valueOf(fault.getMessage()).contains(expected), fault.getMessage());
        assertTrue(String.valueOf(fault.getMessage()).contains("\nMaybe "), fault.getMessage());
    }

    @Test
    void aRegressionAndALargeAnswerHeadAreRefused() throws IOException {
        String sequence = "{\"model_type\":\"bert\",\"architectures\":[\"BertForSequenceClassification\"],";
        assertThrows(
                CheckpointException.class,
                config(sequence + "\"problem_type\":\"multi_label_classification\"}")::ownModel);
        assertEquals(
                2,
                config(sequence + "\"problem_type\":\"single_label_classification\"}")
                        .ownModel()
                        .labels()
                        .size());
        assertThrows(
                CheckpointException.class,
                config("{\"model_type\":\"bert\",\"architectures\":[\"BertForQuestionAnswering\"],\"num_labels\":3}")
                        ::ownModel);
    }

    @Test
    void messagesOfAWrongFamilyAreWhole() {
        Path file = folder.resolve("config.json");
        assertEquals(
                "model_type (\"gpt2\") of " + file + ": it is not one of bert, roberta, distilbert\n"
                        + "Maybe choose a checkpoint of one of these families.",
                assertThrows(CheckpointException.class, () -> config("{\"model_type\":\"gpt2\"}"))
                        .getMessage());
        assertEquals(
                "model_type (absent) of " + file + ": it is needed to know the family of the model\n"
                        + "Maybe add it (one of bert, roberta, distilbert), or this folder is no HuggingFace checkpoint.",
                assertThrows(CheckpointException.class, () -> config("{}")).getMessage());
        assertEquals(
                "content of " + file
                        + ": it is no JSON object\nMaybe another file was meant, or it was not written to its end.",
                assertThrows(CheckpointException.class, () -> config("[]")).getMessage());
        assertThrows(CheckpointException.class, () -> config(""));
        assertThrows(CheckpointException.class, () -> config("\ufeff{\"model_type\":\"bert\"}"));
    }
}
