// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/warning_log.h"

#include "base/format.h"
#include "io/warning_codes.h"

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
    m_ragged += outcome.ragged;
    m_totals += outcome.totals;
    m_mixedLines += outcome.mixedLines;
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
        const bool once = warning.code == warnings::kStrayQuote || warning.code == warnings::kNulByte;
        const std::size_t limit = once ? 1 : kMaxPerCode;
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
    total(m_ragged, warnings::kRowsRefused,
          format("{} rows were refused because their number of fields is not that of "
                 "the header.",
                 m_ragged));
    total(m_padded, warnings::kRowsPadded, format("{} short rows were filled up with nulls.", m_padded));
    total(m_totals, warnings::kTotalsRows, format("{} rows look like lines of totals.", m_totals));
    total(m_blankLines, warnings::kBlankLines, format("{} blank lines were passed over.", m_blankLines));
    total(m_strayQuotes, warnings::kStrayQuotes,
          format("{} quotes stand where none belongs.", m_strayQuotes));
    total(m_undecodable, warnings::kUndecodableTotal,
          format("{} bytes are no characters in {}.", m_undecodable, encodingName));
    total(m_mixedLines, warnings::kMixedEncodings,
          format("The file mixes encodings: {} lines do not read as {} but in another.", m_mixedLines,
                 encodingName));
    total(m_nulBytes, warnings::kNulBytes, format("{} NUL bytes were kept as they are.", m_nulBytes));
}

} // namespace mangrove::io
