package org.aepsych.core.adaptive.simulation.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.aepsych.core.adaptive.simulation.observer.Observers;
import org.aepsych.core.adaptive.simulation.problem.Competitor;
import org.aepsych.core.adaptive.simulation.problem.Problem;
import org.aepsych.core.adaptive.simulation.problem.Problems;
import org.aepsych.core.adaptive.simulation.study.Measurement;
import org.aepsych.core.adaptive.simulation.study.Metric;
import org.aepsych.core.adaptive.simulation.study.Question;
import org.aepsych.core.adaptive.simulation.study.Replicate;
import org.aepsych.core.adaptive.simulation.study.Study;
import org.junit.jupiter.api.Test;

/** Sessions become curves, tables and drawings. */
class CurveTest {
    private static final Problem PROBLEM = Problems.named("discrimination-2d").orElseThrow();
    private static final Study STUDY = new Study(
            PROBLEM.name(),
            "GlobalMI",
            Competitor.sobol().on(PROBLEM),
            Competitor.sobol().on(PROBLEM),
            Observers.always(PROBLEM.truth()),
            List.of(Question.threshold(0.75, OptionalInt.empty())),
            false);

    private static Replicate session(int number, double brier) {
        return new Replicate(STUDY, number, List.of(measured(50, brier), measured(100, brier / 2)));
    }

    private static Measurement measured(int trials, double brier) {
        return new Measurement(
                0,
                trials,
                Map.of(
                        Metric.BRIER, brier,
                        Metric.MISCLASSIFICATION, 0.1,
                        Metric.RMSE, 0.1,
                        Metric.ASK_MILLIS, 3.0));
    }

    @Test
    void aCurveIsTheMeanOfItsSessionsWithItsStandardError() {
        Curve curve = Curve.of(List.of(session(0, 0.08), session(1, 0.10)), Metric.BRIER)
                .get(0);

        assertThat(curve.points()).extracting(Curve.Point::trials).containsExactly(50, 100);
        assertThat(curve.points().get(0).mean()).isCloseTo(0.09, within(1e-12));
        assertThat(curve.points().get(0).error()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void whatHasNoValueHasNoCurve() {
        assertThat(Curve.of(List.of(session(0, 0.08)), Metric.THRESHOLD_ERROR)).isEmpty();
    }

    @Test
    void theTableShowsThePublishedCurveBelow() {
        List<Curve> curves = Curve.of(List.of(session(0, 0.08), session(1, 0.10)), Metric.BRIER);

        String table = CurveTable.text(Metric.BRIER, curves, Published.of("discrimination-2d", Metric.BRIER));

        assertThat(table.lines().toList().get(2)).startsWith("GlobalMI").contains("0.0900 ±0.0100");
        assertThat(table.lines().toList().get(3))
                .contains("published")
                .contains("0.0850")
                .contains("0.0568");
    }

    @Test
    void theCsvHasALineForEachMeasurement() {
        assertThat(CurveCsv.text(List.of(session(0, 0.08)))).isEqualTo("""
                problem,strategy,replicate,trials,brier,misclassification,rmse,threshold_error,ask_ms
                discrimination-2d,GlobalMI,0,50,0.0800000,0.100000,0.100000,,3.00000
                discrimination-2d,GlobalMI,0,100,0.0400000,0.100000,0.100000,,3.00000
                """);
    }

    @Test
    void theDrawingIsWellFormedAndNamesItsCurves() throws Exception {
        List<Curve> curves = Curve.of(List.of(session(0, 0.08), session(1, 0.10)), Metric.BRIER);

        String svg = CurvePlot.svg(List.of(new CurvePlot.Panel("a < b", curves)));

        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTextContent()).contains("a < b", "GlobalMI");
    }
}
