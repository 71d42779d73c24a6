package org.aepsych.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class ClientsTest {

    @Test
    void aServerThatWasRestartedAsksTheSameNextStimulus() {
        for (int killedAfter = 0; killedAfter < 9; killedAfter++) {
            assertThat(answers(9, killedAfter)).isEqualTo(answers(9, Integer.MAX_VALUE));
        }
    }

    /** Runs trials with outcomes that depend on their number, on another server after some of them. */
    private static List<String> answers(int trials, int killedAfter) {
        List<String> answers = new ArrayList<>();
        try (AdaptiveBench first = new AdaptiveBench()) {
            Talk talk = new Talk(first.desk().connect());
            AdaptiveBench second = first.restarted();
            talk.setup(AdaptiveBench.TWO_STEPS
                    .replace("[common]", "[common]\nseed = 11")
                    .replace("min_asks = 1", "min_asks = 50"));
            for (int trial = 0; trial < trials; trial++) {
                if (trial == killedAfter) {
                    first.storage().snapshots().deleteAll(new StreamId(1));
                    talk = new Talk(second.desk().connect());
                }
                String asked = talk.ask();
                answers.add(asked);
                talk.tell(asked, trial % 3 == 0 ? "1" : "0");
            }
            second.close();
            assertThat(first.replay().verify(new StreamId(1)).problem()).isEmpty();
        }
        return answers;
    }

    @Test
    void sessionsWithoutASeedOfTheirOwnDiffer() {
        try (AdaptiveBench bench = new AdaptiveBench();
                Talk talk = new Talk(bench.desk().connect())) {
            talk.setup(AdaptiveBench.TWO_STEPS);
            String first = talk.ask();
            talk.setup(AdaptiveBench.TWO_STEPS);

            assertThat(talk.ask()).isNotEqualTo(first);
        }
    }

    @Test
    void eachClientHasItsOwnExperiment() {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            List<CompletableFuture<String>> clients = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        try (Talk talk = new Talk(bench.desk().connect())) {
                            String number = talk.setup(AdaptiveBench.TWO_STEPS);
                            for (int trial = 0; trial < 20; trial++) {
                                assertThat(talk.tell(talk.ask(), "1")).startsWith("{\"trials_recorded\": 1");
                            }
                            return number;
                        }
                    }))
                    .toList();

            assertThat(clients.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder(
                            "{\"strat_id\": 0}", "{\"strat_id\": 1}", "{\"strat_id\": 2}", "{\"strat_id\": 3}");
            for (long stream = 1; stream <= 4; stream++) {
                assertThat(bench.storage().events().last(new StreamId(stream))).isEqualTo(41);
            }
        }
    }

    @Test
    void aClientThatLostItsConnectionGoesOnWithItsExperiment() {
        try (AdaptiveBench bench = new AdaptiveBench();
                Talk other = new Talk(bench.desk().connect())) {
            Talk lost = new Talk(bench.desk().connect());
            lost.setup(AdaptiveBench.TWO_STEPS);
            lost.tell(lost.ask(), "1");
            other.setup(AdaptiveBench.TWO_STEPS);
            lost.close();

            try (Talk back = new Talk(bench.desk().connect());
                    Talk late = new Talk(bench.desk().connect())) {
                assertThat(back.say("{\"type\": \"info\"}"))
                        .contains("\"current_strat_index\": 0", "\"current_strat_data_pts\": 1");
                assertThat(late.ask()).contains("server_error", "send setup first");
            }
        }
    }

    @Test
    void theOutcomeOfTheVeryLastAskIsStillTaken() {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            Talk lost = new Talk(bench.desk().connect());
            lost.setup(AdaptiveBench.TWO_STEPS);
            lost.tell(lost.ask(), "1");
            lost.tell(lost.ask(), "0");
            String last = lost.ask();
            assertThat(last).contains("\"is_finished\": true");
            lost.close();

            Talk back = new Talk(bench.desk().connect());
            assertThat(back.tell(last, "1")).startsWith("{\"trials_recorded\": 1");
            back.close();
            assertThat(new Talk(bench.desk().connect()).ask()).contains("send setup first");
        }
    }

    @Test
    void whatWasEndedIsNotContinuedButCanBeResumed() {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            Talk first = new Talk(bench.desk().connect());
            first.setup(AdaptiveBench.TWO_STEPS);
            first.say("{\"type\": \"exit\"}");
            first.close();

            try (Talk second = new Talk(bench.desk().connect())) {
                assertThat(second.ask()).contains("server_error");
                assertThat(second.say("{\"type\": \"resume\", \"message\": {\"strat_id\": \"0\"}}"))
                        .isEqualTo("{\"strat_id\": 0}");
                assertThat(second.ask()).startsWith("{\"config\"");
            }
        }
    }

    @Test
    void anExperimentFromAFileWaitsForTheFirstClient() {
        AtomicInteger exits = new AtomicInteger();
        try (AdaptiveBench bench = new AdaptiveBench()) {
            bench.desk().onExit(exits::incrementAndGet);
            assertThat(bench.desk().setupFromFile(AdaptiveBench.TWO_STEPS)).isZero();

            Talk talk = new Talk(bench.desk().connect());
            assertThat(talk.ask()).startsWith("{\"config\"");
            talk.say("{\"type\": \"exit\"}");
            assertThat(exits).hasValue(0);
            talk.close();
            talk.close();
            assertThat(exits).hasValue(1);
        }
    }

    @Test
    void setupsOfOneClientShareTheExperimentButNotTheParticipant() {
        try (AdaptiveBench bench = new AdaptiveBench();
                Talk talk = new Talk(bench.desk().connect())) {
            String plain = AdaptiveBench.TWO_STEPS.replace("participant_id = P07", "");
            talk.setup(plain);
            talk.setup(plain);

            var streams = bench.experiments().list();
            assertThat(streams.get(1).experimentId()).isEqualTo(streams.get(0).experimentId());
            assertThat(streams.get(1).participantId())
                    .isNotEqualTo(streams.get(0).participantId());
        }
    }

    @Test
    void extraInformationIsKeptBesideTheMessage() {
        try (AdaptiveBench bench = new AdaptiveBench();
                Talk talk = new Talk(bench.desk().connect())) {
            talk.setup(AdaptiveBench.TWO_STEPS);
            talk.say("{\"type\": \"ask\", \"message\": \"\", \"extra_info\": null}");
            talk.say("{\"type\": \"ask\", \"message\": \"\", \"extra_info\": {\"responseTime\": 0.5}}");

            assertThat(bench.storage().events().read(new StreamId(1), 1))
                    .extracting(recorded -> recorded.extraInfo().orElse("none"))
                    .containsExactly("none", "{\"responseTime\": 0.5}");
        }
    }

    @Test
    void whateverIsSentTheConversationGoesOn() {
        SplittableRandom random = new SplittableRandom(2026);
        List<String> seeds = List.of(
                "{\"type\": \"ask\", \"message\": {\"num_points\": 2, \"fixed_pars\": {\"intensity\": 3}}}",
                "{\"type\": \"tell\", \"message\": {\"config\": {\"intensity\": [[0.5]]}, \"outcome\": [1], \"x\": 1}}",
                "{\"type\": \"tell\", \"message\": {\"config\": {\"intensity\": \"0.5\"}, \"outcome\": \"1\"}}",
                "{\"type\": \"query\", \"message\": {\"query_type\": \"inverse\", \"y\": 0.5, \"constraints\": {\"0\": 1}}}",
                "{\"type\": \"get_config\", \"message\": {}}",
                "{\"type\": \"resume\", \"message\": {\"strat_id\": 0}}",
                "{\"type\": \"finish_strategy\", \"message\": {}}",
                "{\"type\": \"info\"}",
                "{\"type\": \"setup\", \"message\": {\"config_dict\": {\"common\": {}}, \"config_str\": \"[common]\"}}");
        try (AdaptiveBench bench = new AdaptiveBench();
                Talk talk = new Talk(bench.desk().connect())) {
            talk.setup(AdaptiveBench.TWO_STEPS);
            for (int i = 0; i < 2000; i++) {
                assertThat(talk.say(damaged(seeds.get(random.nextInt(seeds.size())), random)))
                        .startsWith("{")
                        .endsWith("}")
                        .isASCII()
                        .doesNotContain("inside the program");
            }
            assertThat(talk.say("{\"type\": \"resume\", \"message\": {\"strat_id\": 0}}"))
                    .isEqualTo("{\"strat_id\": 0}");
            assertThat(talk.ask()).startsWith("{\"config\": {\"intensity\": ");
            assertThat(bench.replay().verify(new StreamId(1)).problem()).isEmpty();
            assertThat(bench.replay().rebuild(new StreamId(1)).identical()).isTrue();
        }
    }

    private static String damaged(String text, SplittableRandom random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, (char) random.nextInt(0x20, 0x180));
                case 2 ->
                    damaged.insert(
                            at,
                            List.of("null", "[]", "{}", "-1e999", "\"\"", "NaN").get(random.nextInt(6)));
                default -> damaged.setCharAt(at, "{}[]\",:0".charAt(random.nextInt(8)));
            }
        }
        return damaged.toString();
    }
}
