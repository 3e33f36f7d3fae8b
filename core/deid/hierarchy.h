// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/errors.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// The word for "says nothing any more": top of every hierarchy, and what suppressed cells hold.
inline constexpr std::string_view kTop = "*";

/// The source of a hierarchy's levels; see hierarchy_rule.h for the built-in ones.
class HierarchyRule;

/// Generalizations of one attribute: level 0 is the value itself, each further level is coarser. Immutable,
/// cheap to copy, thread-safe. Either a table (ARX's CSV form: `;` between columns, no header, one row a
/// value, column i = level i) or a built-in rule. A table is checked when it is read: same number of levels
/// in every row, no value twice, every level only joins groups of the level below (kHierarchyMalformed,
/// kHierarchyNotMonotone).
class Hierarchy {
public:
    /// Reads a CSV file (UTF-8, with or without BOM; at most 64 MiB, 64 levels).
    [[nodiscard]] static Result<Hierarchy> fromFile(const std::filesystem::path& path);
    [[nodiscard]] static Result<Hierarchy> fromCsv(std::string_view text, std::string name);
    /// kHierarchyUnknown for a name that builtinHierarchies() does not list. With or without "builtin:".
    [[nodiscard]] static Result<Hierarchy> builtin(std::string_view name);
    /// What a recipe's text means: "builtin:…" or a file, relative ones against `folder`.
    [[nodiscard]] static Result<Hierarchy> open(std::string_view reference,
                                                const std::filesystem::path& folder);

    [[nodiscard]] const std::string& name() const;
    /// Edition of a built-in hierarchy ("1"), or "sha256:…" of the file's bytes.
    [[nodiscard]] const std::string& version() const;
    /// Number of levels, the original value included; >= 1.
    [[nodiscard]] std::uint32_t levels() const;
    /// Rows of a table; 0 for a rule, whose domain is the set of values it meets.
    [[nodiscard]] std::uint64_t domainSize() const;
    /// True where `value` has a place in the hierarchy.
    [[nodiscard]] bool knows(std::string_view value) const;
    /// The value at `level` < levels(), or nullopt for a value without a place. Level 0 returns the value
    /// itself.
    [[nodiscard]] std::optional<std::string> generalise(std::string_view value, std::uint32_t level) const;
    /// All levels of one value, or an empty vector.
    [[nodiscard]] std::vector<std::string> path(std::string_view value) const;
    /// The table's level-0 values in file order; empty for a rule.
    [[nodiscard]] std::vector<std::string_view> domain() const;

private:
    struct Data;
    explicit Hierarchy(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

/// What a screen shows about a built-in hierarchy.
struct BuiltinHierarchy {
    std::string_view name;    ///< "builtin:age-5y"
    std::string_view version; ///< edition of its rule
    std::string_view accepts; ///< English: which values have a place
    std::string_view levels;  ///< "year > 5 years > 10 years > 20 years > *"
    std::string_view source;  ///< the standard or classification it follows
};
[[nodiscard]] std::span<const BuiltinHierarchy> builtinHierarchies();

} // namespace mangrove::deid
