// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/row_log.h"

#include "base/format.h"

namespace mangrove::io {

namespace {

constexpr std::uint64_t kMaxPerCode = 1000;

} // namespace

void RowLog::warn(std::string_view code, std::uint64_t line, std::string message) {
    auto found = m_shown.find(code);
    if (found == m_shown.end())
        found = m_shown.emplace(code, 0).first;
    if (found->second++ < kMaxPerCode)
        m_list.push_back({std::string(code), line, std::move(message)});
}

void RowLog::count(std::string_view code, std::string_view sentence, std::uint64_t by) {
    auto found = m_totals.find(code);
    if (found == m_totals.end())
        found = m_totals.emplace(code, Total{0, std::string(sentence)}).first;
    found->second.count += by;
}

void RowLog::finish() {
    if (m_rejected > 0)
        m_list.push_back(
            {"rows-refused", 0,
             format("{} rows were refused because their form is not that of the table.", m_rejected)});
    for (const auto& [code, shown] : m_shown) {
        if (shown > kMaxPerCode)
            m_list.push_back({code, 0, format("{} warnings of this kind in all.", shown)});
    }
    for (const auto& [code, total] : m_totals) {
        std::string sentence = total.sentence;
        if (const std::size_t at = sentence.find("{}"); at != std::string::npos)
            sentence.replace(at, 2, std::to_string(total.count));
        m_list.push_back({code, 0, std::move(sentence)});
    }
}

} // namespace mangrove::io
