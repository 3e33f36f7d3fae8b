// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/errors.h"
#include "deid/sharing.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mangrove::table {
class Table;
}

namespace mangrove::deid {

/// Why a result says nothing although its figures look good.
enum class Degenerate : std::uint8_t {
    None,
    NoRecords,     ///< the table is empty
    AllSuppressed, ///< every record is suppressed: there is no risk figure, and no data
    AllGeneralised ///< one class holds everything: every quasi-identifier says the same in every record
};
/// "", "no-records", "all-suppressed", "all-generalised".
[[nodiscard]] std::string_view nameOf(Degenerate degenerate);

/// Re-identification risk when the attacker knows that her target is in the table. Journalist and marketer
/// risk equal it where there is no population table. f = size of a record's equivalence class.
struct ProsecutorRisk {
    double highest = 0;       ///< max 1/f
    double average = 0;       ///< classes / records
    double lowest = 0;        ///< min 1/f
    double recordsAtRisk = 0; ///< share of records with 1/f > threshold (strict), 0…1
    friend bool operator==(const ProsecutorRisk&, const ProsecutorRisk&) = default;
};

/// One line of the arithmetic behind a verdict, to be shown as it is or translated by its code and arguments.
struct ArithmeticLine {
    std::string code;              ///< "tau", "ra", "rb", "rc", "context", "r", "verdict"
    std::vector<std::string> args; ///< the numbers, in the order of the text
    std::string text;              ///< English
    friend bool operator==(const ArithmeticLine&, const ArithmeticLine&) = default;
};

/// The verdict of GB/T 42460-2023 (6.2, 6.3, Annex D.1). Level 1: a direct identifier is present; 2: risk at
/// or above 0.05; 3: below; 4: no identifier at all. R_b and R_c are defined over classes, not over records.
struct Gbt42460 {
    int level = 0; ///< 1…4; 0 where there is no record to judge (degenerate)
    Sharing sharing = Sharing::Public;
    double tau = 0;       ///< 1/20 public, 1/5 controlled, 1/3 enclave (D.1.5)
    double ra = 0;        ///< share of classes with 1/f > tau
    double rb = 0;        ///< max 1/f (D.2)
    double rc = 0;        ///< mean of 1/f over classes (D.3)
    double prContext = 1; ///< 1 for public, else max of the three (D.1.4)
    double r = 0;         ///< 1 if ra > 0, else rb*pr (public) or rc*pr
    double acceptable = 0.05;
    std::vector<ArithmeticLine> arithmetic;
    friend bool operator==(const Gbt42460&, const Gbt42460&) = default;
};

/// The risk of one table as it stands.
struct RiskReport {
    std::uint64_t records = 0; ///< counted ones: without those suppressed
    std::uint64_t suppressed =
        0; ///< records whose quasi-identifiers are all `*` (more than one class elsewhere)
    std::uint64_t classes = 0;
    std::uint64_t uniques = 0; ///< records alone in their class
    std::uint64_t smallestGroup = 0;
    std::uint64_t largestGroup = 0;
    double threshold = 0.2;
    std::optional<ProsecutorRisk> prosecutor; ///< absent where there is no record: a risk of 0 would be a lie
    Gbt42460 gbt42460;
    bool gbt39725 = false; ///< GB/T 39725-2020 10.2 d: smallest group > 5
    Degenerate degenerate = Degenerate::None;
    std::vector<std::string> quasiIdentifiers;  ///< the columns the classes were formed over
    std::vector<std::string> directIdentifiers; ///< direct identifiers still in the table (=> level 1)
    friend bool operator==(const RiskReport&, const RiskReport&) = default;
};

struct RiskOptions {
    double threshold = 0.2; ///< of recordsAtRisk, in (0, 1]
    Sharing sharing = Sharing::Public;
    ContextRisk context;
    std::vector<std::string> directIdentifiers; ///< names of columns that identify directly
    [[nodiscard]] Status validate() const;
};

/// The arithmetic alone: sizes of the equivalence classes (none 0) and the number of suppressed records.
/// `quasiCount` = number of quasi-identifiers; 0 and no direct identifier means level 4.
[[nodiscard]] RiskReport riskOfClasses(std::span<const std::uint64_t> sizes, std::uint64_t suppressed,
                                       std::size_t quasiCount, const RiskOptions& options);

/// Risk of `table` over the named columns. A missing value is a value of its own. Records whose
/// quasi-identifiers are all `*` count as suppressed. kRiskColumnMissing, kCancelled.
[[nodiscard]] Result<RiskReport> measureRisk(const table::Table& table, const std::vector<std::string>& quasi,
                                             const RiskOptions& options, const RunContext& context);

} // namespace mangrove::deid
