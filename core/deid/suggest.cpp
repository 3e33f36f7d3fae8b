// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/suggest.h"

#include "deid/hierarchy.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace mangrove::deid {

namespace {

/// Longer texts hold sentences, and sentences hold names.
constexpr std::uint32_t kFreeTextLength = 100;
constexpr std::uint32_t kMonthLevel = 1;

/// Numbers that tell persons apart, best first: the first one present carries the date shift.
constexpr std::array<std::string_view, 9> kPersonKinds{
    "patient-id",     "cn-insurance-person-no",  "insurance-no",      "cn-health-code", "medical-record-no",
    "cn-resident-id", "cn-social-security-card", "cn-resident-id-15", "us-ssn"};
/// Numbers that link tables and say nothing once pseudonymised.
constexpr std::array<std::string_view, 7> kLinkKinds{
    "patient-id",        "cn-insurance-person-no", "insurance-no", "cn-health-code",
    "medical-record-no", "encounter-no",           "order-no"};
constexpr std::array<std::string_view, 2> kEventDates{"event-date", "death-date"};

template<std::size_t kCount>
bool contains(const std::array<std::string_view, kCount>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

const ColumnRole* personColumn(const std::vector<ColumnRole>& columns) {
    for (const std::string_view kind : kPersonKinds) {
        for (const ColumnRole& column : columns) {
            if (column.identifier == kind)
                return &column;
        }
    }
    return nullptr;
}

bool isDate(const ColumnRole& column) {
    return column.type == "date" || column.type == "datetime" || contains(kEventDates, column.identifier);
}

bool isFreeText(const ColumnRole& column) {
    return column.identifier == "free-text" || (column.type == "text" && column.maxLength > kFreeTextLength);
}

/// The first of `names` that knows every sample; keep-or-suppress where none does.
std::string fittingHierarchy(std::span<const std::string_view> names, const ColumnRole& column) {
    for (const std::string_view name : names) {
        const auto hierarchy = Hierarchy::builtin(name);
        const bool fits = hierarchy.ok()
                          && std::all_of(column.samples.begin(), column.samples.end(),
                                         [&](const std::string& s) { return hierarchy->knows(s); });
        if (fits)
            return std::string(name);
    }
    return "builtin:keep-or-suppress";
}

/// Built-in hierarchies for a kind of column, the best first.
struct Choice {
    std::string_view identifier;
    std::array<std::string_view, 2> hierarchies;
};
constexpr std::array<Choice, 19> kChoices{
    {{"age", {"builtin:age-5y", "builtin:interval"}},
     {"birth-date", {"builtin:date", "builtin:date"}},
     {"cn-division", {"builtin:cn-division", "builtin:cn-village"}},
     {"region", {"builtin:cn-division", "builtin:postcode"}},
     {"native-place", {"builtin:cn-division", "builtin:postcode"}},
     {"birth-place", {"builtin:cn-division", "builtin:postcode"}},
     {"cn-postcode", {"builtin:postcode", "builtin:cn-division"}},
     {"ethnic-group", {"builtin:ethnic-group", "builtin:ethnic-group"}},
     {"icd-10", {"builtin:icd10", "builtin:icd9"}},
     {"icd-9", {"builtin:icd9", "builtin:icd10"}},
     {"diagnosis", {"builtin:icd10", "builtin:icd9"}},
     {"icd-9-cm-3", {"builtin:procedure", "builtin:procedure"}},
     {"atc", {"builtin:atc", "builtin:atc"}},
     {"education", {"builtin:education", "builtin:education"}},
     {"marital-status", {"builtin:marital-status", "builtin:marital-status"}},
     {"insurance-type", {"builtin:insurance-type", "builtin:insurance-type"}},
     {"occupation", {"builtin:occupation", "builtin:occupation"}},
     {"department", {"builtin:department", "builtin:department"}},
     {"amount", {"builtin:amount-cny", "builtin:amount-cny"}}}};

std::string hierarchyFor(const ColumnRole& column) {
    static constexpr std::array<std::string_view, 1> kDates{"builtin:date"};
    for (const Choice& choice : kChoices) {
        if (choice.identifier == column.identifier)
            return fittingHierarchy(choice.hierarchies, column);
    }
    return isDate(column) ? fittingHierarchy(kDates, column) : fittingHierarchy({}, column);
}

Transform suppression() {
    Transform transform;
    transform.type = TransformType::Suppress;
    return transform;
}

void suggestDirect(Attribute& attribute, const ColumnRole& column, const ColumnRole* person) {
    attribute.role = AttributeRole::Direct;
    Transform transform = suppression();
    if (contains(kLinkKinds, column.identifier) || person == &column) {
        transform.type = TransformType::Pseudonym;
        transform.domain = column.identifier;
    }
    attribute.transform = transform;
}

/// A secretly shifted date is no longer known to anybody outside, so it forms no classes (GB/T 42460 Annex
/// C).
void suggestShift(Attribute& attribute, const ColumnRole& person, const SuggestOptions& options) {
    attribute.role = AttributeRole::Insensitive;
    attribute.unmatched = UnmatchedPolicy::Suppress;
    Transform transform;
    transform.type = TransformType::DateShift;
    transform.person = person.name;
    transform.domain = person.identifier;
    transform.rangeDays = options.dateShiftDays;
    attribute.transform = transform;
}

void suggestQuasi(Attribute& attribute, const ColumnRole& column) {
    attribute.role = AttributeRole::Quasi;
    attribute.hierarchy = hierarchyFor(column);
    attribute.unmatched = UnmatchedPolicy::Suppress;
    if (attribute.hierarchy == "builtin:date")
        attribute.minLevel = kMonthLevel;
}

Attribute suggestAttribute(const ColumnRole& column, const ColumnRole* person,
                           const SuggestOptions& options) {
    Attribute attribute;
    attribute.column = column.name;
    const bool isBirth = column.identifier == "birth-date";
    if (column.cls == "direct") {
        suggestDirect(attribute, column, person);
    } else if (column.cls == "professional") {
        attribute.role = AttributeRole::Direct;
        attribute.transform = suppression();
    } else if (isFreeText(column)) {
        attribute.role = AttributeRole::Sensitive;
        attribute.transform = suppression();
    } else if (isDate(column) && !isBirth) {
        if (person != nullptr)
            suggestShift(attribute, *person, options);
        else
            suggestQuasi(attribute, column);
    } else if (column.cls == "quasi") {
        suggestQuasi(attribute, column);
    } else if (column.cls == "sensitive") {
        attribute.role = AttributeRole::Sensitive;
    }
    return attribute;
}

} // namespace

Recipe suggestRecipe(const std::vector<ColumnRole>& columns, const SuggestOptions& options) {
    Recipe recipe;
    recipe.suppressionLimit = options.suppressionLimit;
    const ColumnRole* person = personColumn(columns);
    bool anyQuasi = false;
    for (const ColumnRole& column : columns) {
        recipe.attributes.push_back(suggestAttribute(column, person, options));
        anyQuasi = anyQuasi || recipe.attributes.back().role == AttributeRole::Quasi;
    }
    if (!anyQuasi)
        return recipe;
    Model gbt39725;
    gbt39725.type = ModelType::Gbt39725;
    Model gbt42460;
    gbt42460.type = ModelType::Gbt42460;
    gbt42460.sharing = options.sharing;
    recipe.models = {gbt39725, gbt42460};
    return recipe;
}

} // namespace mangrove::deid
