// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_csv.h"

#include "base/text.h"

#include <limits>

namespace mangrove::deid {

namespace {

constexpr std::size_t kMaxLevels = 64;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

Error malformed(const std::string& name, std::uint64_t line, std::string what) {
    return Error(errors::kHierarchyMalformed, {name, std::to_string(line), std::move(what)}, {name, line, 0});
}

/// Reads one record after the other; the text is whole in memory.
class RecordScanner {
public:
    RecordScanner(std::string_view text, const std::string& name) : m_text(text), m_name(name) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] std::uint64_t line() const { return m_line; }

    Status next(std::vector<std::string>& cells) {
        cells.clear();
        const std::uint64_t start = m_line;
        std::string cell;
        bool more = true;
        while (more) {
            cell.clear();
            if (!atEnd() && m_text[m_at] == '"') {
                if (!readQuoted(cell))
                    return malformed(m_name, start, "a quoted value is not closed");
            } else {
                while (!atEnd() && m_text[m_at] != ';' && m_text[m_at] != '\n' && m_text[m_at] != '\r')
                    cell += m_text[m_at++];
            }
            if (!atEnd() && m_text[m_at] != ';' && m_text[m_at] != '\n' && m_text[m_at] != '\r')
                return malformed(m_name, start, "there is text behind a closing quote");
            cells.push_back(cell);
            more = !atEnd() && m_text[m_at] == ';';
            if (more)
                ++m_at;
        }
        skipLineEnd();
        return {};
    }

private:
    bool readQuoted(std::string& cell) {
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == '\n')
                ++m_line;
            if (m_text[m_at] != '"') {
                cell += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                cell += '"';
                ++m_at;
            } else {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    void skipLineEnd() {
        if (!atEnd() && m_text[m_at] == '\r')
            ++m_at;
        if (!atEnd() && m_text[m_at] == '\n')
            ++m_at;
        ++m_line;
    }

    std::string_view m_text;
    const std::string& m_name;
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
};

} // namespace

Result<HierarchyTable> HierarchyTable::parse(std::string_view text, const std::string& name) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    if (const std::size_t bad = findInvalidUtf8(text); bad != std::string_view::npos) {
        std::uint64_t line = 1;
        for (const char c : text.substr(0, bad))
            line += c == '\n' ? 1U : 0U;
        return malformed(name, line, "it is not UTF-8");
    }
    HierarchyTable table;
    RecordScanner scanner(text, name);
    std::vector<std::string> cells;
    while (!scanner.atEnd()) {
        const std::uint64_t line = scanner.line();
        MANGROVE_TRY(scanner.next(cells));
        if (cells.size() == 1 && cells[0].empty())
            continue;
        MANGROVE_TRY(table.addRow(cells, line, name));
    }
    if (table.rows() == 0)
        return malformed(name, 1, "it has no rows");
    MANGROVE_TRY(table.checkMonotone(name));
    return table;
}

Status HierarchyTable::addRow(std::vector<std::string>& cells, std::uint64_t line, const std::string& name) {
    if (m_levels.empty()) {
        if (cells.size() > kMaxLevels)
            return malformed(name, line, "it has more than 64 levels");
        m_levels.resize(cells.size());
        m_codes.resize(cells.size());
    }
    if (cells.size() != m_levels.size())
        return malformed(name, line,
                         "it has " + std::to_string(cells.size()) + " levels where the rows above have "
                             + std::to_string(m_levels.size()));
    if (rows() == kNone - 1)
        return malformed(name, line, "it has too many rows");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Level& level = m_levels[i];
        const auto [found, isNew] =
            m_codes[i].try_emplace(cells[i], static_cast<std::uint32_t>(level.labels.size()));
        if (i == 0 && !isNew)
            return malformed(name, line,
                             "its value stands in line " + std::to_string(m_lineOfRow[found->second])
                                 + " already");
        if (isNew)
            level.labels.push_back(cells[i]);
        level.codeOfRow.push_back(found->second);
    }
    m_lineOfRow.push_back(line);
    return {};
}

Status HierarchyTable::checkMonotone(const std::string& name) const {
    for (std::size_t i = 1; i + 1 < m_levels.size(); ++i) {
        std::vector<std::uint32_t> firstRow(m_levels[i].labels.size(), kNone);
        for (std::uint32_t row = 0; row < rows(); ++row) {
            std::uint32_t& first = firstRow[m_levels[i].codeOfRow[row]];
            if (first == kNone)
                first = row;
            else if (m_levels[i + 1].codeOfRow[first] != m_levels[i + 1].codeOfRow[row])
                return Error(errors::kHierarchyNotMonotone,
                             {name, std::to_string(m_lineOfRow[first]), std::to_string(m_lineOfRow[row]),
                              std::to_string(i), std::to_string(i + 1)},
                             {name, m_lineOfRow[row], 0});
        }
    }
    return {};
}

std::uint32_t HierarchyTable::rows() const {
    return static_cast<std::uint32_t>(m_lineOfRow.size());
}

std::optional<std::uint32_t> HierarchyTable::find(std::string_view value) const {
    if (m_codes.empty())
        return std::nullopt;
    // Level-0 labels are unique, so their codes are the row numbers.
    const auto found = m_codes[0].find(std::string(value));
    return found == m_codes[0].end() ? std::nullopt : std::optional(found->second);
}

std::string_view HierarchyTable::label(std::uint32_t row, std::uint32_t level) const {
    return m_levels[level].labels[m_levels[level].codeOfRow[row]];
}

} // namespace mangrove::deid
