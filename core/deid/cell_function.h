// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/transform.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

struct ColumnSurvey;
struct Keys;

/// What became of a cell.
enum class CellFate : std::uint8_t {
    Written,      ///< `out` holds the new text
    Emptied,      ///< the result is a missing cell
    Unreadable,   ///< not a date, a number, a code of the alphabet: what the transform needs
    PersonMissing ///< a date without a person
};

/// A cell that is there; missing ones are not given to a function and stay missing.
struct CellInput {
    std::string_view text;
    std::optional<std::int32_t> offset; ///< CellFunction::offsetOf() of the row's person, where there is one
    std::uint64_t row = 0;              ///< data row of the input, from 0
};

/// What a transform does to the cells of one column, bound to keys. Immutable, thread-safe.
class CellFunction {
public:
    /// What a result hangs on, and so how long it may be remembered.
    enum class DependsOn : std::uint8_t { Value, Person, Row };

    virtual ~CellFunction() = default;
    [[nodiscard]] virtual CellFate apply(const CellInput& cell, std::string& out) const = 0;
    [[nodiscard]] virtual DependsOn dependsOn() const { return DependsOn::Value; }
    /// What the function needs to know of a person: the days by which her dates move.
    [[nodiscard]] virtual std::int32_t offsetOf(std::string_view /*person*/) const { return 0; }
};
using CellFunctionPtr = std::shared_ptr<const CellFunction>;

/// What a function is made of. References must live until makeCellFunction() returns; `finder` longer.
struct CellContext {
    const Transform& transform;
    const std::string& column;
    const std::string& recipient;
    const Keys& keys;
    const TextFinder* finder = nullptr;
    const ColumnSurvey* survey = nullptr; ///< where needsSurvey(transform)
};

/// Null for transforms that are none of single cells: keep, suppress, generalise. kKeyMissing where it needs
/// a key that is too short, kTextFinderMissing for redact-text without a finder. Precondition: flawOf() is
/// "" and the survey is there where it is needed.
[[nodiscard]] Result<CellFunctionPtr> makeCellFunction(const CellContext& context);

/// In words of an error: "dates in a known form", "plain numbers"…; what the transform must be able to read.
[[nodiscard]] std::string_view wantedBy(TransformType type);

} // namespace mangrove::deid
