// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "classify/identifier_kind.h"
#include "classify/national_level.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace mangrove::classify {

/// How far a rule has been checked against its source: V read in a primary text, S in a secondary one, M from
/// memory. A report prints M as "to be confirmed", never as law.
enum class RuleStatus : std::uint8_t { Verified, Secondary, Memory };
[[nodiscard]] std::string_view toText(RuleStatus status); ///< "V", "S", "M"

struct LocalText {
    std::string en;
    std::string zh;
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// What a rule looks at. Every part that is given must hold. A rule with `tableAtLeast`, `personsAtLeast` or
/// `tableFlags` is about the table and has none of the others.
struct RuleCondition {
    std::vector<std::string> identifiers;       ///< the column's kind is one of these
    std::vector<IdentifierClass> classes;       ///< its class is one of these
    std::shared_ptr<const re2::RE2> columnName; ///< matches somewhere in the column name
    std::shared_ptr<const re2::RE2> value;      ///< matches at least one distinct value
    std::optional<bool> freeText;
    std::optional<bool> containsIdentifiers; ///< identifiers were found inside its text
    std::optional<int>
        ageBelow; ///< an age, or the age by a birth date at the newest date of the table, is below
    struct ClassCount {
        IdentifierClass cls = IdentifierClass::None;
        std::uint64_t columns = 0;
    };
    std::vector<ClassCount> tableAtLeast; ///< at least so many columns of each class
    std::uint64_t personsAtLeast = 0;     ///< at least so many distinct persons
    std::vector<std::string> tableFlags;  ///< some column has one of these flags
};

/// What a rule does: floors only ever raise.
struct RuleEffect {
    std::optional<int> level39725;
    std::optional<NationalLevel> level43697;
    std::optional<IdentifierClass> cls;
    std::string category39725;
    std::vector<std::string> flags;
};

struct Rule {
    std::string id;
    std::string source;
    std::string clause;
    std::string edition;
    RuleStatus status = RuleStatus::Memory;
    std::optional<Instant> validFrom;
    std::optional<Instant> validTo; ///< first instant at which it no longer holds
    RuleCondition when;
    RuleEffect effect;
    LocalText text;

    [[nodiscard]] bool inForce(const std::optional<Instant>& asOf) const;
    [[nodiscard]] bool aboutTable() const {
        return !when.tableAtLeast.empty() || when.personsAtLeast > 0 || !when.tableFlags.empty();
    }
};

/// Column names that speak for a kind. Names are compared after normaliseColumnName().
struct NameGroup {
    std::string kind;
    std::string origin; ///< "Chinese label", "national insurance platform", "OMOP"…
    RuleStatus status = RuleStatus::Memory;
    std::vector<std::string> strong; ///< the name alone decides for a kind that is decided by name
    std::vector<std::string> weak;   ///< the name supports; values must agree
};

/// A kind an officer or a province adds: a pattern for the whole value (RE2, linear time).
struct PackKind {
    std::string id;
    LocalText name;
    IdentifierClass cls = IdentifierClass::None;
    std::string standard;
    int level39725 = 2;
    double chance = 1.0;
    std::shared_ptr<const re2::RE2> pattern; ///< null: by name only
};

/// One file of resources/rulepacks (its JSON Schema: rulepack.schema.json). Immutable after loading.
struct RulePack {
    std::string id;
    std::string version;
    std::string jurisdiction;
    LocalText title;
    std::vector<Rule> rules;
    std::vector<NameGroup> names;
    std::vector<PackKind> kinds;

    /// Reads and validates a pack. `file` names it in errors. A wrong pack fails with kRulePackInvalid whose
    /// location is the file and line and whose argument says what is wrong there.
    [[nodiscard]] static Result<RulePack> parse(std::string_view json, const std::string& file);
    [[nodiscard]] static Result<RulePack> load(const std::filesystem::path& file);
};

/// The packs in force together, in order of precedence, lowest first: the built-in ones, then those an
/// officer or a province adds. A later pack with the id of an earlier one replaces it, and a rule of a later
/// pack with the id of an earlier pack's rule replaces that rule; so a level can be lowered only by a named
/// rule.
class RulePackSet {
public:
    /// The packs embedded in the program. Fails only where the build embedded a wrong one.
    [[nodiscard]] static Result<std::shared_ptr<const RulePackSet>> builtIn();
    /// Built-in packs, then every *.json of `folder` in order of name. A wrong pack refuses the whole load.
    [[nodiscard]] static Result<std::shared_ptr<const RulePackSet>>
    withFolder(const std::filesystem::path& folder);
    /// Built-in packs, then `files` in the order given.
    [[nodiscard]] static Result<std::shared_ptr<const RulePackSet>>
    withFiles(std::span<const std::filesystem::path> files);
    [[nodiscard]] static Result<std::shared_ptr<const RulePackSet>> make(std::vector<RulePack> packs);

    [[nodiscard]] std::span<const RulePack> packs() const { return m_packs; }

private:
    explicit RulePackSet(std::vector<RulePack> packs) : m_packs(std::move(packs)) {}
    std::vector<RulePack> m_packs;
};

} // namespace mangrove::classify
