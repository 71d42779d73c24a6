package org.aepsych.examples.adaptive;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;

/** What broken and hostile clients send: noise, halves of requests, and requests with something wrong in some field. */
final class StrangeRequests {
    private static final List<String> GOOD = List.of(
            "{\"type\": \"ask\", \"message\": {\"num_points\": 1, \"fixed_pars\": {\"contrast\": 0.5}}}",
            "{\"type\": \"tell\", \"message\": {\"config\": {\"contrast\": [0.5], \"size\": [1]}, \"outcome\": 1,"
                    + " \"model_data\": true, \"response_time\": 0.3}, \"extra_info\": {\"a\": 1}}",
            "{\"type\": \"query\", \"message\": {\"query_type\": \"inverse\", \"probability_space\": true, \"y\": 0.5,"
                    + " \"x\": {\"contrast\": [1]}, \"constraints\": {\"0\": 1}, \"max_time\": 1}}",
            "{\"type\": \"get_config\", \"message\": {\"section\": \"learn\", \"property\": \"min_asks\"}}",
            "{\"type\": \"resume\", \"message\": {\"strat_id\": 77}}",
            "{\"type\": \"finish_strategy\", \"message\": {}}",
            "{\"type\": \"info\", \"version\": \"0.01\"}",
            "{\"type\": \"can_model\", \"message\": \"\"}",
            "{\"type\": \"setup\", \"message\": {\"config_str\": \"[common]\\nparnames = [x]\", \"config_dict\":"
                    + " {\"common\": {\"outcome_types\": [\"binary\"]}}, \"config_fnames\": [\"/etc/passwd\"]}}");
    private static final String TEXT = "x".repeat(5000);

    private final SplittableRandom random;
    private final JsonReader reader = new JsonReader();

    StrangeRequests(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns the next one. Its end is the end of a line, so that a half does not take the next one with it. */
    byte[] next() {
        String good = GOOD.get(random.nextInt(GOOD.size()));
        return switch (random.nextInt(8)) {
            case 0 -> noise();
            case 1 -> line(good.substring(0, random.nextInt(good.length())));
            case 2 -> line("[".repeat(random.nextInt(1, 300)) + "{\"a\":".repeat(random.nextInt(200)));
            case 3 -> line(damaged(good));
            default ->
                line(withSomethingWrong(reader.read(good), random.nextInt(8)).text());
        };
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(1, 200)];
        random.nextBytes(noise);
        noise[noise.length - 1] = '\n';
        return noise;
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            damaged.setCharAt(random.nextInt(damaged.length()), "{}[]\",:0\\ue".charAt(random.nextInt(11)));
        }
        return damaged.toString();
    }

    /** Replaces a value, the deeper the more often one goes down first. */
    private Json withSomethingWrong(Json json, int deeper) {
        if (deeper > 0 && json instanceof Json.Obj object && !object.members().isEmpty()) {
            Map<String, Json> members = new LinkedHashMap<>(object.members());
            String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
            Json wrong = withSomethingWrong(object.members().getOrDefault(name, new Json.Null()), deeper - 1);
            // The type is what decides which fields are read, so it mostly stays.
            if (!name.equals("type") || random.nextInt(20) == 0) {
                members.put(random.nextInt(30) == 0 ? TEXT : name, wrong);
            } else {
                members.put("message", wrong);
            }
            return new Json.Obj(members);
        }
        if (deeper > 0 && json instanceof Json.Arr array && !array.items().isEmpty()) {
            List<Json> items = new ArrayList<>(array.items());
            int at = random.nextInt(items.size());
            items.set(at, withSomethingWrong(items.get(at), deeper - 1));
            return Json.array(items);
        }
        return anything(3);
    }

    private Json anything(int deeper) {
        return switch (random.nextInt(deeper > 0 ? 14 : 11)) {
            case 0 -> new Json.Null();
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextInt(-3, 4));
            case 3 -> Json.of(Double.NaN);
            case 4 -> Json.of(Double.NEGATIVE_INFINITY);
            case 5 -> Json.of(random.nextDouble() * 1e308);
            case 6 -> new Json.Whole(BigInteger.TEN.pow(random.nextInt(1, 900)));
            case 7 -> Json.of("");
            case 8 -> Json.of(TEXT.substring(0, random.nextInt(TEXT.length())));
            case 9 -> Json.of("\u0000\ud83d\ude00\udc00'\"\\");
            case 10 -> Json.of("__proto__");
            case 11 -> Json.array(List.of());
            case 12 -> Json.array(List.of(anything(deeper - 1), anything(deeper - 1)));
            default -> Json.Obj.empty().with("contrast", anything(deeper - 1)).with("0", anything(deeper - 1));
        };
    }
}
