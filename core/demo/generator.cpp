// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/generator.h"

#include "base/format.h"
#include "demo/extracts.h"

namespace mangrove::demo {

Status DemoOptions::validate() const {
    if (visits < kMinVisits || visits > kMaxVisits)
        return Error(errors::kBadOption, {"visits", std::to_string(visits),
                                          format("it must be {} to {}", kMinVisits, kMaxVisits)});
    return {};
}

Result<DemoFiles> generateDemoData(const std::filesystem::path& dir, const DemoOptions& options,
                                   const RunContext& context) {
    MANGROVE_TRY(options.validate());
    std::error_code failure;
    std::filesystem::create_directories(dir, failure);
    if (failure)
        return Error(errors::kFileNotWritable, {dir.string(), failure.message()});
    const DemoFiles files{dir / "visits.csv", dir / "settlements.csv", dir / "dispensing.csv",
                          dir / "manifest.json"};
    DemoManifest manifest;
    Hospital hospital(options.seed);
    const std::uint64_t repeats = shareOf(options.visits, 0.004);
    MANGROVE_TRY(hospital.admit(options.visits - repeats, context));
    context.start("generating",
                  options.visits * 4); // about: a settlement and two and a half dispensings each
    MANGROVE_TRY(writeVisits(hospital, repeats, files.visits, manifest, context));
    MANGROVE_TRY(writeSettlements(hospital, files.settlements, manifest, context));
    MANGROVE_TRY(writeDispensing(hospital, files.dispensing, manifest, context));
    MANGROVE_TRY(manifest.write(files.manifest, options.seed, kHospitalName));
    return files;
}

} // namespace mangrove::demo
