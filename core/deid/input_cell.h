// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mangrove::io {
class RecordBatch;
}
namespace mangrove::table {
class Table;
}

namespace mangrove::deid {

/// A cell as the reader sees it.
struct InputCell {
    std::string_view text;
    bool missing = false; ///< empty without quotes, or a null word (then `text` is that word)
};

[[nodiscard]] InputCell cellOf(const io::RecordBatch& batch, std::size_t column, std::size_t row);
/// A table does not keep the null word; its missing cells have an empty text.
[[nodiscard]] InputCell cellOf(const table::Table& table, std::size_t column, std::uint64_t row);

/// The person in a cell; nullopt where it is missing.
[[nodiscard]] inline std::optional<std::string_view> personOf(const InputCell& cell) {
    return cell.missing ? std::nullopt : std::optional(cell.text);
}

} // namespace mangrove::deid
