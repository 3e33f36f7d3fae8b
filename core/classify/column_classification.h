// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/identifier_kind.h"
#include "classify/national_level.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::classify {

/// One reason for a decision. Never holds a cell value.
struct Evidence {
    std::string kind;   ///< "name" | "value" | "checksum" | "dictionary" | "context"
    std::string detail; ///< English half sentence: "column name 'psn_no' (national insurance platform)"
    double share = 0;   ///< 0…1: share of the distinct values it rests on; 1 for a name
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A kind that was considered and lost.
struct Rejected {
    std::string identifier;
    std::string why;
    friend bool operator==(const Rejected&, const Rejected&) = default;
};

/// A rule of a rule pack that took part, so that the clause behind a level can be shown.
struct AppliedRule {
    std::string rule;   ///< id of the rule
    std::string source; ///< "GB/T 39725-2020"
    std::string clause;
    std::string status; ///< "V" | "S" | "M"; M must be shown as "to be confirmed"
    std::string pack;   ///< id of the pack it stands in, "" in records of earlier versions
    friend bool operator==(const AppliedRule&, const AppliedRule&) = default;
};

/// How many distinct values of a text column contain an identifier of one kind.
struct TextFinding {
    std::string identifier;
    std::uint64_t values = 0;
    friend bool operator==(const TextFinding&, const TextFinding&) = default;
};

/// The decision about one column, with everything that led to it.
struct ColumnClassification {
    std::string name;
    std::optional<std::string> identifier; ///< kind id (built-in or of a rule pack)
    IdentifierClass cls = IdentifierClass::None;
    double confidence = 0;                              ///< 0…1
    int level39725 = 2;                                 ///< GB/T 39725-2020, 1…5
    NationalLevel level43697 = NationalLevel::General1; ///< GB/T 43697-2024, beside the other, never merged
    std::string category39725;             ///< "personal-attributes" | "health-status" | … | "" (6.1)
    std::vector<Evidence> evidence;        ///< strongest first
    std::vector<Rejected> rejected;        ///< by id
    std::vector<AppliedRule> rules;        ///< those that raised the level or set the class
    std::vector<std::string> flags;        ///< "special-disease", "minor", "genetic", "hipaa-A"… sorted
    std::vector<TextFinding> textFindings; ///< identifiers inside the text, by kind id
    bool freeText = false;                 ///< notes: sensitive whatever is found in them
    bool conflict = false;                 ///< the name says one kind and the values another; both are shown
    std::uint64_t distinct = 0;            ///< distinct non-null values looked at
    std::uint64_t valid = 0;               ///< of these, valid for `identifier`
    std::uint64_t near = 0; ///< of these, right in shape but wrong in check digit or date (typing errors)
    friend bool operator==(const ColumnClassification&, const ColumnClassification&) = default;
};

/// A pack that was in force.
struct UsedPack {
    std::string id;
    std::string version;
    friend bool operator==(const UsedPack&, const UsedPack&) = default;
};

/// All columns in table order, and the level of the table: the highest column, raised by aggregation and
/// scale rules.
struct TableClassification {
    std::vector<ColumnClassification> columns;
    int tableLevel39725 = 1;
    NationalLevel tableLevel43697 = NationalLevel::General1;
    std::vector<std::string> categories39725; ///< of the columns, sorted (GB/T 39725-2020 6.1)
    std::vector<std::string> flags;           ///< of the columns and of table rules, sorted
    std::vector<AppliedRule> rules;           ///< table rules that raised a level or set a flag
    std::uint64_t persons = 0;   ///< distinct persons by the best identifying column; 0 = no such column
    std::vector<UsedPack> packs; ///< in order of precedence, lowest first
    std::string asOf;            ///< ISO 8601 instant of the rules, "" = those without an end
    friend bool operator==(const TableClassification&, const TableClassification&) = default;
};

} // namespace mangrove::classify
