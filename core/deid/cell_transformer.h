// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/pseudonym.h"
#include "deid/transform.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

struct Keys;

/// What became of a cell.
enum class CellFate : std::uint8_t {
    Written,      ///< `out` holds the new text
    Unreadable,   ///< not a date in a known form
    PersonMissing ///< a date without a person
};

/// Mask, pseudonym or date shift of one column: works on the cell alone (and its person). Missing cells are
/// not given to it; they stay missing. Thread-safe.
class CellTransformer {
public:
    /// kKeyMissing where the transform needs a key that is too short.
    [[nodiscard]] static Result<CellTransformer> make(const Transform& transform, const std::string& column,
                                                      const std::string& recipient, const Keys& keys);

    [[nodiscard]] CellFate apply(std::string_view cell, std::optional<std::string_view> person,
                                 std::string& out) const;

private:
    explicit CellTransformer(Transform transform) : m_transform(std::move(transform)) {}
    Transform m_transform;
    std::optional<KeyedFunction> m_function;
};

} // namespace mangrove::deid
