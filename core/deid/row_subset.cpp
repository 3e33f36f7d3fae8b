// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/row_subset.h"

#include "base/file.h"
#include "base/number.h"
#include "base/text.h"
#include "deid/errors.h"
#include "deid/recipe.h"

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kMaxSubsetBytes = 1U << 30U;

} // namespace

Result<std::shared_ptr<const RowSubset>> RowSubset::of(const Recipe& recipe,
                                                       const std::filesystem::path& folder) {
    if (!recipe.subset)
        return std::shared_ptr<const RowSubset>();
    std::vector<std::uint64_t> rows = recipe.subset->rows;
    if (!recipe.subset->file.empty()) {
        MANGROVE_ASSIGN(const std::string text, readFile(folder / recipe.subset->file, kMaxSubsetBytes));
        std::string_view rest = text;
        for (std::uint64_t line = 1; !rest.empty(); ++line) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view word = trim(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (word.empty())
                continue;
            const auto row = parseUnsigned(word);
            if (!row)
                return Error(errors::kSubsetMalformed, {recipe.subset->file, std::to_string(line)});
            rows.push_back(*row);
        }
    }
    return ofRows(std::move(rows));
}

std::shared_ptr<const RowSubset> RowSubset::ofRows(std::vector<std::uint64_t> rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return std::shared_ptr<const RowSubset>(new RowSubset(std::move(rows)));
}

Status RowSubset::fits(std::uint64_t rows) const {
    if (m_rows.empty() || m_rows.back() < rows)
        return {};
    return Error(errors::kSubsetBeyond, {std::to_string(m_rows.back()), std::to_string(rows)});
}

} // namespace mangrove::deid
