package org.aepsych.core.lifecycle;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;
import org.aepsych.core.adaptive.imports.AepsychImporter;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.gamelab.GamelabImporter;
import org.aepsych.core.imports.Importer;
import org.aepsych.core.imports.Imports;

/** Binds what understands other programs' databases; what opens the files comes from plugins. */
public final class ImportModule extends AbstractModule {
    /** Creates the module. */
    public ImportModule() {}

    @Override
    protected void configure() {
        bind(AdaptiveProtocol.class).in(Singleton.class);
        bind(GameProtocol.class).in(Singleton.class);
        Multibinder<Importer> importers = Multibinder.newSetBinder(binder(), Importer.class);
        importers.addBinding().to(AepsychImporter.class);
        importers.addBinding().to(GamelabImporter.class);
        bind(Imports.class).in(Singleton.class);
    }
}
