// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace mangrove::classify {

/// What a kind of value means for the person behind the row. The word in JSON and files is toText().
enum class IdentifierClass : std::uint8_t {
    Direct,       ///< identifies one person alone: number, name, phone, exact address
    Quasi,        ///< identifies together with others: birth date, sex, region, event dates
    Sensitive,    ///< content about health, money, beliefs; free text that may hide identifiers
    Professional, ///< a doctor, nurse, pharmacist (GB/T 39725-2020 10.2 c: removed too)
    Organisation, ///< an institution, not personal by itself
    Code,         ///< a harmless code that must not be masked: drug, test, procedure catalogue
    None          ///< nothing recognised
};
/// "direct", "quasi", "sensitive", "professional", "organisation", "code", "none".
[[nodiscard]] std::string_view toText(IdentifierClass cls);
[[nodiscard]] std::optional<IdentifierClass> parseIdentifierClass(std::string_view text);

/// What may decide that a column holds a kind.
enum class DecidedBy : std::uint8_t {
    Values, ///< the values alone can, when far more of them pass than chance allows
    Name,   ///< the shape proves nothing (chance near 100 %): only the column's name, or a label before it in
            ///< text
    Both    ///< a list or grammar (surnames, place names) that needs the name as well
};

/// One kind of identifier or code. The list is fixed at compile time; rule packs add kinds of their own as
/// patterns (see RulePack). Objects are static and live for ever.
struct IdentifierKind {
    std::string_view id; ///< stable kebab-case name: "cn-resident-id", "email", "icd-10"
    std::string_view nameEn;
    std::string_view nameZh;
    IdentifierClass cls = IdentifierClass::None;
    std::string_view standard; ///< where the form is fixed; empty where it is local practice
    std::string_view check;    ///< check digit rule in short, or "none"
    int level39725 = 2; ///< GB/T 39725-2020 6.2 level that applies where no rule pack says otherwise, 1…5
    DecidedBy decidedBy = DecidedBy::Name;
    /// Share of random strings of the most similar shape that pass; 1 where the shape says nothing.
    double chance = 1.0;
    /// The same when the check digit is ignored: may a column of wrong check digits still be recognised by
    /// shape?
    double shapeChance = 1.0;
};

/// Every built-in kind, sorted by id.
[[nodiscard]] std::span<const IdentifierKind> identifierKinds();
/// nullptr where there is no such kind.
[[nodiscard]] const IdentifierKind* findIdentifierKind(std::string_view id);

} // namespace mangrove::classify
