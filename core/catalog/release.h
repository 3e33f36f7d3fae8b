// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/strong_id.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::catalog {

/// A de-identified table made from a data set, ready to be requested and packaged. Immutable.
struct Release {
    ReleaseId id; ///< RL-…
    DatasetId dataset;
    std::string path;        ///< absolute path of the released file inside "<workspace>.files/releases"
    std::string sha256;      ///< hex of the released file
    std::uint64_t bytes = 0; ///< of the released file
    std::uint64_t rows = 0;  ///< rows kept
    std::vector<std::string> columns;
    std::string sourceSha256; ///< hex of the source it was made from
    std::string recipeJson;   ///< canonical recipe
    std::string recipeSha256; ///< hex of recipeJson
    std::string reportJson;   ///< deid::ApplyReport as JSON: risk before and after, rows suppressed…
    int level42460 = 0;       ///< GB/T 42460 level reached by the released rows; 0 = not graded
    double highestRisk = 1.0; ///< highest prosecutor risk of the released rows, 0…1
    Instant created{};
    UserId by;
    friend bool operator==(const Release&, const Release&) = default;
};

/// A package that left the workspace. Immutable.
struct PackageRecord {
    PackageId id; ///< PK-…
    RequestId request;
    PermitId permit;
    ReleaseId release;
    DatasetId dataset;
    std::string path;   ///< where it was written
    std::string sha256; ///< hex of the zip
    std::uint64_t bytes = 0;
    std::string recipientOrganisation;
    Instant created{};
    UserId by;
    friend bool operator==(const PackageRecord&, const PackageRecord&) = default;
};

} // namespace mangrove::catalog
