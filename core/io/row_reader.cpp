// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/row_reader.h"

#include "base/format.h"
#include "base/text.h"
#include "io/errors.h"
#include "io/null_words.h"

#include <algorithm>
#include <set>

namespace mangrove::io {

RowReader::RowReader(const std::filesystem::path& path, const ReadOptions& options)
    : m_path(path.string()), m_options(options) {}

Status RowReader::nameColumns(const std::vector<std::string>& names, std::uint64_t line) {
    if (names.size() > m_options.maxColumns)
        return Error(errors::kCsvTooManyColumns, {std::to_string(m_options.maxColumns)}, {m_path, line, 0});
    std::set<std::string, std::less<>> taken;
    for (const std::string& name : names)
        taken.insert(std::string(trim(name)));
    std::set<std::string, std::less<>> used;
    m_names.clear();
    for (std::size_t c = 0; c < names.size(); ++c) {
        std::string name(validText(trim(names[c]), line));
        const bool empty = name.empty();
        if (empty)
            name = format("column_{}", c + 1);
        std::string unique = name;
        for (std::size_t n = 2; used.contains(unique) || (unique != name && taken.contains(unique)); ++n)
            unique = format("{}_{}", name, n);
        if (empty && m_info.header)
            m_log.warn("csv-empty-name", line,
                       format("Column {} has no name; it is called {}.", c + 1, unique));
        else if (!empty && unique != name)
            m_log.warn("csv-duplicate-name", line,
                       format("Column {} repeats a name; it is called {}.", c + 1, unique));
        used.insert(unique);
        m_names.push_back(std::move(unique));
    }
    return {};
}

Status RowReader::prime(const RunContext& context) {
    m_builder.start(m_names.size(), 0);
    MANGROVE_ASSIGN(const bool more, fill(m_builder, context));
    m_ended = !more;
    m_primed = true;
    std::vector<std::string> words = m_options.nullWords;
    if (words.empty()) {
        const auto candidates = NullWords::candidates();
        const NullWords all(std::vector<std::string>(candidates.begin(), candidates.end()));
        std::set<std::string, std::less<>> met;
        const RecordBatch& head = m_builder.peek();
        for (std::size_t c = 0; c < head.columns(); ++c) {
            for (const CellRef cell : head.column(c)) {
                if (all.contains(head.view(cell)))
                    met.emplace(head.view(cell));
            }
        }
        for (const std::string& word : met)
            words.push_back(word);
    }
    m_nullWords = std::make_shared<const NullWords>(std::move(words));
    m_info.nullWords = m_nullWords->words();
    return {};
}

Result<bool> RowReader::next(RecordBatch& batch, const RunContext& context) {
    for (;;) {
        MANGROVE_TRY(context.check());
        if (!m_primed && !m_ended) {
            m_builder.start(m_names.size(), m_log.rows());
            MANGROVE_ASSIGN(const bool more, fill(m_builder, context));
            m_ended = !more;
            m_primed = true;
        }
        if (m_primed) {
            m_primed = false;
            if (m_builder.rows() > 0) {
                m_builder.deliver(batch, m_nullWords);
                return true;
            }
            continue;
        }
        batch.release();
        if (!m_finished) {
            MANGROVE_TRY(finish(context));
            m_log.finish();
            m_finished = true;
        }
        return false;
    }
}

std::string_view RowReader::validText(std::string_view text, std::uint64_t line) {
    std::size_t bad = findInvalidUtf8(text);
    if (bad == std::string_view::npos)
        return text;
    m_repaired.clear();
    std::uint64_t count = 0;
    while (bad != std::string_view::npos) {
        m_repaired.append(text.substr(0, bad)).append("\xEF\xBF\xBD");
        text.remove_prefix(bad + 1);
        bad = findInvalidUtf8(text);
        ++count;
    }
    m_repaired.append(text);
    m_log.warn("text-undecodable", line,
               "Bytes are no characters in this encoding; U+FFFD stands in their place.");
    m_log.count("text-undecodable-total", "{} bytes are no characters.", count);
    return m_repaired;
}

} // namespace mangrove::io
