// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/organisation.h"
#include "identity/schema.h"
#include "identity/secret_vault.h"
#include "store/migration.h"

#include <array>
#include <cstdlib>

namespace mangrove::identity::testing {

inline crypto::SecretText words(std::string_view text) {
    return crypto::SecretText(text);
}

/// A workspace in memory with an organisation and its administrator "zhao", whose passphrase is "admin
/// passphrase".
struct IdentityFixture {
    FixedClock clock{Instant(std::chrono::seconds(1795425120))}; ///< 2026-11-23T09:12:00Z
    SeededRandom random{7};
    store::Database database;
    Organisation organisation;
    UserDirectory directory;
    SecretVault vault;
    UnlockedSigner admin;

    IdentityFixture()
        : database(prepared()), organisation(database, clock, random, crypto::ScryptCost::cheap()),
          directory(database, clock, random, crypto::ScryptCost::cheap()), vault(database, clock, random),
          admin(must(organisation.found("海南示例医院", {UserId("zhao"), "赵敏", {Role::Admin}},
                                        words("admin passphrase")))) {}

    /// Adds a person whose passphrase is "<id> passphrase".
    User add(const std::string& id, const std::set<Role>& roles) {
        return must(directory.add({UserId(id), "员工 " + id, roles}, words(id + " passphrase"), admin));
    }
    UnlockedSigner unlock(const std::string& id) {
        return must(directory.unlock(UserId(id), words((id == "zhao" ? "admin" : id) + " passphrase")));
    }

private:
    template<typename T>
    static T must(Result<T> result) {
        if (!result.ok())
            std::abort();
        return std::move(result).value();
    }
    static store::Database prepared() {
        auto made = must(store::Database::inMemory());
        const std::array steps{store::Migration{1, "identity", schemaV1()}};
        must(store::migrate(made, steps, {}));
        return made;
    }
};

template<typename R>
std::string codeOf(const R& result) {
    return result.ok() ? "ok" : std::string(result.error().code());
}

} // namespace mangrove::identity::testing
