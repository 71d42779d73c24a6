package org.aepsych.core.lifecycle;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;
import org.aepsych.core.imports.Importer;
import org.aepsych.core.imports.Imports;

/** Binds what understands other programs' databases; what opens the files comes from plugins. */
public final class ImportModule extends AbstractModule {
    /** Creates the module. */
    public ImportModule() {}

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Importer.class);
        bind(Imports.class).in(Singleton.class);
    }
}
