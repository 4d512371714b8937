package io.dcsdk.training;

import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.evaluation.EntityScorer;
import io.dcsdk.training.evaluation.EvaluationReport;
import io.dcsdk.training.loop.DivergenceException;
import io.dcsdk.training.loop.Validation;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.schedule.LearningRate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores the parameters of an epoch on the validation corpus, and tells the listeners the whole report. */
final class EpochValidation implements Validation {
    private final RowPredictor predictor;
    private final EncodedDataset rows;
    private final List<String> types;
    private final List<List<String>> gold;
    private final LearningRate rates;
    private final List<ValidationListener> listeners;

    /**
     * A validation.
     *
     * @param rows the corpus, encoded
     * @param corpus in the scheme of the model's labels
     * @param rates for the message of a loss that is no number
     * @param listeners may still be added to
     */
    EpochValidation(
            RowPredictor predictor,
            EncodedDataset rows,
            Corpus corpus,
            LearningRate rates,
            List<ValidationListener> listeners) {
        this.predictor = predictor;
        this.rows = rows;
        this.types = List.copyOf(corpus.types());
        this.gold = corpus.sentences().stream().map(Sentence::tags).toList();
        this.rates = rates;
        this.listeners = listeners;
    }

    @Override
    public EvaluationRecord evaluate(long step, int epoch) {
        long begun = System.nanoTime();
        RowPredictor.Predicted predicted = predictor.predict(rows);
        if (!Double.isFinite(predicted.loss())) {
            throw DivergenceException.ofValidation(step, rates.at(step - 1), predicted.loss());
        }
        EvaluationReport report = EntityScorer.score(gold, predicted.labels());
        Map<String, Double> byType = new TreeMap<>();
        types.forEach(type -> byType.put(type, report.of(type).f1()));
        listeners.forEach(listener -> listener.onReport(epoch, report));
        return new EvaluationRecord(
                EvaluatedSet.VALIDATION,
                step,
                epoch,
                predicted.loss(),
                report.micro().precision(),
                report.micro().recall(),
                report.micro().f1(),
                report.accuracy(),
                byType,
                Duration.ofNanos(System.nanoTime() - begun));
    }
}
