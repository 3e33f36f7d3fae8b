// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/cdm.h"

#include "base/format.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace mangrove::io {

namespace {

constexpr std::array<std::string_view, 43> kModelTables{"attribute_definition",
                                                        "care_site",
                                                        "cdm_source",
                                                        "cohort",
                                                        "cohort_definition",
                                                        "concept",
                                                        "concept_ancestor",
                                                        "concept_class",
                                                        "concept_relationship",
                                                        "concept_synonym",
                                                        "condition_era",
                                                        "condition_occurrence",
                                                        "cost",
                                                        "death",
                                                        "device_exposure",
                                                        "domain",
                                                        "dose_era",
                                                        "drug_era",
                                                        "drug_exposure",
                                                        "drug_strength",
                                                        "episode",
                                                        "episode_event",
                                                        "fact_relationship",
                                                        "location",
                                                        "location_history",
                                                        "measurement",
                                                        "metadata",
                                                        "note",
                                                        "note_nlp",
                                                        "observation",
                                                        "observation_period",
                                                        "payer_plan_period",
                                                        "person",
                                                        "procedure_occurrence",
                                                        "provider",
                                                        "relationship",
                                                        "source_to_concept_map",
                                                        "specimen",
                                                        "survey_conduct",
                                                        "visit_detail",
                                                        "visit_occurrence",
                                                        "vocabulary",
                                                        "cohort_attribute"};

/// Keys that link rows of the model, and the table whose own key each is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kLinks{
    {{"person_id", "person"},
     {"visit_occurrence_id", "visit_occurrence"},
     {"visit_detail_id", "visit_detail"},
     {"provider_id", "provider"},
     {"care_site_id", "care_site"},
     {"location_id", "location"},
     {"episode_id", "episode"},
     {"note_id", "note"},
     {"cohort_definition_id", "cohort_definition"},
     {"concept_id", "concept"},
     {"vocabulary_id", "vocabulary"},
     {"domain_id", "domain"}}};

/// "visit_occurrence" of "csv/VISIT_OCCURRENCE.csv.gz" or "cdm.visit_occurrence".
std::string modelName(std::string_view name) {
    const std::size_t slash = name.find_last_of('/');
    std::string base = toLowerAscii(slash == std::string_view::npos ? name : name.substr(slash + 1));
    for (const std::string_view ending : {".gz", ".zst", ".csv", ".tsv", ".txt"}) {
        if (base.ends_with(ending))
            base.resize(base.size() - ending.size());
    }
    const std::size_t dot = base.rfind('.');
    return dot == std::string::npos ? base : base.substr(dot + 1);
}

class Set {
public:
    explicit Set(const std::vector<TableFacts>& tables) {
        for (const TableFacts& table : tables) {
            const std::string name = modelName(table.name);
            if (std::find(kModelTables.begin(), kModelTables.end(), name) != kModelTables.end())
                m_byName.try_emplace(name, &table);
        }
    }
    [[nodiscard]] const TableFacts* find(std::string_view name) const {
        const auto found = m_byName.find(std::string(name));
        return found == m_byName.end() ? nullptr : found->second;
    }
    /// The column as it is spelled, or nothing.
    [[nodiscard]] static std::string column(const TableFacts* table, std::string_view name) {
        if (table == nullptr)
            return {};
        for (const std::string& column : table->columns) {
            if (toLowerAscii(column) == name)
                return column;
        }
        return {};
    }
    [[nodiscard]] bool has(std::string_view table, std::string_view name) const {
        return !column(find(table), name).empty();
    }
    [[nodiscard]] const std::map<std::string, const TableFacts*>& byName() const { return m_byName; }

private:
    std::map<std::string, const TableFacts*> m_byName;
};

/// The version that only these columns and tables have, with them as the reason.
std::pair<std::string, std::string> versionByColumns(const Set& set) {
    // Differences by the model's own change lists: 5.3 to 5.4, and 5.3 to 6.0.
    if (set.has("visit_occurrence", "admitted_from_concept_id"))
        return {"5.4", "visit_occurrence has admitted_from_concept_id"};
    if (set.find("episode") != nullptr || set.find("episode_event") != nullptr)
        return {"5.4", "there is a table episode"};
    if (set.has("person", "death_datetime") || set.find("survey_conduct") != nullptr)
        return {"6.0", "person has death_datetime, or there is a table survey_conduct"};
    if (set.has("visit_occurrence", "admitting_source_concept_id"))
        return {"5.3", "visit_occurrence has admitting_source_concept_id"};
    if (set.has("visit_occurrence", "visit_start_datetime"))
        return {"5.2", "visit_occurrence has visit_start_datetime but no source of admission"};
    return {};
}

} // namespace

std::optional<CdmFacts> recogniseCdm(const std::vector<TableFacts>& tables, std::string_view statedVersion) {
    const Set set(tables);
    if (set.byName().size() < 4 || !set.has("person", "person_id") || !set.has("person", "gender_concept_id"))
        return {};
    CdmFacts facts;
    for (const TableFacts& table : tables) {
        if (set.find(modelName(table.name)) == &table)
            facts.tables.push_back(table.name);
    }
    auto [version, why] = versionByColumns(set);
    facts.version = version.empty() ? std::string(statedVersion) : version;
    facts.evidence =
        format("{} tables of the model, person with person_id and gender_concept_id", facts.tables.size());
    if (!why.empty())
        facts.evidence += "; " + why;
    if (!statedVersion.empty()) {
        std::string_view stated = statedVersion;
        if (stated.starts_with('v') || stated.starts_with('V'))
            stated.remove_prefix(1);
        const bool agrees = version.empty() || stated.starts_with(version);
        facts.evidence += agrees
                              ? format("; cdm_source says {}", statedVersion)
                              : format("; cdm_source says {}, which the columns contradict", statedVersion);
        if (agrees)
            facts.version = stated;
    }
    for (const auto& [column, owner] : kLinks) {
        CdmFacts::Link link;
        link.column = column;
        if (const TableFacts* table = set.find(owner); !Set::column(table, column).empty())
            link.owner = table->name;
        for (const auto& [name, table] : set.byName()) {
            if (const std::string spelled = Set::column(table, column); !spelled.empty())
                link.keys.push_back({table->name, spelled});
        }
        if (link.keys.size() > 1)
            facts.links.push_back(std::move(link));
    }
    return facts;
}

} // namespace mangrove::io
