// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/column_decision.h"

#include "base/format.h"
#include "classify/kind_family.h"
#include "classify/value_sets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mangrove::classify {

namespace {

/// Kinds whose check digits fit others' numbers are tested first, so that the others do not win by chance.
constexpr std::array<std::string_view, 9> kTestOrder{
    "cn-hmt-permit", "cn-doctor-qualification", "cn-resident-id",          "cn-uscc", "cn-drug-standard-code",
    "bank-card",     "cn-resident-id-15",       "cn-foreign-permanent-id", "uuid"};

std::size_t orderOf(std::string_view kind) {
    return static_cast<std::size_t>(std::find(kTestOrder.begin(), kTestOrder.end(), kind)
                                    - kTestOrder.begin());
}

double shareOf(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(double share) {
    return format("{:.1f} %", share * 100);
}

bool related(std::string_view a, std::string_view b) {
    if (a == b || (familyOf(a) != KindFamily::None && familyOf(a) == familyOf(b)))
        return true;
    const auto refines = [](std::string_view general, std::string_view exact) {
        const auto list = refinementsOf(general);
        return std::find(list.begin(), list.end(), exact) != list.end();
    };
    return refines(a, b) || refines(b, a);
}

bool sameChecker(std::string_view a, std::string_view b) {
    const auto checkerOf = [](std::string_view id) -> Checker {
        const IdentifierKind* const kind = findIdentifierKind(id);
        return kind == nullptr ? nullptr
                               : kindTable()[static_cast<std::size_t>(kind - identifierKinds().data())].check;
    };
    const Checker checker = checkerOf(a);
    return checker != nullptr && checker == checkerOf(b);
}

bool hasForm(std::string_view id) {
    const IdentifierKind* const kind = findIdentifierKind(id);
    return kind != nullptr
           && kindTable()[static_cast<std::size_t>(kind - identifierKinds().data())].check != nullptr;
}

/// A word that names of institutions hold and names of persons do not.
bool looksLikeOrganisation(const std::string& value) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"HOSPITAL",   "CLINIC", "MEDICAL", "CENTER",   "HEALTH", "PHARMA", "INC",  "LLC",  "LTD",  "GROUP",
         "ASSOCIATES", "医院",   "卫生院",  "卫生服务", "诊所",   "药店",   "药房", "公司", "中心", "疾控"});
    std::string upper(value);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return upper.find(word) != std::string::npos; });
}

constexpr double kWholeName = 0.9;
constexpr double kEndOfName = 0.8;
constexpr double kWeakName = 0.5;

double confidenceOf(const NameMatch& name) {
    return name.strong ? (name.whole ? kWholeName : kEndOfName) : kWeakName;
}

} // namespace

int strictness(IdentifierClass cls) {
    switch (cls) {
    case IdentifierClass::Direct:
        return 6;
    case IdentifierClass::Professional:
        return 5;
    case IdentifierClass::Sensitive:
        return 4;
    case IdentifierClass::Quasi:
        return 3;
    case IdentifierClass::Organisation:
        return 2;
    case IdentifierClass::Code:
        return 1;
    default:
        return 0;
    }
}

double wilsonLower(std::uint64_t hits, std::uint64_t total, double z) {
    if (total == 0)
        return 0;
    const auto n = static_cast<double>(total);
    const double p = static_cast<double>(hits) / n;
    const double square = z * z;
    const double middle = p + square / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + square / (4 * n * n));
    return std::max(0.0, (middle - half) / (1 + square / n));
}

struct ColumnDecision::Work {
    const ColumnValues& column;
    const std::vector<NameMatch>& names;
    const ValueTally& tally;
    ColumnClassification result;

    [[nodiscard]] std::uint64_t total() const { return tally.shape.values; }
    void reject(std::string_view kind, std::string why) {
        const auto same = std::find_if(result.rejected.begin(), result.rejected.end(),
                                       [&](const Rejected& other) { return other.identifier == kind; });
        if (same == result.rejected.end())
            result.rejected.push_back({std::string(kind), std::move(why)});
    }
};

std::vector<std::string> ColumnDecision::kindsToTry(const std::vector<NameMatch>& names) {
    std::vector<std::string> kinds;
    const auto add = [&](std::string_view kind) {
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            kinds.emplace_back(kind);
    };
    for (const NameMatch& name : names) {
        add(name.kind);
        for (const std::string_view refinement : refinementsOf(name.kind))
            add(refinement);
        const KindFamily family = familyOf(name.kind);
        for (const IdentifierKind& kind : identifierKinds())
            if (family != KindFamily::None && familyOf(kind.id) == family)
                add(kind.id);
    }
    return kinds;
}

ColumnDecision::Candidate ColumnDecision::candidate(const std::string& kind, const ValueTally& tally) const {
    Candidate result;
    result.kind = kind;
    if (const IdentifierKind* const builtIn = findIdentifierKind(kind)) {
        result.cls = builtIn->cls;
        result.tally = tally.kinds[static_cast<std::size_t>(builtIn - identifierKinds().data())];
        result.chance = builtIn->chance;
        result.shapeChance = builtIn->shapeChance;
        return result;
    }
    for (std::size_t i = 0; i < m_tester.packKinds().size(); ++i) {
        const PackKind& packKind = *m_tester.packKinds()[i];
        if (packKind.id != kind)
            continue;
        result.cls = packKind.cls;
        result.tally = tally.packKinds[i];
        result.chance = packKind.chance;
        result.pack = true;
    }
    return result;
}

bool ColumnDecision::passesByValues(const Candidate& candidate, std::uint64_t total, std::string& why) const {
    const KindTally& tally = candidate.tally;
    const double valid = shareOf(tally.strong, total);
    const double bound = wilsonLower(tally.strong, total, m_options.wilsonZ);
    const double needed = m_options.chanceFactor * candidate.chance;
    if (valid >= m_options.minimumShare && bound > needed)
        return true;
    // many wrong check digits, yet far more right ones than chance gives: dirty identifiers are identifiers
    const double shaped = shareOf(tally.strong + tally.near, total);
    constexpr double kBestChanceOfACheckDigit = 0.2;
    const bool telling = candidate.shapeChance < 1 && valid > kBestChanceOfACheckDigit;
    if (telling && shaped >= m_options.minimumShare
        && wilsonLower(tally.strong + tally.near, total, m_options.wilsonZ)
               > m_options.chanceFactor * candidate.shapeChance)
        return true;
    if (valid < m_options.minimumShare)
        why = format("{} of the distinct values pass; {} are needed", percent(valid),
                     percent(m_options.minimumShare));
    else
        why = format("{} pass, but the lower bound {} is not above {} times the chance rate {}",
                     percent(valid), percent(bound), m_options.chanceFactor, percent(candidate.chance));
    return false;
}

std::vector<ColumnDecision::Candidate> ColumnDecision::byValues(Work& work) const {
    std::vector<Candidate> winners;
    constexpr double kWorthMentioning = 0.05;
    const auto consider = [&](const std::string& kind) {
        const Candidate one = candidate(kind, work.tally);
        if (one.tally.strong + one.tally.near == 0)
            return;
        std::string why;
        if (passesByValues(one, work.total(), why))
            winners.push_back(one);
        else if (shareOf(one.tally.strong, work.total()) > kWorthMentioning)
            work.reject(kind, why);
    };
    for (const IdentifierKind& kind : identifierKinds())
        if (kind.decidedBy == DecidedBy::Values)
            consider(std::string(kind.id));
    for (const PackKind* const kind : m_tester.packKinds())
        consider(kind->id);
    std::stable_sort(winners.begin(), winners.end(), [](const Candidate& a, const Candidate& b) {
        const std::size_t orderA = a.pack ? 0 : orderOf(a.kind) + 1;
        const std::size_t orderB = b.pack ? 0 : orderOf(b.kind) + 1;
        return orderA != orderB ? orderA < orderB : a.chance < b.chance;
    });
    return winners;
}

bool ColumnDecision::acceptsName(Work& work, const NameMatch& name, const Candidate& candidate) const {
    const std::uint64_t total = work.total();
    if (total == 0)
        return name.strong;
    const double numbers = shareOf(work.tally.shape.numbers, total);
    if (isWordy(name.kind) && numbers >= m_options.minimumShare) {
        work.reject(name.kind,
                    format("the name fits, but {} of the values are plain numbers", percent(numbers)));
        return false;
    }
    if (candidate.pack || !hasForm(name.kind))
        return name.strong;
    const KindFamily family = familyOf(name.kind);
    const double own = shareOf(candidate.tally.shaped(), total);
    const double kin = family == KindFamily::None
                           ? 0.0
                           : shareOf(work.tally.families[static_cast<std::size_t>(family)], total);
    if (std::max(own, kin) >= m_options.minimumShare)
        return true;
    // A direct identifier named outright stays one although its form is unknown to us (a foreign telephone
    // number).
    const bool keep =
        name.strong && name.whole && strictness(candidate.cls) >= strictness(IdentifierClass::Professional);
    if (keep)
        work.result.evidence.push_back(
            {"value",
             format("only {} of the distinct values have a form known for it", percent(std::max(own, kin))),
             std::max(own, kin)});
    else if (name.strong || own > 0.05)
        work.reject(name.kind, format("the name fits, but only {} of the values have its form",
                                      percent(std::max(own, kin))));
    return keep;
}

std::optional<ColumnDecision::Candidate> ColumnDecision::byName(Work& work) const {
    for (const NameMatch& name : work.names) {
        Candidate one = candidate(name.kind, work.tally);
        if (!acceptsName(work, name, one))
            continue;
        // the values may say more exactly what it is
        for (const std::string_view refinement : refinementsOf(name.kind)) {
            const Candidate exact = candidate(std::string(refinement), work.tally);
            const bool better =
                shareOf(exact.tally.valid(), work.total()) >= 0.9 && exact.tally.valid() > one.tally.valid();
            const bool ownFormTells = hasForm(name.kind) && !isOpaqueKey(name.kind);
            if (work.total() > 0 && shareOf(exact.tally.valid(), work.total()) >= 0.9
                && (better || !ownFormTells))
                return exact;
        }
        return one;
    }
    return std::nullopt;
}

void ColumnDecision::accept(Work& work, const Candidate& winner, const NameMatch* name) const {
    ColumnClassification& result = work.result;
    const std::uint64_t total = work.total();
    result.identifier = winner.kind;
    result.cls = winner.cls;
    result.valid = winner.tally.valid();
    result.near = winner.tally.near;
    double doubt = 1;
    const bool form = winner.pack || hasForm(winner.kind);
    if (form && total > 0 && winner.tally.shaped() > 0) {
        const double valid = shareOf(winner.tally.valid(), total);
        const bool tells = winner.tally.strong > 0 && winner.chance < 1;
        result.evidence.push_back(
            {tells && winner.chance > 0.005 ? "checksum" : "value",
             format("{} of {} distinct values are valid ({})", winner.tally.valid(), total,
                    tells ? format("chance gives {}", percent(winner.chance))
                          : "the form alone proves nothing"),
             valid});
        if (tells)
            doubt *= 1 - wilsonLower(winner.tally.strong + winner.tally.near, total, m_options.wilsonZ);
        if (shareOf(winner.tally.near, total) > m_options.nearShare)
            result.evidence.push_back(
                {"checksum",
                 format("{} distinct values have the right shape but a wrong check digit or date: "
                        "typing errors to correct, and identifiers all the same",
                        winner.tally.near),
                 shareOf(winner.tally.near, total)});
    }
    if (name != nullptr) {
        doubt *= 1 - confidenceOf(*name);
        result.evidence.push_back(
            {"name", format("column name '{}' ({})", work.column.name, name->origin), 1});
    }
    result.confidence = std::min(0.999, 1 - doubt);
    std::stable_sort(result.evidence.begin(), result.evidence.end(),
                     [](const Evidence& a, const Evidence& b) {
                         return a.kind == "checksum" && b.kind != "checksum" && a.share > 0.5;
                     });
}

void ColumnDecision::settle(Work& work, const std::vector<Candidate>& values,
                            std::optional<Candidate> name) const {
    const auto nameOf = [&](std::string_view kind) -> const NameMatch* {
        for (const NameMatch& match : work.names)
            if (match.kind == kind || related(match.kind, kind))
                return &match;
        return nullptr;
    };
    const Candidate* winner = values.empty() ? nullptr : &values.front();
    // a kind the name speaks for wins among several that pass
    for (const Candidate& one : values)
        if (nameOf(one.kind) != nullptr && (winner == nullptr || nameOf(winner->kind) == nullptr))
            winner = &one;
    if (winner != nullptr && name && winner->kind != name->kind) {
        const bool nameIsMoreExact = sameChecker(winner->kind, name->kind) || winner->kind == "uuid"
                                     || name->kind == "code-system"
                                     || (isOpaqueKey(name->kind) && winner->cls == IdentifierClass::Code);
        const bool contentInCodes =
            name->cls == IdentifierClass::Sensitive && winner->cls == IdentifierClass::Code;
        if (contentInCodes) { // a diagnosis written as SNOMED CT codes is a diagnosis
            work.result.evidence.push_back({"value", format("the values are codes of {}", winner->kind),
                                            shareOf(winner->tally.valid(), work.total())});
            winner = &*name;
        } else if (nameIsMoreExact) {
            winner = &*name;
        } else if (!related(winner->kind, name->kind)) {
            work.result.conflict = true;
            const bool nameIsStricter = strictness(name->cls) > strictness(winner->cls);
            const Candidate& loser = nameIsStricter ? *winner : *name;
            work.result.evidence.push_back(
                {nameIsStricter ? "value" : "name",
                 format("conflict: the {} for {}", nameIsStricter ? "values speak" : "column name speaks",
                        loser.kind),
                 nameIsStricter ? shareOf(winner->tally.valid(), work.total()) : 1});
            work.reject(loser.kind, nameIsStricter ? "the values fit, but the name speaks for a stricter kind"
                                                   : "the name fits, but the values are of another kind");
            if (nameIsStricter)
                winner = &*name;
        }
    } else if (winner == nullptr && name) {
        winner = &*name;
    }
    if (winner != nullptr)
        accept(work, *winner, nameOf(winner->kind));
    for (const Candidate& one : values)
        if (winner != nullptr && one.kind != winner->kind)
            work.reject(one.kind, format("{} of the values pass too, but {} is the better explanation",
                                         percent(shareOf(one.tally.strong, work.total())), winner->kind));
}

void ColumnDecision::byDictionary(Work& work) const {
    constexpr std::uint64_t kEnoughNames = 20;
    constexpr double kNearlyAll = 0.9;
    const std::uint64_t total = work.total();
    if (const ValueSet* const set = fittingValueSet(work.column.distinct)) {
        accept(work, candidate(std::string(set->kind), work.tally), nullptr);
        work.result.evidence.push_back({"dictionary",
                                        format("the values are words of {}{}", set->standard,
                                               set->status == "M" ? " (to be confirmed)" : ""),
                                        1});
        work.result.confidence = 0.8;
        return;
    }
    Candidate names = candidate("person-name", work.tally);
    const double share = shareOf(names.tally.strong, total);
    if (total >= kEnoughNames && share >= kNearlyAll) {
        accept(work, names, nullptr);
        work.result.evidence.clear();
        work.result.evidence.push_back(
            {"dictionary", format("{} of the values begin with a family name", percent(share)), share});
        work.result.confidence = 0.7;
        return;
    }
    const Candidate addresses = candidate("address", work.tally);
    const double houses = shareOf(addresses.tally.strong, total);
    if (total > 0 && houses >= m_options.minimumShare) {
        accept(work, addresses, nullptr);
        work.result.evidence.push_back({"dictionary", "regions, streets and house numbers", houses});
        work.result.confidence = 0.85;
    }
}

void ColumnDecision::organisationInsteadOfPerson(Work& work) const {
    const bool byWeakName = work.result.identifier == "person-name" && !work.names.empty()
                            && work.names.front().kind == "person-name" && !work.names.front().strong;
    if (!byWeakName)
        return;
    constexpr double kOrganisations = 0.3;
    const auto organisations = static_cast<std::uint64_t>(
        std::count_if(work.column.distinct.begin(), work.column.distinct.end(), looksLikeOrganisation));
    const double share = shareOf(organisations, work.total());
    if (share < kOrganisations)
        return;
    work.reject("person-name", format("{} of the values are names of institutions", percent(share)));
    work.result.identifier = "organisation-name";
    work.result.cls = IdentifierClass::Organisation;
    work.result.confidence = 0.7;
    work.result.valid = organisations;
    work.result.evidence = {
        {"dictionary", format("{} of the values name an institution", percent(share)), share}};
}

void ColumnDecision::byText(Work& work) const {
    const TextShape& shape = work.tally.shape;
    constexpr double kNotes = 0.3;
    const double share = shareOf(shape.sentences, shape.values);
    const bool named = work.result.identifier == "free-text";
    if (!named && (share < kNotes || work.result.cls == IdentifierClass::Direct))
        return;
    work.result.freeText = true;
    if (named)
        return;
    if (work.result.identifier)
        work.reject(*work.result.identifier, "the values are notes");
    work.result.identifier = "free-text";
    work.result.cls = IdentifierClass::Sensitive;
    work.result.confidence = std::max(0.9, work.result.confidence);
    work.result.evidence.insert(
        work.result.evidence.begin(),
        {"value", format("{} of the distinct values are sentences", percent(share)), share});
}

ColumnClassification ColumnDecision::decide(const ColumnValues& column, const std::vector<NameMatch>& names,
                                            const ValueTally& tally) const {
    Work work{column, names, tally, {}};
    work.result.name = std::string(column.name);
    work.result.distinct = tally.shape.values;
    const std::vector<Candidate> values = byValues(work);
    settle(work, values, byName(work));
    if (!work.result.identifier)
        byDictionary(work);
    organisationInsteadOfPerson(work);
    byText(work);
    std::erase_if(work.result.rejected,
                  [&](const Rejected& rejected) { return work.result.identifier == rejected.identifier; });
    std::sort(work.result.rejected.begin(), work.result.rejected.end(),
              [](const Rejected& a, const Rejected& b) { return a.identifier < b.identifier; });
    return std::move(work.result);
}

} // namespace mangrove::classify
