package org.aepsych.core.pickle;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.core.json.Json;
import org.aepsych.core.pickle.PickleValue.Bytes;
import org.aepsych.core.pickle.PickleValue.Dict;
import org.aepsych.core.pickle.PickleValue.Global;
import org.aepsych.core.pickle.PickleValue.Instance;
import org.aepsych.core.pickle.PickleValue.Persistent;
import org.aepsych.core.pickle.PickleValue.Scalar;
import org.aepsych.core.pickle.PickleValue.Sequence;

/** Arrays and numbers of numpy, and tensors of torch, from the calls that their pickles describe. */
final class Arrays {
    private static final int MOST_ELEMENTS = 1_000_000;

    private Arrays() {}

    /** Returns nested lists; a number for what has no dimension. */
    static Json json(Instance instance) {
        List<PickleValue> arguments = instance.arguments();
        return switch (KnownNames.current(instance.callable().qualified())) {
            case "numpy.core.multiarray._reconstruct" -> reconstructed(instance);
            case "numpy.core.numeric._frombuffer" ->
                array(elements(at(arguments, 1), at(arguments, 0)), shape(at(arguments, 2)), fortran(at(arguments, 3)));
            case "numpy.core.multiarray.scalar" ->
                elements(at(arguments, 0), at(arguments, 1)).at(0);
            case "torch._utils._rebuild_tensor_v2" -> tensor(arguments);
            case "torch.Size" -> new PlainData().json(at(arguments, 0));
            default ->
                throw PickleException.unreadable(
                        "it holds a " + instance.callable().qualified() + " where data is expected");
        };
    }

    private static Json reconstructed(Instance instance) {
        List<PickleValue> state = items(instance.state()
                .orElseThrow(() -> PickleException.unreadable("an array in it has neither shape nor data")));
        List<PickleValue> last = state.size() == 5 ? state.subList(1, 5) : state;
        boolean fortran = at(last, 2) instanceof Scalar flag && flag.json().equals(Json.of(true));
        return array(elements(at(last, 1), at(last, 3)), shape(at(last, 0)), fortran);
    }

    private static Elements elements(PickleValue type, PickleValue data) {
        if (!(type instanceof Instance dtype && dtype.callable().qualified().equals("numpy.dtype"))) {
            throw PickleException.unreadable("an array in it has no type");
        }
        String order = dtype.state().map(state -> text(at(items(state), 1))).orElse("=");
        return Elements.numpy(text(at(dtype.arguments(), 0)), order, bytes(data));
    }

    private static Json array(Elements elements, List<Integer> shape, boolean fortran) {
        int[] strides = new int[shape.size()];
        int stride = 1;
        for (int i = 0; i < strides.length; i++) {
            int dimension = fortran ? i : strides.length - 1 - i;
            strides[dimension] = stride;
            stride = Math.multiplyExact(stride, Math.max(1, shape.get(dimension)));
        }
        return nested(elements, shape, java.util.Arrays.stream(strides).boxed().toList(), 0, 0);
    }

    private static Json tensor(List<PickleValue> arguments) {
        if (!(at(arguments, 0) instanceof Instance load
                && load.callable().qualified().equals("torch.storage._load_from_bytes"))) {
            throw PickleException.unreadable("a tensor in it has no data");
        }
        Elements storage = storage(
                new PickleInput(bytes(at(load.arguments(), 0)).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        return nested(storage, shape(at(arguments, 2)), shape(at(arguments, 3)), whole(at(arguments, 1)), 0);
    }

    /** What torch writes for a single storage: a number, a version, the machine, the storage, its keys, its bytes. */
    private static Elements storage(PickleInput in) {
        for (int i = 0; i < 3; i++) {
            PickleValue unused = new PickleMachine(in, KnownNames.DATA).run();
        }
        if (!(new PickleMachine(in, KnownNames.DATA).run() instanceof Persistent persistent
                && at(items(persistent.id()), 1) instanceof Global kind)) {
            throw PickleException.unreadable("a tensor in it has no storage");
        }
        PickleValue unused = new PickleMachine(in, KnownNames.DATA).run();
        String type = switch (kind.name()) {
            case "DoubleStorage" -> "f8";
            case "FloatStorage" -> "f4";
            case "LongStorage" -> "i8";
            case "IntStorage" -> "i4";
            case "ByteStorage" -> "u1";
            case "BoolStorage" -> "b1";
            default -> throw PickleException.unreadable("a tensor in it is of the unknown type " + kind.name());
        };
        in.skipFrame();
        return Elements.numpy(type, "<", in.latin1(in.left()));
    }

    private static Json nested(
            Elements elements, List<Integer> shape, List<Integer> strides, int offset, int dimension) {
        if (dimension == 0) {
            long count = 1;
            for (int extent : shape) {
                count = extent == 0 ? 0 : Math.min(count * extent, Integer.MAX_VALUE);
            }
            if (count > MOST_ELEMENTS || strides.size() != shape.size() || shape.size() > 32) {
                throw PickleException.unreadable("an array in it has the shape " + shape);
            }
        }
        if (dimension == shape.size()) {
            return elements.at(offset);
        }
        List<Json> items = new ArrayList<>();
        for (int i = 0; i < shape.get(dimension); i++) {
            items.add(nested(elements, shape, strides, offset + i * strides.get(dimension), dimension + 1));
        }
        return Json.array(items);
    }

    private static List<Integer> shape(PickleValue value) {
        return items(value).stream().map(Arrays::whole).toList();
    }

    private static int whole(PickleValue value) {
        if (value instanceof Scalar scalar
                && scalar.json() instanceof Json.Whole whole
                && whole.value().signum() >= 0
                && whole.value().bitLength() < 31) {
            return whole.value().intValue();
        }
        throw PickleException.unreadable("an array in it has a shape that is none");
    }

    private static boolean fortran(PickleValue order) {
        return text(order).equals("F");
    }

    private static String bytes(PickleValue value) {
        if (value instanceof Bytes bytes) {
            return bytes.latin1();
        }
        if (value instanceof Instance call && !call.arguments().isEmpty()) {
            return switch (call.callable().name()) {
                case "bytes", "bytearray" -> bytes(call.arguments().get(0));
                case "encode" -> text(call.arguments().get(0));
                default -> throw PickleException.unreadable("an array in it has no bytes");
            };
        }
        throw PickleException.unreadable("an array in it has no bytes");
    }

    private static List<PickleValue> items(PickleValue value) {
        if (value instanceof Sequence sequence) {
            return sequence.items();
        }
        if (value instanceof Instance size && size.callable().qualified().equals("torch.Size")) {
            return items(at(size.arguments(), 0));
        }
        throw PickleException.unreadable(
                value instanceof Dict ? "a dict stands where a list is expected" : "a list in it is missing");
    }

    private static PickleValue at(List<PickleValue> values, int index) {
        if (index >= values.size()) {
            throw PickleException.unreadable("an array or tensor in it lacks what it is made of");
        }
        return values.get(index);
    }

    private static String text(PickleValue value) {
        if (value instanceof Scalar scalar && scalar.json() instanceof Json.Text text) {
            return text.value();
        }
        throw PickleException.unreadable("an array in it has a type that is no text");
    }
}
