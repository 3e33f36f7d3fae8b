// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "demo/cast.h"
#include "demo/journey.h"
#include "workspace/datasets.h"
#include "workspace/exports.h"
#include "workspace/requests.h"

#include <filesystem>
#include <functional>
#include <string>

namespace mangrove::demo {

/// What an applicant of the story wants.
struct Wish {
    std::string title;
    std::string purpose;
    std::string recipient;
    std::string organisation;
    std::string legalBasis;
    int days = 180; ///< how long, from the application on
};

/// The acts of the main job with the right person for each, and a line in the report for each. What the
/// command line and the workbench call, nothing else. One thread; the references must outlive it.
class Scene {
public:
    /// `tick` lets time pass between two acts.
    Scene(Cast& cast, const Clock& clock, std::function<void()> tick, const RunContext& context,
          JourneyReport& report)
        : m_cast(cast), m_clock(clock), m_tick(std::move(tick)), m_context(context), m_report(report) {}

    [[nodiscard]] Result<catalog::Dataset> registerFile(const workspace::RegisterOptions& options);
    /// Profile, classify, check with the suggested rules.
    [[nodiscard]] Status assess(const catalog::Dataset& dataset);
    /// The officer confirms the engine's proposal for up to `count` uncertain columns.
    [[nodiscard]] Status confirmColumns(const catalog::Dataset& dataset, std::size_t count);
    /// By the suggested recipe.
    [[nodiscard]] Result<catalog::Release> deidentify(const catalog::Dataset& dataset);

    [[nodiscard]] Result<RequestId> draft(const catalog::Release& release, const Wish& wish);
    [[nodiscard]] Status submit(const RequestId& id);
    [[nodiscard]] Status screen(const RequestId& id);
    /// Screening must be done. Enters the papers for the gates and marks the request ready for decision.
    [[nodiscard]] Status review(const RequestId& id);
    /// One vote, or two where two are needed.
    [[nodiscard]] Status approve(const RequestId& id, Instant validUntil);
    [[nodiscard]] Status reject(const RequestId& id, const std::string& reason);
    [[nodiscard]] Result<workspace::ExportedPackage> exportTo(const RequestId& id,
                                                              const std::filesystem::path& out);
    /// Writes the organisation's certificate to `certificate` and checks the package as a stranger would.
    [[nodiscard]] Status verify(const std::filesystem::path& package,
                                const std::filesystem::path& certificate);

private:
    void step(std::string id, std::string detail);

    Cast& m_cast;
    const Clock& m_clock;
    std::function<void()> m_tick;
    RunContext m_context;
    JourneyReport& m_report;
};

} // namespace mangrove::demo
