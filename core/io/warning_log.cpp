// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/warning_log.h"

#include "base/format.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace mangrove::io {

namespace {

constexpr std::size_t kMaxPerCode = 1000;
constexpr std::size_t kPruneAt = 16'000;

} // namespace

void WarningLog::add(ReadWarning warning) {
    m_list.push_back(std::move(warning));
}

void WarningLog::add(const BlockOutcome& outcome) {
    m_rows += outcome.rows;
    m_rejected += outcome.rejected;
    m_padded += outcome.padded;
    m_blankLines += outcome.blankLines;
    m_strayQuotes += outcome.strayQuotes;
    m_undecodable += outcome.undecodable;
    m_nulBytes += outcome.nulBytes;
    m_list.insert(m_list.end(), outcome.warnings.begin(), outcome.warnings.end());
    if (m_list.size() > kPruneAt)
        prune();
}

void WarningLog::prune() {
    std::stable_sort(m_list.begin(), m_list.end(), [](const ReadWarning& a, const ReadWarning& b) {
        return std::tie(a.line, a.code, a.message) < std::tie(b.line, b.code, b.message);
    });
    std::map<std::string_view, std::size_t> seen;
    std::vector<ReadWarning> kept;
    for (ReadWarning& warning : m_list) {
        // One place is enough for what a table can have in every line.
        const std::size_t limit =
            warning.code == "csv-stray-quote" || warning.code == "text-nul-byte" ? 1 : kMaxPerCode;
        std::size_t& count = seen.try_emplace(warning.code, 0).first->second;
        if (count++ < limit)
            kept.push_back(warning);
    }
    m_list = std::move(kept);
}

void WarningLog::finish(const std::string& encodingName) {
    prune();
    const auto total = [this](std::uint64_t count, const char* code, std::string message) {
        if (count > 0)
            m_list.push_back({code, 0, std::move(message)});
    };
    total(m_rejected, "csv-rows-refused",
          format("{} rows were refused because their number of fields is not that of "
                 "the header.",
                 m_rejected));
    total(m_padded, "csv-rows-padded", format("{} short rows were filled up with nulls.", m_padded));
    total(m_blankLines, "csv-blank-lines", format("{} blank lines were passed over.", m_blankLines));
    total(m_strayQuotes, "csv-stray-quotes", format("{} quotes stand where none belongs.", m_strayQuotes));
    total(m_undecodable, "text-undecodable-total",
          format("{} bytes are no characters in {}.", m_undecodable, encodingName));
    total(m_nulBytes, "text-nul-bytes", format("{} NUL bytes were kept as they are.", m_nulBytes));
}

} // namespace mangrove::io
