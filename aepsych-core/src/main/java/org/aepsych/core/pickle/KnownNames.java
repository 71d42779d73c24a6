package org.aepsych.core.pickle;

import java.util.Set;

/** Which classes and functions a pickle may name. */
enum KnownNames {
    /** Those of numbers, arrays, tensors and ordered dicts. */
    DATA {
        @Override
        boolean allows(PickleValue.Global global) {
            return DATA_NAMES.contains(current(global.qualified()));
        }
    },
    /** Also those that AEPsych's own pickle of a configuration is made of. */
    CONFIGURATION {
        @Override
        boolean allows(PickleValue.Global global) {
            return DATA.allows(global) || CONFIGURATION_NAMES.contains(global.qualified());
        }
    };

    private static final Set<String> DATA_NAMES = Set.of(
            "_codecs.encode",
            "builtins.bytearray",
            "builtins.bytes",
            "collections.OrderedDict",
            "numpy.dtype",
            "numpy.ndarray",
            "numpy.core.multiarray._reconstruct",
            "numpy.core.multiarray.scalar",
            "numpy.core.numeric._frombuffer",
            "torch.Size",
            "torch._utils._rebuild_tensor_v2",
            "torch.storage._load_from_bytes",
            "torch.BoolStorage",
            "torch.ByteStorage",
            "torch.DoubleStorage",
            "torch.FloatStorage",
            "torch.IntStorage",
            "torch.LongStorage");
    private static final Set<String> CONFIGURATION_NAMES = Set.of(
            "aepsych.config.Config",
            "builtins.dict",
            "builtins.getattr",
            "builtins.object",
            "configparser.BasicInterpolation",
            "configparser.ConverterMapping",
            "configparser.ExtendedInterpolation",
            "configparser.SectionProxy",
            "copyreg._reconstructor",
            "functools.partial",
            "re._compile");

    abstract boolean allows(PickleValue.Global global);

    /** Newer numpy has its insides under another name, and Python 2 had built-in names under its own. */
    static String current(String qualified) {
        return qualified.replace("numpy._core.", "numpy.core.").replace("__builtin__.", "builtins.");
    }
}
