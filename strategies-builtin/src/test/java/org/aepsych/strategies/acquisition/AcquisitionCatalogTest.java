package org.aepsych.strategies.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.aepsych.api.config.ConfigException;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcquisitionCatalogTest {
    private final TckContext context = TckContext.ofEveryKind();

    @Test
    void optionsComeFromTheFunctionsSection() {
        TckContext given = context.withOption("EAVC", "target", "0.6").withOption("EAVC", "query_set_size", "128");
        assertThat(AcquisitionCatalog.create(given, "EAVC", "acqf"))
                .isEqualTo(new LookAhead(Measure.VOLUME_CHANGE, LookAhead.Event.LEVEL_SET, 0.6, 128));
    }

    @Test
    void withoutThatSectionOptionsComeFromTheStrategysAndThenHaveAepsychsDefaults() {
        assertThat(AcquisitionCatalog.create(context, "GlobalMI", "acqf"))
                .isEqualTo(new LookAhead(Measure.INFORMATION, LookAhead.Event.LEVEL_SET, 0.75, 256));
        assertThat(AcquisitionCatalog.create(context.withOption("target", "0.5"), "MCLevelSetEstimation", "acqf"))
                .isEqualTo(new Straddle(0.5, 3.84, QuantityChoice.NATURAL, true));
    }

    @Test
    void aSectionMayStandForAFunction() {
        TckContext given = context.withOption("low", "class", "GlobalSUR")
                .withOption("low", "target", "0.2")
                .withOption("low", "lookahead_type", "posterior");
        assertThat(AcquisitionCatalog.create(given, "low", "acqf"))
                .isEqualTo(new LookAhead(Measure.ERROR_REDUCTION, LookAhead.Event.RESPONSE, 0.2, 256));
    }

    @Test
    void theObjectiveOfLookAheadFunctionsIsNotLookedAt() {
        TckContext given = context.withOption("EAVC", "objective", "FloorLogitObjective");
        assertThat(AcquisitionCatalog.create(given, "EAVC", "acqf")).isInstanceOf(LookAhead.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EAVC, target, 1, a number above 0 and below 1",
        "EAVC, target, high, a number above 0 and below 1",
        "EAVC, query_set_size, 0, a whole number from 1",
        "EAVC, lookahead_type, forward, 'one of [levelset, posterior]'",
        "MCLevelSetEstimation, beta, -1, a number above 0",
        "MCPosteriorVariance, objective, FlorProbitObjective, FloorProbitObjective"
    })
    void unusableOptionsAreNamedWithWhatIsAllowed(String function, String option, String text, String allowed) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () -> AcquisitionCatalog.create(context.withOption(function, option, text), function, "acqf"))
                .withMessageContaining("[" + function + "] " + option + ": ")
                .withMessageContaining(allowed)
                .withMessageContaining(text);
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> AcquisitionCatalog.create(context, "EACV", "acqf"))
                .withMessageContaining("there is no acquisition function \"EACV\"; known are EAVC, GlobalMI, ")
                .withMessageContaining("did you mean EAVC?");
    }
}
