package org.aepsych.examples.architecture.breach.passwordhashingstaysinaccounts.web;

import com.password4j.Argon2Function;

public final class PasswordBreach {
    Argon2Function same(Argon2Function thing) {
        return thing;
    }
}
