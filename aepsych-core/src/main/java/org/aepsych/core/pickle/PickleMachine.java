package org.aepsych.core.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;
import org.aepsych.core.pickle.PickleValue.Bytes;
import org.aepsych.core.pickle.PickleValue.Dict;
import org.aepsych.core.pickle.PickleValue.Global;
import org.aepsych.core.pickle.PickleValue.Instance;
import org.aepsych.core.pickle.PickleValue.Mark;
import org.aepsych.core.pickle.PickleValue.Persistent;
import org.aepsych.core.pickle.PickleValue.Scalar;
import org.aepsych.core.pickle.PickleValue.Sequence;

/**
 * The stack machine of Python's pickle protocols 0 to 5 (PEP 307, PEP 3154, PEP 574; opcodes as documented in the standard
 * library's {@code pickletools}), with all power taken away: what would be a call is only written down.
 */
final class PickleMachine {
    private static final int MOST_DIGITS = 4000;

    private final PickleInput in;
    private final KnownNames names;
    private final List<PickleValue> stack = new ArrayList<>();
    private final Map<Integer, PickleValue> memo = new HashMap<>();

    PickleMachine(PickleInput in, KnownNames names) {
        this.in = in;
        this.names = names;
    }

    /** Runs up to the end of one pickle and returns its value. */
    PickleValue run() {
        while (true) {
            int opcode = in.next();
            if (opcode == '.') {
                return pop();
            }
            step(opcode);
        }
    }

    private void step(int opcode) {
        switch (opcode) {
            case 0x80 -> protocol(in.next());
            case 0x95 -> in.skipFrame();
            case '(' -> push(new Mark());
            case '0' -> pop();
            case '1' -> popToMark();
            case '2' -> push(top());
            case 'N' -> push(new Json.Null());
            case 0x88 -> push(Json.of(true));
            case 0x89 -> push(Json.of(false));
            case 'I' -> push(line01(in.line()));
            case 'J' -> push(Json.of((long) in.signed4()));
            case 'K' -> push(Json.of((long) in.next()));
            case 'M' -> push(Json.of((long) in.unsigned2()));
            case 'L' -> push(whole(in.line()));
            case 0x8a -> push(new Json.Whole(in.littleEndianInteger(digits(in.length(1)))));
            case 0x8b -> push(new Json.Whole(in.littleEndianInteger(digits(in.length(4)))));
            case 'F' -> push(real(in.line()));
            case 'G' -> push(Json.of(in.bigEndianDouble()));
            case 'S' -> push(Json.of(quoted(in.line())));
            case 'T' -> push(Json.of(in.latin1(in.length(4))));
            case 'U' -> push(Json.of(in.latin1(in.length(1))));
            case 'V' -> push(Json.of(escaped(in.line())));
            case 'X' -> push(Json.of(in.utf8(in.length(4))));
            case 0x8c -> push(Json.of(in.utf8(in.length(1))));
            case 0x8d -> push(Json.of(in.utf8(in.length(8))));
            case 'B' -> push(new Bytes(in.latin1(in.length(4))));
            case 'C' -> push(new Bytes(in.latin1(in.length(1))));
            case 0x8e, 0x96 -> push(new Bytes(in.latin1(in.length(8))));
            case ']', ')', 0x8f -> push(new Sequence(List.of()));
            case 'l', 't', 0x91 -> push(new Sequence(popToMark()));
            case 0x85 -> push(new Sequence(pop(1)));
            case 0x86 -> push(new Sequence(pop(2)));
            case 0x87 -> push(new Sequence(pop(3)));
            case '}' -> push(new Dict());
            case 'd' -> {
                List<PickleValue> items = popToMark();
                push(new Dict());
                put(items);
            }
            case 'a' -> append(pop(1));
            case 'e', 0x90 -> append(popToMark());
            case 's' -> put(pop(2));
            case 'u' -> put(popToMark());
            case 'p' -> memo.put(index(in.line()), top());
            case 'q' -> memo.put(in.next(), top());
            case 'r' -> memo.put(in.signed4(), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'g' -> push(remembered(index(in.line())));
            case 'h' -> push(remembered(in.next()));
            case 'j' -> push(remembered(in.signed4()));
            case 'c' -> global(in.line(), in.line());
            case 0x93 -> {
                List<PickleValue> both = pop(2);
                global(text(both.get(0)), text(both.get(1)));
            }
            case 'R', 0x81 -> call();
            case 0x92 -> {
                pop();
                call();
            }
            case 'b' -> build(pop());
            case 'P' -> push(new Persistent(new Scalar(Json.of(in.line()))));
            case 'Q' -> push(new Persistent(pop()));
            case 'i', 'o', 0x82, 0x83, 0x84, 0x97, 0x98 ->
                throw PickleException.hostile("it makes an object in a way that plain data does not need (opcode "
                        + opcode + " at byte " + (in.position() - 1) + ")");
            default ->
                throw PickleException.unreadable(
                        "it has an unknown opcode " + opcode + " at byte " + (in.position() - 1));
        }
    }

    private static void protocol(int number) {
        if (number > 5) {
            throw PickleException.unreadable("its protocol " + number + " is newer than 5");
        }
    }

    private void global(String module, String name) {
        Global global = new Global(module, name);
        if (!names.allows(global)) {
            throw PickleException.hostile("it names " + global.qualified() + ", which is no plain data");
        }
        push(global);
    }

    private void call() {
        PickleValue arguments = pop();
        PickleValue callable = pop();
        if (callable instanceof Global global && arguments instanceof Sequence sequence) {
            boolean dict = global.qualified().equals("collections.OrderedDict")
                    && sequence.items().isEmpty();
            push(dict ? new Dict() : new Instance(global, sequence.items()));
        } else if (callable instanceof Instance && names == KnownNames.CONFIGURATION) {
            push(new Instance(new Global("", ""), List.of()));
        } else {
            throw PickleException.hostile("it calls something that is no known function");
        }
    }

    private void build(PickleValue state) {
        if (!(top() instanceof Instance instance)) {
            throw PickleException.unreadable("it gives a state to something that has none");
        }
        instance.build(state);
    }

    private void append(List<PickleValue> items) {
        if (!(top() instanceof Sequence sequence)) {
            throw PickleException.unreadable("it appends to something that is no list");
        }
        sequence.items().addAll(items);
    }

    private void put(List<PickleValue> items) {
        if (!(top() instanceof Dict dict) || items.size() % 2 != 0) {
            throw PickleException.unreadable("it puts items into something that is no dict");
        }
        for (int i = 0; i < items.size(); i += 2) {
            if (!(items.get(i) instanceof Scalar key)) {
                throw PickleException.unreadable("a dict in it has a key that is no text or number");
            }
            dict.members().put(PythonText.str(key.json()), items.get(i + 1));
        }
    }

    private PickleValue remembered(int index) {
        PickleValue value = memo.get(index);
        if (value == null) {
            throw PickleException.unreadable("it refers to value " + index + ", which is not in it");
        }
        return value;
    }

    private void push(Json json) {
        push(new Scalar(json));
    }

    private void push(PickleValue value) {
        stack.add(value);
    }

    private PickleValue top() {
        if (stack.isEmpty()) {
            throw PickleException.unreadable("its stack is empty where a value is needed");
        }
        return stack.get(stack.size() - 1);
    }

    private PickleValue pop() {
        PickleValue top = top();
        stack.remove(stack.size() - 1);
        return top;
    }

    private List<PickleValue> pop(int count) {
        List<PickleValue> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(0, pop());
        }
        return values;
    }

    private List<PickleValue> popToMark() {
        int mark = stack.size() - 1;
        while (mark >= 0 && !(stack.get(mark) instanceof Mark)) {
            mark--;
        }
        if (mark < 0) {
            throw PickleException.unreadable("its stack has no mark where one is needed");
        }
        List<PickleValue> tail = stack.subList(mark, stack.size());
        List<PickleValue> values = List.copyOf(tail.subList(1, tail.size()));
        tail.clear();
        return values;
    }

    private static String text(PickleValue value) {
        if (value instanceof Scalar scalar && scalar.json() instanceof Json.Text text) {
            return text.value();
        }
        throw PickleException.unreadable("a name in it is no text");
    }

    private static int digits(int length) {
        if (length > MOST_DIGITS) {
            throw PickleException.unreadable("a whole number in it has " + length + " bytes");
        }
        return length;
    }

    /** Protocol 0 writes truth values as the numbers 00 and 01. */
    private static Json line01(String line) {
        return switch (line) {
            case "00" -> Json.of(false);
            case "01" -> Json.of(true);
            default -> whole(line);
        };
    }

    private static Json whole(String line) {
        String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
        try {
            return new Json.Whole(new BigInteger(digits.substring(0, digits(digits.length()))));
        } catch (NumberFormatException e) {
            throw PickleException.unreadable("\"" + line + "\" in it is no whole number");
        }
    }

    private static int index(String line) {
        try {
            return Integer.parseInt(line);
        } catch (NumberFormatException e) {
            throw PickleException.unreadable("\"" + line + "\" in it is no number of a value");
        }
    }

    private static Json real(String line) {
        return switch (line) {
            case "inf" -> Json.of(Double.POSITIVE_INFINITY);
            case "-inf" -> Json.of(Double.NEGATIVE_INFINITY);
            case "nan" -> Json.of(Double.NaN);
            default -> {
                try {
                    yield Json.of(Double.parseDouble(line));
                } catch (NumberFormatException e) {
                    throw PickleException.unreadable("\"" + line + "\" in it is no number");
                }
            }
        };
    }

    /** Protocol 0's texts of Python 2, which only ever are simple ones. */
    private static String quoted(String line) {
        boolean fits = line.length() >= 2
                && (line.charAt(0) == '\'' || line.charAt(0) == '"')
                && line.charAt(line.length() - 1) == line.charAt(0)
                && line.indexOf('\\') < 0;
        if (!fits) {
            throw PickleException.unreadable("a text in it is not quoted as expected");
        }
        return line.substring(1, line.length() - 1);
    }

    private static String escaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            int digits = line.charAt(i) != '\\' || i + 1 == line.length() ? 0 : escape(line.charAt(i + 1));
            if (digits == 0) {
                text.append(line.charAt(i));
            } else if (i + 2 + digits > line.length()) {
                throw PickleException.unreadable("a text in it ends in the middle of a character");
            } else {
                try {
                    text.appendCodePoint(Integer.parseInt(line, i + 2, i + 2 + digits, 16));
                } catch (IllegalArgumentException e) {
                    throw PickleException.unreadable("a text in it has a character that does not exist");
                }
                i += 1 + digits;
            }
        }
        return text.toString();
    }

    private static int escape(char kind) {
        return kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    }
}
