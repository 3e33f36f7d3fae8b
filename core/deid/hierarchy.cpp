// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy.h"

#include "base/file.h"
#include "base/format.h"
#include "base/text.h"
#include "crypto/sha256.h"
#include "deid/hierarchy_csv.h"
#include "deid/hierarchy_rule.h"

#include <array>
#include <unordered_map>

namespace mangrove::deid {

namespace {

constexpr std::string_view kBuiltinPrefix = "builtin:";
constexpr std::uint64_t kMaxHierarchyBytes = 64U << 20U;

struct BuiltinEntry {
    BuiltinHierarchy facts;
    RulePtr (*make)();
};

constexpr std::array kBuiltins{
    BuiltinEntry{{"builtin:age-5y", "1", "whole years 0 to 130", "year > 5 years > 10 years > 20 years > *",
                  "Chinese statistical age bands; 90 and above are one group"},
                 makeAge5yRule},
    BuiltinEntry{{"builtin:age-stage", "1", "whole years 0 to 130",
                  "year > stage of life > minor, adult, senior > *",
                  "Splits at 14 (PIPL art. 31), 18, 60 and 80"},
                 makeAgeStageRule},
    BuiltinEntry{{"builtin:cn-division", "1", "6-digit division codes",
                  "county > prefecture > province > region > *",
                  "GB/T 2260; counties under direct provincial administration form one group per province"},
                 makeCnDivisionRule},
    BuiltinEntry{{"builtin:date", "1", "dates and time stamps, year first",
                  "as written > month > quarter > year > 5 years > decade > *", "GB/T 39725-2020 10.2 b"},
                 makeDateRule},
    BuiltinEntry{{"builtin:ethnic-group", "1", "GB/T 3304 codes 01 to 56, 97, 98 or names ending in 族",
                  "group > Han or minority > *", "GB/T 3304"},
                 makeEthnicGroupRule},
    BuiltinEntry{{"builtin:icd10", "1", "ICD-10 codes and national extensions",
                  "code > subcategory > category > block > chapter > *",
                  "WHO ICD-10, 22 chapters and their blocks"},
                 makeIcd10Rule},
    BuiltinEntry{{"builtin:icd9", "1", "ICD-9-CM diagnosis codes, leading zeros may be lost",
                  "code > category > block > chapter > *", "ICD-9-CM, 17 chapters with V and E codes"},
                 makeIcd9Rule},
    BuiltinEntry{{"builtin:interval", "1", "bands [a-b) that start at a multiple of their width",
                  "band > two bands > four bands > *", "Widths double from level to level"},
                 makeIntervalRule},
    BuiltinEntry{
        {"builtin:keep-or-suppress", "1", "any value", "value > *", "For attributes without an order"},
        makeKeepOrSuppressRule},
    BuiltinEntry{{"builtin:length-of-stay", "1", "whole days 0 to 9999", "days > band > short or long > *",
                  "Bands 0-1, 2-3, 4-7, 8-14, 15-30, 31-90, 91+"},
                 makeLengthOfStayRule},
    BuiltinEntry{{"builtin:postcode", "1", "6-digit Chinese postcodes", "6 digits > 4 > 3 > 2 > *",
                  "Digits 1-2 province, 3 zone, 4 county or city"},
                 makePostcodeRule},
};

} // namespace

struct Hierarchy::Data {
    std::string name;
    std::string version;
    RulePtr rule;         ///< null for a table
    HierarchyTable table; ///< empty for a rule
};

Hierarchy::Hierarchy(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

Result<Hierarchy> Hierarchy::fromCsv(std::string_view text, std::string name) {
    auto data = std::make_shared<Data>();
    MANGROVE_ASSIGN(data->table, HierarchyTable::parse(text, name));
    data->name = std::move(name);
    data->version = "sha256:" + toHex(crypto::sha256(asBytes(text)));
    return Hierarchy(std::move(data));
}

Result<Hierarchy> Hierarchy::fromFile(const std::filesystem::path& path) {
    MANGROVE_ASSIGN(const std::string text, readFile(path, kMaxHierarchyBytes));
    auto read = fromCsv(text, path.filename().string());
    if (!read.ok()) {
        Location at = read.error().at();
        at.file = path.string();
        return read.error().withLocation(std::move(at));
    }
    return read;
}

Result<Hierarchy> Hierarchy::builtin(std::string_view name) {
    if (name.substr(0, kBuiltinPrefix.size()) == kBuiltinPrefix)
        name.remove_prefix(kBuiltinPrefix.size());
    std::vector<std::string> known;
    for (const BuiltinEntry& entry : kBuiltins) {
        if (entry.facts.name.substr(kBuiltinPrefix.size()) == name) {
            auto data = std::make_shared<Data>();
            data->name = std::string(entry.facts.name);
            data->version = std::string(entry.facts.version);
            data->rule = entry.make();
            return Hierarchy(std::move(data));
        }
        known.emplace_back(entry.facts.name);
    }
    return Error(errors::kHierarchyUnknown, {std::string(name), join(known, ", ")});
}

Result<Hierarchy> Hierarchy::open(std::string_view reference, const std::filesystem::path& folder) {
    if (reference.substr(0, kBuiltinPrefix.size()) == kBuiltinPrefix)
        return builtin(reference);
    // An absolute reference replaces the folder.
    return fromFile(folder / std::filesystem::path(std::string(reference)));
}

const std::string& Hierarchy::name() const {
    return m_data->name;
}

const std::string& Hierarchy::version() const {
    return m_data->version;
}

std::uint32_t Hierarchy::levels() const {
    return m_data->rule ? m_data->rule->levels() : m_data->table.levels();
}

std::uint64_t Hierarchy::domainSize() const {
    return m_data->rule ? 0 : m_data->table.rows();
}

bool Hierarchy::knows(std::string_view value) const {
    if (!m_data->rule)
        return m_data->table.find(value).has_value();
    std::vector<std::string> ignored;
    return m_data->rule->appendPath(value, ignored);
}

std::optional<std::string> Hierarchy::generalise(std::string_view value, std::uint32_t level) const {
    if (level >= levels())
        return std::nullopt;
    std::vector<std::string> all = path(value);
    if (all.empty())
        return std::nullopt;
    return std::move(all[level]);
}

std::vector<std::string> Hierarchy::path(std::string_view value) const {
    std::vector<std::string> all;
    if (m_data->rule) {
        all.emplace_back(value);
        if (!m_data->rule->appendPath(value, all))
            all.clear();
        return all;
    }
    if (const auto row = m_data->table.find(value)) {
        for (std::uint32_t level = 0; level < m_data->table.levels(); ++level)
            all.emplace_back(m_data->table.label(*row, level));
    }
    return all;
}

std::vector<std::string_view> Hierarchy::domain() const {
    std::vector<std::string_view> values;
    for (std::uint32_t row = 0; row < m_data->table.rows(); ++row)
        values.push_back(m_data->table.label(row, 0));
    return values;
}

std::span<const BuiltinHierarchy> builtinHierarchies() {
    static const auto facts = [] {
        std::array<BuiltinHierarchy, kBuiltins.size()> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = kBuiltins[i].facts;
        return all;
    }();
    return facts;
}

} // namespace mangrove::deid
