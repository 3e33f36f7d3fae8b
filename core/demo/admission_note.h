// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "demo/demo_manifest.h"
#include "demo/population.h"

#include <string>
#include <string_view>
#include <vector>

namespace mangrove::demo {

/// Free text as it was typed, and the identifiers that were planted in it.
struct AdmissionNote {
    std::string text; ///< may hold line breaks, ASCII quotes and commas
    std::vector<DemoEntity> entities;
};

/// An admission note (入院记录) about `patient`: always the name, often the contact person and telephone,
/// sometimes citizen number, address, record number and the doctor's signature; among everyday clinical
/// words that begin like surnames (高血压, 黄疸, 白细胞…).
[[nodiscard]] AdmissionNote writeNote(RandomSource& random, const Patient& patient, int age,
                                      const Diagnosis& diagnosis, const Doctor& doctor, Day admission);

} // namespace mangrove::demo
