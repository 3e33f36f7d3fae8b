// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/class_table.h"
#include "deid/plan.h"
#include "deid/row_transformer.h"
#include "io/block_index.h"
#include "io/text_block.h"
#include "table/value_dictionary.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// The rows of an output as a recipient will read them: takes the very bytes that go into the file apart
/// again and counts the classes by the texts found there. It knows nothing of how the cells came about, so it
/// sees what a fault in transforming, quoting or joining them would do. One thread; each has its own.
class WrittenRows {
public:
    explicit WrittenRows(const Plan& plan);

    /// Whole records of the output, without its header, in any order of pieces. kOutputDiffers where they are
    /// no records of this table.
    [[nodiscard]] Status read(std::string_view records);
    /// Adds what another thread read.
    void merge(const WrittenRows& other);
    /// kOutputDiffers unless so many rows were read and they form exactly the classes of `rows`, record for
    /// record; suppressed ones among them read `*` in every quasi-identifier.
    [[nodiscard]] Status compare(const RowTransformer& rows, std::uint64_t rowsWritten) const;

private:
    [[nodiscard]] std::uint32_t find(const std::vector<std::string_view>& texts) const;

    std::vector<std::size_t> m_quasi; ///< columns of the output, in the order of Plan::quasi
    std::size_t m_columns;            ///< of the output
    io::TextBlock m_block;
    io::BlockIndex m_index;
    std::string m_unquoted;
    std::vector<table::ValueDictionary> m_texts; ///< by quasi-identifier; a missing cell is the empty text
    ClassTable m_classes;
    std::vector<std::uint32_t> m_codes;
    std::uint64_t m_rows = 0;
};

} // namespace mangrove::deid
