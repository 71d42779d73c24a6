package org.aepsych.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aepsych.web.api.GuidePage.Answer;
import org.aepsych.web.api.GuidePage.Field;
import org.aepsych.web.api.GuidePage.Group;
import org.aepsych.web.api.GuidePage.Operation;
import org.aepsych.web.api.GuidePage.Schema;
import org.aepsych.web.api.GuidePage.Shape;
import org.aepsych.web.view.Frame;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads an OpenAPI document, as far as ours goes, into what a page about it shows. */
final class Description {
    private static final String REFERENCE = "$ref";
    private static final int LONGEST_CHOICE = 6;

    private final JsonNode document;

    Description(String yaml) {
        this.document = new YAMLMapper().readTree(yaml);
    }

    GuidePage page() {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String tag = text(method.getValue().path("tags").path(0));
                byTag.computeIfAbsent(tag, name -> new ArrayList<>())
                        .add(operation(path.getKey(), method.getKey(), method.getValue()));
            }
        }
        List<Group> groups = items(document.path("tags"))
                .map(tag -> new Group(
                        text(tag.path("name")),
                        anchor(text(tag.path("name"))),
                        text(tag.path("description")),
                        byTag.getOrDefault(text(tag.path("name")), List.of())))
                .toList();
        return new GuidePage(
                Frame.open("Interface for programs"),
                text(document.path("info").path("description")).lines().toList(),
                groups,
                document.path("components").path("schemas").properties().stream()
                        .map(schema -> schema(schema.getKey(), schema.getValue()))
                        .toList());
    }

    private Operation operation(String path, String method, JsonNode what) {
        String verb = method.toUpperCase(Locale.ROOT);
        Optional<String> token = token(what.path("security"));
        Optional<Shape> body = Optional.of(what.path("requestBody"))
                .filter(there -> !there.isMissingNode())
                .map(this::content);
        return new Operation(
                text(what.path("operationId")),
                verb,
                path,
                text(what.path("summary")),
                token,
                items(what.path("parameters")).map(this::parameter).toList(),
                body,
                what.path("responses").properties().stream()
                        .map(answer -> answer(answer.getKey(), answer.getValue()))
                        .toList(),
                example(verb, path, token.isPresent(), body.isPresent()));
    }

    private static Optional<String> token(JsonNode security) {
        return items(security).findFirst().map(one -> {
            Optional<String> role =
                    items(one.path("administration")).map(Description::text).findFirst();
            return role.map(name -> "Token of an administrator, from " + name + " on")
                    .orElse("Token of the participant");
        });
    }

    private Field parameter(JsonNode given) {
        JsonNode parameter = resolved(given);
        String place = switch (text(parameter.path("in"))) {
            case "path" -> "in the address";
            case "header" -> "a header";
            default -> "in the query";
        };
        return new Field(
                text(parameter.path("name")),
                place,
                shape(parameter.path("schema")),
                parameter.path("required").booleanValue(false),
                text(parameter.path("description")));
    }

    private Answer answer(String status, JsonNode given) {
        JsonNode answer = resolved(given);
        boolean said = answer.path("content").isObject();
        return new Answer(
                status, text(answer.path("description")), said ? Optional.of(content(answer)) : Optional.empty());
    }

    private Shape content(JsonNode holder) {
        return holder.path("content").properties().stream()
                .findFirst()
                .map(content -> {
                    Shape shape = shape(content.getValue().path("schema"));
                    return switch (content.getKey()) {
                        case "application/x-ndjson" -> new Shape("on each line", shape.schema());
                        case "application/zip" -> new Shape("a ZIP archive", Optional.empty());
                        default -> shape;
                    };
                })
                .orElse(new Shape("nothing", Optional.empty()));
    }

    private Schema schema(String name, JsonNode schema) {
        List<String> required =
                items(schema.path("required")).map(Description::text).toList();
        List<Field> fields = schema.path("properties").properties().stream()
                .map(member -> new Field(
                        member.getKey(),
                        "",
                        shape(member.getValue()),
                        required.contains(member.getKey()),
                        text(member.getValue().path("description"))))
                .toList();
        String description = text(schema.path("description"));
        return new Schema(
                name, fields.isEmpty() && description.isEmpty() ? shape(schema).text() : description, fields);
    }

    private Shape shape(JsonNode schema) {
        if (schema.has(REFERENCE)) {
            return new Shape("", Optional.of(lastPart(text(schema.path(REFERENCE)))));
        }
        if (schema.has("const")) {
            return new Shape("\"" + text(schema.path("const")) + "\"", Optional.empty());
        }
        if (schema.has("enum")) {
            return new Shape(choice(schema.path("enum")), Optional.empty());
        }
        List<String> types = schema.path("type").isArray()
                ? items(schema.path("type")).map(Description::text).toList()
                : List.of(text(schema.path("type")));
        String maybe = types.contains("null") ? ", or null" : "";
        String type =
                types.stream().filter(one -> !one.equals("null")).findFirst().orElse("");
        return switch (type) {
            case "array" -> {
                Shape item = shape(schema.path("items"));
                yield item.schema().isPresent()
                        ? new Shape("list of" + (item.text().isEmpty() ? "" : " " + item.text()), item.schema())
                        : new Shape("list of " + item.text() + maybe, Optional.empty());
            }
            case "integer" -> new Shape("whole number" + maybe, Optional.empty());
            case "number" -> new Shape("number" + maybe, Optional.empty());
            case "boolean" -> new Shape("true or false" + maybe, Optional.empty());
            case "string" ->
                new Shape(
                        (text(schema.path("format")).equals("date-time") ? "time" : "text") + maybe, Optional.empty());
            case "object" -> new Shape(members(schema) + maybe, Optional.empty());
            default -> new Shape("any value", Optional.empty());
        };
    }

    private static String members(JsonNode schema) {
        List<String> names = schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        return names.isEmpty() ? "object" : "{ " + String.join(", ", names) + " }";
    }

    private static String choice(JsonNode values) {
        List<String> words = items(values).map(Description::text).toList();
        return words.size() > LONGEST_CHOICE
                ? "text"
                : words.stream()
                        .map(word -> word.isEmpty() ? "null" : "\"" + word + "\"")
                        .collect(Collectors.joining(" or "));
    }

    private JsonNode resolved(JsonNode node) {
        if (!node.has(REFERENCE)) {
            return node;
        }
        String[] parts = text(node.path(REFERENCE)).split("/", -1);
        JsonNode found = document;
        for (int i = 1; i < parts.length; i++) {
            found = found.path(parts[i]);
        }
        return found;
    }

    private static String example(String verb, String path, boolean token, boolean body) {
        StringBuilder line = new StringBuilder("curl");
        if (!verb.equals("GET")) {
            line.append(" -X ").append(verb);
        }
        if (token) {
            line.append(" -H \"Authorization: Bearer $TOKEN\"");
        }
        if (body) {
            line.append(" -H \"Content-Type: application/json\" -d @body.json");
        }
        return line.append(" \"$LAB").append(path).append('"').toString();
    }

    private static String lastPart(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node.asString().strip();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
