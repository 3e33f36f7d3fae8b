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
    BuiltinEntry{{"builtin:amount-cny", "1", "amounts in yuan, 0 to 1,000,000,000",
                  "amount > 100s > 5 bands > 3 bands > *",
                  "Bands split at 500, 2,000, 10,000 and 50,000; 0 stays apart"},
                 makeAmountRule},
    BuiltinEntry{{"builtin:atc", "1", "ATC codes of level 1 to 5",
                  "code > level 4 > level 3 > level 2 > level 1 > *", "WHO ATC classification"},
                 makeAtcRule},
    BuiltinEntry{{"builtin:bmi", "1", "body-mass index 0 to 200", "value > 4 classes > below or from 24 > *",
                  "WS/T 428-2013: 18.5, 24, 28"},
                 makeBmiRule},
    BuiltinEntry{{"builtin:body-measure", "1", "height in cm or weight in kg, 0 to 1000",
                  "value > 5s > 10s > 20s > *", "Equal bands"},
                 makeBodyMeasureRule},
    BuiltinEntry{{"builtin:cn-division", "2", "6-digit division codes",
                  "county > prefecture > province > region > *",
                  "GB/T 2260; counties under direct provincial administration form one group per province, "
                  "with Sansha"},
                 makeCnDivisionRule},
    BuiltinEntry{{"builtin:cn-village", "1", "12-digit statistical division codes",
                  "village > street > county > prefecture > province > region > *",
                  "Statistical division codes; GB/T 2260 above the street"},
                 makeCnVillageRule},
    BuiltinEntry{{"builtin:date", "1", "dates and time stamps, year first",
                  "as written > month > quarter > year > 5 years > decade > *", "GB/T 39725-2020 10.2 b"},
                 makeDateRule},
    BuiltinEntry{{"builtin:department", "1", "Chinese names of departments that tell the field",
                  "department > field > *", "Ten fields by the words in the name"},
                 makeDepartmentRule},
    BuiltinEntry{{"builtin:education", "1", "GB/T 4658 codes and their names", "education > 3 groups > *",
                  "GB/T 4658-2006"},
                 makeEducationRule},
    BuiltinEntry{{"builtin:ethnic-group", "1", "GB/T 3304 codes 01 to 56, 97, 98 or names ending in 族",
                  "group > Han or minority > *", "GB/T 3304"},
                 makeEthnicGroupRule},
    BuiltinEntry{{"builtin:hospital-level", "1", "grades such as 三级甲等 or 三甲", "grade > tier > *",
                  "Three tiers of the hospital grading"},
                 makeHospitalLevelRule},
    BuiltinEntry{{"builtin:icd10", "1", "ICD-10 codes and national extensions",
                  "code > subcategory > category > block > chapter > *",
                  "WHO ICD-10, 22 chapters and their blocks"},
                 makeIcd10Rule},
    BuiltinEntry{{"builtin:icd9", "1", "ICD-9-CM diagnosis codes, leading zeros may be lost",
                  "code > category > block > chapter > *", "ICD-9-CM, 17 chapters with V and E codes"},
                 makeIcd9Rule},
    BuiltinEntry{{"builtin:insurance-type", "1", "INSUTYPE codes and their names",
                  "type > employees, residents, self-paid, other > *", "National medical-insurance platform"},
                 makeInsuranceTypeRule},
    BuiltinEntry{{"builtin:interval", "1", "bands [a-b) that start at a multiple of their width",
                  "band > two bands > four bands > *", "Widths double from level to level"},
                 makeIntervalRule},
    BuiltinEntry{{"builtin:iso-week", "1", "dates and time stamps, year first",
                  "as written > ISO week > year of weeks > *", "ISO 8601; weeks do not nest in months"},
                 makeIsoWeekRule},
    BuiltinEntry{
        {"builtin:keep-or-suppress", "1", "any value", "value > *", "For attributes without an order"},
        makeKeepOrSuppressRule},
    BuiltinEntry{{"builtin:length-of-stay", "1", "whole days 0 to 9999", "days > band > short or long > *",
                  "Bands 0-1, 2-3, 4-7, 8-14, 15-30, 31-90, 91+"},
                 makeLengthOfStayRule},
    BuiltinEntry{{"builtin:marital-status", "1", "GB/T 2261.2 codes and their names",
                  "status > with or without spouse > *", "GB/T 2261.2-2003"},
                 makeMaritalStatusRule},
    BuiltinEntry{{"builtin:occupation", "1", "4-digit GB/T 6565 codes", "4 digits > 2 > 1 > *", "GB/T 6565"},
                 makeOccupationRule},
    BuiltinEntry{{"builtin:postcode", "1", "6-digit Chinese postcodes", "6 digits > 4 > 3 > 2 > *",
                  "Digits 1-2 province, 3 zone, 4 county or city"},
                 makePostcodeRule},
    BuiltinEntry{{"builtin:presence", "1", "any value", "value > present > *",
                  "For free text: only whether there is any"},
                 makePresenceRule},
    BuiltinEntry{{"builtin:procedure", "1", "ICD-9-CM volume 3 codes and their Chinese extension",
                  "code > xx.xx > xx.x > xx > chapter > *", "ICD-9-CM volume 3, 18 chapters"},
                 makeProcedureRule},
    BuiltinEntry{{"builtin:time-of-day", "1", "HH:MM or HH:MM:SS", "time > hour > shift > *",
                  "Night to 8, morning to 12, afternoon to 18, evening"},
                 makeTimeOfDayRule},
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
