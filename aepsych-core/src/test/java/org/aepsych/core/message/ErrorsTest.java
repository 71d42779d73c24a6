package org.aepsych.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryStorage
class ErrorsTest {
    private final AdaptiveBench bench = new AdaptiveBench();
    private final Talk talk = new Talk(bench.desk().connect());

    @AfterEach
    void close() {
        talk.close();
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type": "foo"}                             | RuntimeError("unknown type: foo. Allowed
                    {"message": 1}                              | RuntimeError("Request {'message': 1} contains no request type!")
                    []                                          | AttributeError("'list' object has no attribute 'keys'")
                    5                                           | AttributeError("'int' object has no attribute 'keys'")
                    "bad request"                               | AttributeError("'str' object has no attribute 'keys'")
                    {"type": ["ask"]}                           | TypeError("unhashable type: 'list'")
                    {"type": "ask", "message": {}}              | AttributeError("'NoneType' object has no attribute 'gen'
                    {"type": "finish_strategy"}                 | AttributeError("'NoneType' object has no attribute 'finish'
                    {"type": "query", "message": {}}            | AttributeError("'NoneType' object has no attribute 'get_max'
                    {"type": "info"}                            | AttributeError("'NoneType' object has no attribute 'experiment_id'
                    {"type": "get_config", "message": {}}       | AttributeError("'NoneType' object has no attribute 'to_dict'
                    {"type": "resume", "message": {"strat_id": 0}} | IndexError(
                    {"type": "resume", "message": {}}           | KeyError("'strat_id' is missing; it is the number
                    {"type": "setup", "message": {}}            | RuntimeError('Missing a configure message!')
                    {"type": "setup", "message": {"config_str": null}} | RuntimeError('Missing a configure message!')
                    {"type": "setup", "message": {"bogus": 1}}  | TypeError("Config.__init__() got an unexpected keyword argument 'bogus'")
                    {"type": "setup"}                           | KeyError("'message' is missing; a request of type 'setup' needs one
                    not json                                    | ValueError(
                    """)
    void requestsThatCannotBeServedSayWhy(String request, String error) {
        String answer = talk.say(request);

        assertThat(answer.replace("\\\"", "\"")).startsWith("{\"server_error\": \"" + error);
        assertThat(answer).contains("\"message\": ");
        assertThat(bench.storage().streams().list()).isEmpty();
    }

    @Test
    void parametersBeforeSetupAreNone() {
        assertThat(talk.say("{\"type\": \"parameters\"}")).isEqualTo("{}");
    }

    @Test
    void goodbyeBeforeSetupIsAnswered() {
        assertThat(talk.session().handle("{\"type\": \"exit\"}").closes()).isTrue();
        assertThat(bench.storage().streams().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type": "ask"}                                           | KeyError("'message' is missing; a request of type 'ask' needs one, such as {}
                    {"type": "ask", "message": {"num_points": -1}}            | ValueError(
                    {"type": "ask", "message": {"num_points": 1.5}}           | TypeError(
                    {"type": "ask", "message": {"num_points": null}}          | TypeError(
                    {"type": "ask", "message": {"num_points": 99999999999999999999}} | ValueError(
                    {"type": "tell", "message": 5}                            | TypeError(
                    {"type": "tell", "message": {}}                           | KeyError("'config' is missing; a tell needs 'config' and 'outcome'
                    {"type": "tell", "message": {"config": {"intensity": 1}}} | KeyError("'outcome' is missing; a tell needs 'config' and 'outcome'
                    {"type": "tell", "message": {"config": {}, "outcome": 1}} | KeyError("'intensity' is missing; 'config' needs all of [intensity], but has []
                    {"type": "tell", "message": {"config": {"intensity": 1}, "outcome": [1, 0]}} | ValueError(
                    {"type": "tell", "message": {"config": {"intensity": [1, 2]}, "outcome": 1}} | ValueError(
                    {"type": "tell", "message": {"config": {"intensity": null}, "outcome": 1}} | TypeError(
                    {"type": "tell", "message": {"config": {"intensity": 1}, "outcome": 0.5}} | ValueError(
                    {"type": "tell", "message": {"config": {"intensity": NaN}, "outcome": 1}} | ValueError(
                    {"type": "tell", "message": {"config": {"intensity": 1}, "outcome": {"wrong": 1}}} | KeyError(
                    {"type": "get_config", "message": {"section": "common"}}  | RuntimeError('Message contains a section
                    {"type": "get_config", "message": {"section": "common", "property": "no"}} | KeyError("'no' is no option of [common]; there are [
                    {"type": "resume", "message": {"strat_id": 1}}            | IndexError(
                    {"type": "resume", "message": {"strat_id": -1}}           | IndexError(
                    {"type": "query", "message": {"query_type": "guess"}}     | RuntimeError("unknown query type! 'query_type' expects one of [max, min, prediction, inverse, threshold, jnd], but found guess
                    """)
    void refusedRequestsLeaveNoTrace(String request, String error) {
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say(request).replace("\\\"", "\"")).startsWith("{\"server_error\": \"" + error);
        assertThat(bench.storage()
                        .events()
                        .last(bench.storage().streams().list().get(0).id()))
                .isEqualTo(1);
        assertThat(talk.ask()).startsWith("{\"config\": ");
    }

    @Test
    void everyProblemOfAFileIsReportedAtOnceAndNothingIsWritten() {
        String answer = talk.setup("""
                [common]
                parnames = [a]
                outcome_types = [bogus]
                strategy_names = [init, opt]
                [a]
                par_type = continuous
                lower_bound = 2
                upper_bound = 1
                [init]
                generator = SobolGen
                min_asks = ten
                """);

        assertThat(answer).contains("lower bound", "bogus", "did you mean \\\"SobolGenerator\\\"?", "ten", "[opt]");
        assertThat(bench.storage().streams().list()).isEmpty();
        assertThat(talk.setup(AdaptiveBench.TWO_STEPS)).isEqualTo("{\"strat_id\": 0}");
    }

    @Test
    void errorsFitIntoTheOneReadOfTheirClients() {
        String file = AdaptiveBench.TWO_STEPS.replace("SobolGenerator", "SobolGen") + "# more\n".repeat(2000);
        assertThat(talk.setup(file))
                .hasSizeLessThanOrEqualTo(4096)
                .contains("did you mean", "\"type\": \"setup\", \"message\": {\"config_str\": \"[common]")
                .endsWith("\\u2026\"}}}");
        String many = IntStream.range(0, 300).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
        assertThat(talk.setup(AdaptiveBench.TWO_STEPS.replace("parnames = [intensity]", "parnames = [" + many + "]")))
                .hasSizeLessThanOrEqualTo(4096)
                .contains("p0", "\\u2026\", ")
                .endsWith("\"message\": {\"type\": \"setup\"}}");
        assertThat(talk.say("[" + "0,".repeat(4000) + "0]")).hasSizeLessThanOrEqualTo(4096);
        assertThat(talk.say("\"" + "\u00e9".repeat(5000))).hasSizeLessThanOrEqualTo(4096);
        assertThat(talk.say("{\"type\": \"" + "x".repeat(5000) + "\"}")).hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void aStrategyThatFailsIsNamed() {
        talk.setup(AdaptiveBench.TWO_STEPS.replace("SobolGenerator", "tiny-broken"));

        assertThat(talk.ask()).contains("tiny-broken", "init_strat", "the matrix is singular");
        assertThat(talk.say("{\"type\": \"info\"}")).contains("\"current_strat_name\": \"init_strat\"");
    }

    @Test
    void aDictIsASetupToo() {
        assertThat(talk.say("{\"type\": \"setup\", \"message\": {\"config_dict\": {\"common\": {\"parnames\": [\"x\"],"
                        + " \"outcome_types\": [\"continuous\"], \"strategy_names\": [\"s\"]}, \"x\": {\"par_type\":"
                        + " \"continuous\", \"lower_bound\": 0, \"upper_bound\": 1.5}, \"s\": {\"generator\":"
                        + " \"SobolGenerator\", \"min_asks\": 1}}}}"))
                .isEqualTo("{\"strat_id\": 0}");
        assertThat(talk.say("{\"type\": \"get_config\", \"message\": {\"section\": \"common\", \"property\": \"ub\"}}"))
                .isEqualTo("{\"common\": {\"ub\": \"[1.5]\"}}");
    }
}
