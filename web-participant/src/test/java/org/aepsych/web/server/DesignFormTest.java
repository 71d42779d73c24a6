package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An adaptive experiment is defined by form, and everything wrong is said at once, each at its field. */
class DesignFormTest {
    private static final String NEW = "/admin/adaptive/new";
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("by", "form"),
            Map.entry("name", "How <b>faint</b>?"),
            Map.entry("outcome1_type", "binary"),
            Map.entry("stimuli", "1"),
            Map.entry("parameter1_name", "contrast"),
            Map.entry("parameter1_type", "continuous"),
            Map.entry("parameter1_lower", "0.01"),
            Map.entry("parameter1_upper", "1"),
            Map.entry("parameter1_log", "yes"),
            Map.entry("goal", "threshold"),
            Map.entry("target", "0.75"),
            Map.entry("trials", "20"),
            Map.entry("presenter", "gabor"),
            Map.entry("task", "yes_no"));

    private TestServer server;
    private Browser admin;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        admin = server.administrator();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> submit(String path, String... changes) {
        Map<String, String> fields = new java.util.TreeMap<>(FIELDS);
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        List<String> sent = new ArrayList<>();
        fields.forEach((field, text) -> sent.addAll(List.of(field, text)));
        admin.open(NEW);
        return admin.submit(path, sent.toArray(String[]::new));
    }

    private List<String> sessions() {
        return server.get(AdaptiveExperiments.class).list().stream()
                .map(session -> session.experimentId())
                .toList();
    }

    @Test
    void whatIsFilledInIsOpenToParticipants() {
        HttpResponse<String> page = submit(NEW);
        assertThat(page.statusCode()).isEqualTo(200);
        String id = sessions().get(0);
        assertThat(id).matches("how-b-faint-b-[a-z0-9]{8}");
        assertThat(page.body()).contains("/s/" + id, "How &lt;b&gt;faint&lt;/b&gt;?", "Nobody has joined yet");
        assertThat(server.get(PresentedExperiments.class).find(new ExperimentId(id)))
                .isPresent();
        assertThat(new Browser(server.address()).open("/s/" + id).statusCode()).isEqualTo(200);
        assertThat(admin.open("/admin/adaptive/1/code.svg").body()).startsWith("<svg");
    }

    @Test
    void oneForClientsHasASessionWithWhichTheyGoOn() {
        HttpResponse<String> page = submit(NEW, "presenter", "none", "id", "mine");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(sessions()).containsExactly("mine");
        assertThat(page.body()).doesNotContain("/s/mine");
        assertThat(admin.open("/admin/adaptive/1/code.svg").statusCode()).isEqualTo(404);
        assertThat(admin.open(NEW + "?copy=1").body()).contains("value=\"How &lt;b>faint", "value=\"0.01\"");
    }

    @Test
    void everythingWrongIsSaidTogetherAndNothingIsDefined() {
        HttpResponse<String> refused = submit(
                NEW,
                "parameter1_upper",
                "0",
                "parameter2_name",
                "a, b",
                "target",
                "2",
                "duration",
                "long",
                "property_gabor_size",
                "wide",
                "other",
                "[presentation]\nquesion = Seen?");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#parameter1_upper\"", "href=\"#parameter2_name\"")
                .contains("href=\"#duration\"", "href=\"#property_gabor_size\"", "href=\"#other\"")
                .contains("value=\"a, b\"", "quesion = Seen?");
        assertThat(submit(NEW, "duration", "long", "property_gabor_size", "wide", "trials", "many")
                        .body())
                .contains("href=\"#duration\"", "href=\"#property_gabor_size\"", "href=\"#trials\"");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void theFormIsCheckedWhileItIsFilledInAndWrittenAsAFile() {
        assertThat(submit(NEW + "/check", "trials", "x").body())
                .startsWith("{\"problems\":[{\"field\":\"trials\",\"line\":null,")
                .contains("\"file\":\"[common]\\nparnames = [contrast]\\n");
        assertThat(submit(NEW + "/check", "other", "sead = 1").body())
                .startsWith("{\"problems\":[],\"notes\":[\"[common] sead: means nothing here");
        admin.open(NEW);
        assertThat(admin.submit(NEW + "/check", "by", "text", "text", "[common]\nparnames = [x]\n")
                        .body())
                .contains("\"field\":\"text\"");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void aFileFillsTheFormAndWhatHasNoFieldStaysAsLines() {
        admin.open(NEW);
        String body = admin.submit(NEW + "/convert", "by", "text", "text", """
                        [common]
                        parnames = [size]
                        outcome_types = [binary]
                        strategy_names = [a]
                        seed = 7
                        [size]
                        par_type = integer
                        lower_bound = 1
                        [a]
                        generator = SobolGenerator
                        min_asks = 5
                        """).body();
        assertThat(body)
                .contains("value=\"size\"", "value=\"SobolGenerator\"", "seed = 7")
                .contains("href=\"#parameter1_upper\"");
        assertThat(admin.submit(NEW + "/convert", "by", "text", "text", "common]")
                        .statusCode())
                .isEqualTo(422);
        assertThat(submit(NEW + "/convert", "add", "parameter").body()).contains("value=\"parameter2\"");
        assertThat(submit(NEW + "/convert", "own", "yes").body()).contains("id=\"step1_generator\"", "value=\"auto\"");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void anAddressIsGivenOnce() {
        assertThat(submit(NEW, "id", "mine").statusCode()).isEqualTo(200);
        HttpResponse<String> second = submit(NEW, "id", "mine");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("href=\"#id\"", "already");
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void everyExampleIsInOrderAndHasAFieldForEverything() {
        String page = admin.open(NEW).body();
        List<String> examples = java.util.regex.Pattern.compile("\\?example=([a-z]+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(4);
        for (String example : examples) {
            String form = admin.open(NEW + "?example=" + example).body();
            String file = java.util.regex.Pattern.compile("<textarea id=\"text\"[^>]*>([^<]*)<")
                    .matcher(form)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            assertThat(admin.submit(NEW + "/check", "by", "text", "text", file).body())
                    .as(example)
                    .isEqualTo("{\"problems\":[],\"notes\":[],\"file\":\"\"}");
        }
    }
}
