// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "crypto/sealed_box.h"

namespace mangrove::workspace {

/// What a workspace takes from the outside world, so that tests and the demo can hold time and chance still.
/// The two references must outlive the workspace.
struct Environment {
    const Clock& clock;          ///< SystemClock, or a FixedClock
    RandomSource& random;        ///< crypto::SystemRandom; ids, salts and keys come from here
    crypto::ScryptCost scrypt{}; ///< cost of opening a key with a passphrase; tests use a cheap one
};

} // namespace mangrove::workspace
