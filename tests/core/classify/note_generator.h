// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "classify/known_values.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::test {

/// An identifier that stands in a note. Code points, half-open.
struct PlantedEntity {
    std::string type;
    std::uint64_t start = 0;
    std::uint64_t end = 0;
};

struct LabelledNote {
    std::string text;
    std::vector<PlantedEntity> entities;
    std::vector<classify::KnownValue> known; ///< what the patient's own row would say
};

/// Writes synthetic clinical notes in six styles (admission, progress, nursing, operation, discharge,
/// English) with everything identifying labelled. Its lists of names, places, employers and sentences are its
/// own: the detector has never seen them, so that recall and precision mean something. Same random source,
/// same notes.
[[nodiscard]] LabelledNote writeLabelledNote(RandomSource& random);

} // namespace mangrove::test
