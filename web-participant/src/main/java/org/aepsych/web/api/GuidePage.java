package org.aepsych.web.api;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * What the page about the interface for programs shows: the OpenAPI document, for people.
 *
 * @param frame around it
 * @param introduction paragraphs
 * @param groups operations that belong together
 * @param schemas documents that are sent and received, by name
 */
public record GuidePage(Frame frame, List<String> introduction, List<Group> groups, List<Schema> schemas) {
    /** Copies the lists. */
    public GuidePage {
        introduction = List.copyOf(introduction);
        groups = List.copyOf(groups);
        schemas = List.copyOf(schemas);
    }

    /**
     * Operations that belong together.
     *
     * @param name what they are about
     * @param anchor of the section
     * @param description one or two sentences
     * @param operations in the order of the document
     */
    public record Group(String name, String anchor, String description, List<Operation> operations) {
        /** Copies the list. */
        public Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * A method of an address.
     *
     * @param anchor of the section
     * @param method such as {@code GET}
     * @param path of the address
     * @param summary what it does
     * @param token whose token it wants, in a few words; empty if none
     * @param parameters of the address and the query
     * @param body what is sent
     * @param answers what comes back, by status
     * @param example a command line
     */
    public record Operation(
            String anchor,
            String method,
            String path,
            String summary,
            Optional<String> token,
            List<Field> parameters,
            Optional<Shape> body,
            List<Answer> answers,
            String example) {
        /** Copies the lists. */
        public Operation {
            parameters = List.copyOf(parameters);
            answers = List.copyOf(answers);
        }
    }

    /**
     * A part of a document or of an address.
     *
     * @param name what it is called
     * @param place where it stands, such as {@code in the query}; empty within documents
     * @param shape what it holds
     * @param required whether it must be there
     * @param description what it means; empty if the name says it
     */
    public record Field(String name, String place, Shape shape, boolean required, String description) {}

    /**
     * What stands for a value.
     *
     * @param text such as {@code list of}
     * @param schema a document described further down
     */
    public record Shape(String text, Optional<String> schema) {}

    /**
     * A possible answer.
     *
     * @param status HTTP status
     * @param description what it means
     * @param shape what it holds
     */
    public record Answer(String status, String description, Optional<Shape> shape) {}

    /**
     * A document.
     *
     * @param name what it is called
     * @param description what it is; empty if the name says it
     * @param fields its members
     */
    public record Schema(String name, String description, List<Field> fields) {
        /** Copies the list. */
        public Schema {
            fields = List.copyOf(fields);
        }
    }
}
