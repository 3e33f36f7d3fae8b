// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/written_rows.h"

#include "deid/errors.h"

#include <algorithm>
#include <cstring>

namespace mangrove::deid {

namespace {

/// A cell as it stands in the file, without its quotes.
std::string_view unquoted(std::string_view cell, std::string& room) {
    if (cell.empty() || cell.front() != '"')
        return cell;
    room.clear();
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        room.push_back(cell[i]);
        i += cell[i] == '"' ? 1 : 0; // the second of a doubled one
    }
    return room;
}

Error outputDiffers(std::string what) {
    return Error(errors::kOutputDiffers, {std::move(what)});
}

} // namespace

WrittenRows::WrittenRows(const Plan& plan)
    : m_columns(plan.outputNames().size()), m_texts(plan.quasi.size()), m_classes(plan.quasi.size()),
      m_codes(plan.quasi.size()) {
    for (const std::size_t column : plan.quasi) {
        const auto before = plan.columns.begin() + static_cast<std::ptrdiff_t>(column);
        m_quasi.push_back(static_cast<std::size_t>(
            std::count_if(plan.columns.begin(), before, [](const PlannedColumn& c) { return c.written; })));
    }
}

Status WrittenRows::read(std::string_view records) {
    if (records.empty())
        return {};
    m_block.size = 0;
    m_block.reserve(records.size());
    std::memcpy(m_block.data.get(), records.data(), records.size());
    const char* text = m_block.data.get();
    m_index.build(m_block.data.get(), records.size(), {});
    if (!m_index.strayQuotes().empty())
        return outputDiffers("a quote out of place");
    const std::uint32_t* marks = m_index.marks();
    if (marks[m_index.recordEnds().back() - 1] != records.size() - 1)
        return outputDiffers("a record without its end");
    std::uint32_t first = 0; // mark of the record
    for (const std::uint32_t end : m_index.recordEnds()) {
        if (end - first != m_columns)
            return outputDiffers("a record of " + std::to_string(end - first) + " cells instead of "
                                 + std::to_string(m_columns));
        for (std::size_t q = 0; q < m_quasi.size(); ++q) {
            const std::size_t mark = first + m_quasi[q];
            const std::size_t begin = mark == 0 ? 0 : marks[mark - 1] + 1;
            bool isNew = false;
            m_codes[q] = m_texts[q].add(unquoted({text + begin, marks[mark] - begin}, m_unquoted), isNew);
        }
        m_classes.add(m_codes);
        ++m_rows;
        first = end;
    }
    return {};
}

void WrittenRows::merge(const WrittenRows& other) {
    m_rows += other.m_rows;
    for (std::size_t i = 0; i < other.m_classes.size(); ++i) {
        const auto codes = other.m_classes.codes(i);
        for (std::size_t q = 0; q < codes.size(); ++q) {
            bool isNew = false;
            m_codes[q] = m_texts[q].add(other.m_texts[q].text(codes[q]), isNew);
        }
        m_classes.add(m_codes, other.m_classes.count(i));
    }
}

std::uint32_t WrittenRows::find(const std::vector<std::string_view>& texts) const {
    std::vector<std::uint32_t> codes;
    for (std::size_t q = 0; q < texts.size(); ++q) {
        codes.push_back(m_texts[q].find(texts[q]));
        if (codes.back() == table::ValueDictionary::kAbsent)
            return ClassTable::kAbsent;
    }
    return m_classes.find(codes);
}

Status WrittenRows::compare(const RowTransformer& rows, std::uint64_t rowsWritten) const {
    if (m_rows != rowsWritten)
        return outputDiffers(std::to_string(m_rows) + " rows instead of " + std::to_string(rowsWritten));
    std::vector<std::uint64_t> expected(m_classes.size());
    std::uint64_t records = 0;
    std::vector<std::string_view> texts;
    for (std::size_t number = 0; number < rows.writtenClasses(); ++number) {
        const std::uint64_t size = rows.writtenClass(number, texts);
        const std::uint32_t found = find(texts);
        if (found == ClassTable::kAbsent)
            return outputDiffers("a class is missing");
        expected[found] += size;
        records += size;
    }
    if (records > m_rows)
        return outputDiffers("rows are missing");
    if (records < m_rows) {
        const std::uint32_t blank = find(std::vector<std::string_view>(m_quasi.size(), kTop));
        if (blank == ClassTable::kAbsent)
            return outputDiffers("suppressed rows show their values");
        expected[blank] += m_rows - records;
    }
    const auto counts = m_classes.counts();
    if (!std::equal(counts.begin(), counts.end(), expected.begin(), expected.end()))
        return outputDiffers("classes of other sizes");
    return {};
}

} // namespace mangrove::deid
