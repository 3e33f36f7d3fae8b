// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/coded_note.h"
#include "deid/errors.h"
#include "deid/sharing.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mangrove::table {
class Table;
}

namespace mangrove::deid {

struct Recipe;

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

/// Risk against a population table, of which the file is a sample: f = size of a record's class in the file,
/// F = people of the population whom the class's labels fit. A journalist looks for anybody and does not know
/// who is in the file (El Emam and Dankar, JAMIA 15(5), 2008); a marketer wants as many right as she can
/// (Dankar and El Emam 2010, "A method for evaluating marketer re-identification risk").
struct PopulationRisk {
    std::uint64_t records = 0;        ///< of the population
    std::uint64_t fittingRecords = 0; ///< of these, people whom at least one class of the file fits
    /// Classes that nobody in the population fits, and classes whom fewer people there fit than the file has
    /// records: then it is not the population that the file was drawn from.
    std::uint64_t absentClasses = 0, absentRecords = 0, shortClasses = 0, shortRecords = 0;
    struct Journalist {
        double highest = 0;       ///< max 1/F
        double average = 0;       ///< (1/n) sum of f/F over classes: the mean of 1/F over records
        double lowest = 0;        ///< min 1/F
        double recordsAtRisk = 0; ///< share of records with 1/F > threshold (strict), 0…1
        friend bool operator==(const Journalist&, const Journalist&) = default;
    };
    struct Marketer {
        double average = 0;  ///< (1/n) sum of f/F: the share of records that is matched right
        double expected = 0; ///< sum of f/F: so many records
        friend bool operator==(const Marketer&, const Marketer&) = default;
    };
    /// Absent where there is no record, and where the population lacks people: figures would be too low.
    std::optional<Journalist> journalist;
    std::optional<Marketer> marketer;
    [[nodiscard]] bool holdsTheSample() const { return absentClasses == 0 && shortClasses == 0; }
    friend bool operator==(const PopulationRisk&, const PopulationRisk&) = default;
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
    std::vector<CodedNote> arithmetic; ///< line by line
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
    bool gbt39725 = false;                    ///< GB/T 39725-2020 10.2 d: smallest group > 5
    std::optional<PopulationRisk> population; ///< where a population table was given
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

/// A class of a file and the people of its population whom its labels fit.
struct ClassInPopulation {
    std::uint64_t size = 0, people = 0;
};
/// The arithmetic of PopulationRisk; its `records` and `fittingRecords` are the caller's to fill in.
[[nodiscard]] PopulationRisk populationRiskOf(std::span<const ClassInPopulation> classes, double threshold);

/// Risk of `table` over the named columns. A missing value is a value of its own. Records whose
/// quasi-identifiers are all `*` count as suppressed. kRiskColumnMissing, kCancelled.
[[nodiscard]] Result<RiskReport> measureRisk(const table::Table& table, const std::vector<std::string>& quasi,
                                             const RiskOptions& options, const RunContext& context);

/// How the labels of a file are read when it is compared with a raw population table.
struct PopulationInput {
    const table::Table& table;
    const Recipe* recipe =
        nullptr; ///< what the file was made by; null = labels are values, `*` fits everybody
    std::filesystem::path hierarchyFolder;
};

/// measureRisk() with `population` filled in. An empty cell fits only people whose value is missing, too.
/// kRiskColumnMissing where either table lacks a column; kBadOption for a recipe whose quasi-identifiers are
/// made by a key, by chance or by looking at the whole original.
[[nodiscard]] Result<RiskReport> measureRiskInPopulation(const table::Table& table,
                                                         const std::vector<std::string>& quasi,
                                                         const PopulationInput& population,
                                                         const RiskOptions& options,
                                                         const RunContext& context);

} // namespace mangrove::deid
