package io.dcsdk.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.corpus.ConllReader;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.evaluation.EntityScorer;
import io.dcsdk.training.evaluation.EvaluationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A real corpus through a model that knows nothing. */
final class WnutEvaluationTest {
    @Test
    void everyWordOfWnut17HasATag() {
        Path file = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "data/wnut17/emerging.dev.conll");
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: there is no " + file);
        Corpus dev = ConllReader.read(file);
        List<List<String>> words = dev.sentences().stream().map(Sentence::words).toList();
        List<List<String>> gold = dev.sentences().stream().map(Sentence::tags).toList();
        Corpus few = new Corpus("the first of dev", dev.scheme(), dev.sentences().subList(0, 200));
        try (NerModel model = NerTrainer.fromScratch(TinyRun.shape(0), TinyRun.TOKENIZER)
                .train(few)
                .device(ComputeDevice.cpu())
                .batchSize(32)
                .epochs(1)
                .fit()) {
            List<List<String>> tags = model.tag(words);
            assertEquals(1009, tags.size());
            for (int i = 0; i < tags.size(); i++) {
                assertEquals(words.get(i).size(), tags.get(i).size());
                assertTrue(model.config().labels().containsAll(tags.get(i)));
            }
            EvaluationReport report = model.evaluate(dev);
            assertEquals(EntityScorer.score(gold, tags).micro(), report.micro());
            assertEquals(836, report.micro().support());
        }
    }
}
