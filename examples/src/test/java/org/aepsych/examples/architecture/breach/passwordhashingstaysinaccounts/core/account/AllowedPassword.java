package org.aepsych.examples.architecture.breach.passwordhashingstaysinaccounts.core.account;

import com.password4j.Argon2Function;

public final class AllowedPassword {
    Argon2Function same(Argon2Function thing) {
        return thing;
    }
}
