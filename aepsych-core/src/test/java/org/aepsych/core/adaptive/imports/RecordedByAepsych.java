package org.aepsych.core.adaptive.imports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.foreign.ForeignRow;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;

/** A database as AEPsych's server would have written it, message by message. */
final class RecordedByAepsych implements ForeignDatabase {
    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    private int messages;

    RecordedByAepsych() {
        tables.put("master", new ArrayList<>());
        tables.put("replay_data", new ArrayList<>());
        master(1, "experiment_id", "old", "participant_id", "P01");
    }

    RecordedByAepsych master(int number, String... columns) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("unique_id", (long) number));
        for (int i = 0; i < columns.length; i += 2) {
            row.put(columns[i], columns[i + 1]);
        }
        table("master").removeIf(old -> Long.valueOf(number).equals(old.get("unique_id")));
        table("master").add(row);
        return this;
    }

    RecordedByAepsych setup(String config) {
        return message(
                1,
                Json.Obj.empty()
                        .with("type", Json.of("setup"))
                        .with("message", Json.Obj.empty().with("config_str", Json.of(config)))
                        .text());
    }

    RecordedByAepsych say(String request) {
        return message(1, request);
    }

    RecordedByAepsych message(int master, String request) {
        Json.Obj json = (Json.Obj) new JsonReader().read(request);
        String type = json.find("type").map(Json::text).orElse("\"\"").replace("\"", "");
        Map<String, Object> row = row(master, type, Optional.of(pickle(json)));
        json.find("extra_info").ifPresent(extra -> row.put("extra_info", pickle(extra)));
        return this;
    }

    Map<String, Object> row(int master, String type, Optional<byte[]> contents) {
        messages++;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unique_id", (long) messages);
        row.put("timestamp", String.format(java.util.Locale.ROOT, "2022-10-27 14:00:%02d.220994", messages));
        row.put("message_type", type);
        contents.ifPresent(bytes -> row.put("message_contents", bytes));
        if (master > 0) {
            row.put("master_table_id", (long) master);
        }
        table("replay_data").add(row);
        return row;
    }

    RecordedByAepsych trial(String extraData) {
        List<Map<String, Object>> raw = table("raw_data");
        raw.add(new LinkedHashMap<>(
                Map.of("unique_id", raw.size() + 1L, "extra_data", pickle(Json.of(extraData)), "master_table_id", 1L)));
        return this;
    }

    RecordedByAepsych configuration(byte[] pickle) {
        table("config_data").add(new LinkedHashMap<>(Map.of("unique_id", 1L, "config", pickle, "master_table_id", 1L)));
        return this;
    }

    private List<Map<String, Object>> table(String name) {
        return tables.computeIfAbsent(name, first -> new ArrayList<>());
    }

    /** Python's protocol 2, for plain data. */
    static byte[] pickle(Json json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2});
        write(json, out);
        out.write('.');
        return out.toByteArray();
    }

    private static void write(Json json, ByteArrayOutputStream out) {
        if (json instanceof Json.Text text) {
            byte[] utf8 = text.value().getBytes(StandardCharsets.UTF_8);
            out.write('X');
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(utf8.length)
                    .array());
            out.writeBytes(utf8);
        } else if (json instanceof Json.Whole whole) {
            out.writeBytes(("I" + whole.value() + "\n").getBytes(StandardCharsets.US_ASCII));
        } else if (json instanceof Json.Real real) {
            out.write('G');
            out.writeBytes(ByteBuffer.allocate(8).putDouble(real.value()).array());
        } else if (json instanceof Json.Flag flag) {
            out.write(flag.value() ? 0x88 : 0x89);
        } else if (json instanceof Json.Arr array) {
            out.writeBytes(new byte[] {']', '('});
            array.items().forEach(item -> write(item, out));
            out.write('e');
        } else if (json instanceof Json.Obj object) {
            out.writeBytes(new byte[] {'}', '('});
            object.members().forEach((key, value) -> {
                write(Json.of(key), out);
                write(value, out);
            });
            out.write('u');
        } else {
            out.write('N');
        }
    }

    @Override
    public SortedSet<String> tables() {
        return new TreeSet<>(tables.keySet());
    }

    @Override
    public SortedSet<String> columns(String table) {
        SortedSet<String> columns = new TreeSet<>();
        tables.getOrDefault(table, List.of()).forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    @Override
    public void read(String table, Consumer<ForeignRow> reader) {
        tables.getOrDefault(table, List.of()).forEach(row -> reader.accept(new ForeignRow(table, row)));
    }

    @Override
    public void close() {}
}
