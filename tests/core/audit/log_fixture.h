// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/audit_log.h"
#include "audit/schema.h"
#include "base/format.h"
#include "store/database.h"
#include "store/migration.h"

#include <array>
#include <cstdlib>

namespace mangrove::audit::testing {

/// 2026-11-23T09:12:00Z
inline Instant logInstant() {
    return Instant(std::chrono::seconds(1795425120));
}

/// The schema of the audit log alone.
inline Status prepareLog(store::Database& database) {
    const std::array steps{store::Migration{1, "audit", schemaV1()}};
    MANGROVE_TRY(store::migrate(database, steps, {}));
    return {};
}

/// A log in memory with `count` events, one a second.
struct LogFixture {
    FixedClock clock{logInstant()};
    store::Database database;
    AuditLog log;

    explicit LogFixture(std::uint64_t count = 0) : database(inMemory()), log(database, clock) {
        if (!log.setOrigin("mangrove.invalid/WS-TEST").ok())
            std::abort();
        add(count);
    }
    void add(std::uint64_t count) {
        for (std::uint64_t i = 0; i < count; ++i) {
            clock.advance(std::chrono::seconds(1));
            if (!log.append(event(i)).ok())
                std::abort();
        }
    }
    [[nodiscard]] static NewEvent event(std::uint64_t i) {
        constexpr std::array kActors{"wang", "li", "chen"};
        constexpr std::array kActions{"dataset.register", "request.submit", "request.decide", "export.build"};
        return {UserId(kActors[i % kActors.size()]), "data-officer", kActions[i % kActions.size()],
                format("DS-{}", i % 5), format(R"({{"rows":{},"by":"海南"}})", i)};
    }

private:
    [[nodiscard]] static store::Database inMemory() {
        auto database = store::Database::inMemory();
        if (!database.ok() || !prepareLog(*database).ok())
            std::abort();
        return std::move(*database);
    }
};

inline crypto::CheckpointKey fixedKey(char seed = 'k') {
    auto key = crypto::CheckpointKey::fromSeed(crypto::SecretBytes::copyOf(asBytes(std::string(32, seed))));
    if (!key.ok())
        std::abort();
    return std::move(*key);
}

} // namespace mangrove::audit::testing
