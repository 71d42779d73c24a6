package org.aepsych.web.gamelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules 7.1 to 7.4 and 3.4.2 as programs written for gamelab see them. */
@OnEveryStorage
class QuestionsTest {
    private static final String[] RIGHT = {
        "choice0=3",
        "choice1=1",
        "choice2=4",
        "choice3=2",
        "choice4a=1&choice4b=",
        "choice5a=1/2&choice5b=1/2",
        "choice6=2",
        "choice7=1"
    };

    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Exchange lab(String options, String sections) {
        var id = server.games().define(TestServer.TWO_GAMES.replace("rounds = 2", "rounds = 9\n" + options) + sections);
        server.conduct().start(id);
        return new Exchange(URI.create(server.address() + "/e/two/lab"));
    }

    private static String registered(Exchange lab) {
        String password = lab.post("doautoadd.json", "ident=p0@foo.com").body().replaceAll(".*\"([^\"]+)\"}", "$1");
        HttpResponse<String> in = lab.post("dologin.json", "ident=p0@foo.com&password=" + password);
        assertThat(in.body()).isEqualTo("{\"needjoin\": 1}");
        return Exchange.cookies(in);
    }

    private static int status(Exchange lab, String cookies, String page, String form) {
        HttpResponse<String> answer = lab.post(page, form, "Cookie", cookies);
        assertThat(answer.body()).isEmpty();
        return answer.statusCode();
    }

    @Test
    void theLobbyIsLeftByAnsweringEverythingInOrder() {
        Exchange lab = lab("questionnaire = yes", "");
        String cookies = registered(lab);
        assertThat(lab.get("doloadexpr.json", "Cookie", cookies).statusCode()).isEqualTo(429);
        assertThat(lab.get("doloadquestions.json", "Cookie", cookies).body())
                .isEqualTo("{\"questionnaire\": 1, \"answered\": 0, \"custom\": []}");

        for (int question = 0; question < RIGHT.length; question++) {
            assertThat(status(lab, cookies, "doanswer.json", "aid=" + question + "&choice" + question + "=9"))
                    .as("a wrong answer to question %d", question)
                    .isEqualTo(400);
            assertThat(lab.get("doloadexpr.json", "Cookie", cookies).statusCode())
                    .isEqualTo(429);
            assertThat(status(lab, cookies, "doanswer.json", "aid=" + question + "&" + RIGHT[question]))
                    .isEqualTo(200);
        }

        assertThat(lab.get("doloadexpr.json", "Cookie", cookies).body())
                .contains("\"joined\": 1")
                .contains("\"answer\": 8");
        assertThat(status(lab, cookies, "doanswer.json", "aid=7&choice7=1"))
                .as("a right answer after joining")
                .isEqualTo(200);
        assertThat(status(lab, cookies, "doanswercustom.json", "aid=0&choicecustom=3"))
                .isEqualTo(400);
    }

    @Test
    void rightAnswersAreNeverSent() {
        Exchange lab = lab("questions = [q]", "[q]\nquestion = Who?\nanswer = Everybody else\n");
        String cookies = registered(lab);

        assertThat(lab.get("doloadquestions.json", "Cookie", cookies).body())
                .isEqualTo("{\"questionnaire\": 1, \"answered\": 0, \"custom\": [{\"question\": \"Who?\"}]}");
        assertThat(status(lab, cookies, "doanswer.json", "aid=0&choice0=3")).isEqualTo(400);
        assertThat(status(lab, cookies, "doanswercustom.json", "aid=0&choicecustom=everybody else"))
                .isEqualTo(400);
        assertThat(status(lab, cookies, "doanswercustom.json", "aid=0&choicecustom=Everybody else"))
                .isEqualTo(200);
        assertThat(lab.get("doloadexpr.json", "Cookie", cookies).body())
                .contains("\"joined\": 1")
                .doesNotContain("Everybody");
    }

    @Test
    void theHistoryOfAnEarlierExperimentIsShownAndTheContactTold() {
        Exchange lab = lab(
                "history = {\"history\":[{\"p1\":2,\"p2\":2,\"roundups\":[{\"skip\":0,\"navgp1\":[0.25,0.75],"
                        + "\"navgp2\":[1,0]}]},{\"p1\":2,\"p2\":3,\"roundups\":[{\"skip\":1,\"navgp1\":[0,0],"
                        + "\"navgp2\":[0,0,0]}]}],\"admin\":\"injected\"}\n"
                        + "contact = lab@example.org\nloginuri = https://lab.example.org/in",
                "");
        String password = lab.post("doautoadd.json", "ident=p0").body().replaceAll(".*\"([^\"]+)\"}", "$1");
        String cookies = Exchange.cookies(lab.post("dologin.json", "ident=p0&password=" + password));

        assertThat(lab.get("doloadexpr.json", "Cookie", cookies).body())
                .contains("\"admin\": \"lab@example.org\"", "\"loginURI\": \"https:\\/\\/lab.example.org\\/in\"")
                .contains("\"roundups\": [{\"skip\": 0, \"navgp1\": [0.25, 0.75], \"navgp2\": [1, 0], \"navgs\":"
                        + " [[0.25, 0], [0.75, 0]]}]")
                .doesNotContain("injected");
    }
}
