// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "catalog/domain.h"
#include "io/read_options.h"
#include "workspace/environment.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::demo {

/// One step of the main job as it went, for the command line to print.
struct JourneyStep {
    std::string id;     ///< stable: "register", "profile", "classify", "quality", "deidentify", "request",
                        ///< "decide", "export", "verify"
    std::string detail; ///< English sentence with the figures
};

struct JourneyReport {
    std::filesystem::path workspace;   ///< the *.mangrove file
    std::filesystem::path package;     ///< the exported zip
    std::filesystem::path certificate; ///< ca.pem of the organisation, beside the package
    std::filesystem::path passphrases; ///< demo-only file with the users' passphrases
    bool verified = false;             ///< the package verified with the certificate above
    std::vector<DatasetId> datasets;
    std::vector<JourneyStep> steps;
};

struct DemoJourneyOptions {
    std::uint64_t seed = 20260917;
    std::uint64_t rowsPerTable = 2000;
};

/// Makes a demo workspace "demo.mangrove" in `folder` (made where missing; data in data/, package demo.zip,
/// demo.ca.pem, demo.passphrases.txt beside it): users for every role, the three generated extracts
/// registered, profiled, classified, checked and de-identified; requests in several states, a permit that
/// expires soon, one exported and verified package. With a FixedClock and a SeededRandom in `environment` the
/// same seed gives the same files as far as ECDSA signatures allow. Fails with workspace-exists where there
/// is one.
[[nodiscard]] Result<JourneyReport> runDemo(const std::filesystem::path& folder,
                                            const DemoJourneyOptions& options,
                                            const workspace::Environment& environment,
                                            const RunContext& context);

struct FileJourneyOptions {
    std::filesystem::path file;
    std::string name; ///< of the data set; the file's name where empty
    catalog::Domain domain = catalog::Domain::Care;
    io::ReadOptions read;
};

/// The same main job on one given file, in a workspace "journey.mangrove" in `folder`: with the suggested
/// quality rules and the suggested recipe.
[[nodiscard]] Result<JourneyReport> runJourney(const std::filesystem::path& folder,
                                               const FileJourneyOptions& options,
                                               const workspace::Environment& environment,
                                               const RunContext& context);

} // namespace mangrove::demo
