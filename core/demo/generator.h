// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <cstdint>
#include <filesystem>

namespace mangrove::demo {

/// What the generator makes. The defaults are the demo workspace's.
struct DemoOptions {
    std::uint64_t seed = 20260917; ///< same seed and visits, same bytes on every machine
    std::uint64_t visits = 2000;   ///< rows of the visits table, kMinVisits…kMaxVisits

    static constexpr std::uint64_t kMinVisits = 50;
    static constexpr std::uint64_t kMaxVisits = 1'000'000;
    /// errors::kBadOption outside the limits.
    [[nodiscard]] Status validate() const;
};

/// Where the four files are. All are UTF-8 without BOM, comma, LF, RFC 4180 quotes.
struct DemoFiles {
    std::filesystem::path visits;      ///< inpatient visits, Chinese headers (病案首页 style)
    std::filesystem::path settlements; ///< insurance settlements, national platform field names
    std::filesystem::path dispensing;  ///< drug dispensing, national platform field names
    std::filesystem::path manifest;    ///< manifest.json: the truth about the three (see below)
};

/// Writes three linked, wholly synthetic extracts of a hospital that does not exist (海南示例医院) and the
/// manifest of everything planted in them into `dir` (made if absent; existing files of these names are
/// replaced). Linked by MDTRT_ID = 就诊流水号 and PSN_NO; each insured visit has one settlement, each visit
/// one to four dispensing rows.
///
/// Nobody real can be meant: the citizen numbers have right check digits (GB 11643, ISO 7064 MOD 11-2) and
/// division, month, day and sex of their row, but birth years 1901–1919 and sequence numbers 990–999; hence
/// they disagree with 出生日期, which follows the age distribution of a hospital. Telephone numbers are
/// 162/165/167/170/171 + 000 + 5 digits: they fit the numbering pattern, with a block (000x) that looks
/// unassigned; no range is reserved for fiction in China. Drug, supplier and institution codes have the
/// published structure and check digits with invented serial numbers.
///
/// Distributions: age a mixture with median about 58; length of stay log-normal around the diagnosis'
/// typical stay; cost log-normal, growing with the stay; a fifth of the visits are readmissions.
///
/// manifest.json: {"generator","version","seed","organisation",
///   "tables":[{"name","file","rows","key","columns":[{"name","identifier"|null,"class","optional"}]}],
///   "defects":[{"table","row","line","column","kind":"defect","defect"}],
///   "entities":[{"table","row","line","column","kind":"entity","type","start","end","text"}],
///   "counts":{"<table>":{"<defect>":n}}}
/// row counts data rows from 1; line is the physical line (from 1) where the record starts; start and end
/// are code points of the cell, half-open. identifier and type are ids of classify::identifierKinds().
/// Defects: missing-value, wrong-check-digit, impossible-date, duplicate-key (the row repeats the one above
/// it), discharge-before-admission, out-of-range, full-width-digits, trailing-blanks; at most one a row, each
/// at least once a table where it applies.
///
/// Errors: kBadOption, kFileNotWritable, kCancelled; then none of the files is changed or half-written
/// beyond those already complete. Thread-safe (no shared state). About 1 s for 100,000 visits.
[[nodiscard]] Result<DemoFiles> generateDemoData(const std::filesystem::path& dir, const DemoOptions& options,
                                                 const RunContext& context);

} // namespace mangrove::demo
