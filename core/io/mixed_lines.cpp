// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/mixed_lines.h"

#include "base/text.h"

#include <algorithm>

namespace mangrove::io {

namespace {

constexpr std::size_t kMaxLine = 64U << 10U;
constexpr std::size_t kMaxListed = 1000;

bool isBeyondAscii(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

} // namespace

void MixedLines::begin(Encoding declared, std::uint64_t firstLine) {
    m_singleByte = declared == Encoding::Windows1252 || declared == Encoding::Latin1;
    m_line = firstLine;
}

void MixedLines::feed(std::string_view bytes) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c != '\n' && c != '\r') {
            m_beyondAscii = m_beyondAscii || isBeyondAscii(c);
            m_afterCr = false;
            continue;
        }
        if (c == '\n' && m_afterCr) { // the CR has ended the line
            m_afterCr = false;
            from = i + 1;
            continue;
        }
        if (m_beyondAscii)
            m_text.append(
                bytes.substr(from, std::min(i - from, kMaxLine - std::min(kMaxLine, m_text.size()))));
        endLine();
        ++m_line;
        m_afterCr = c == '\r';
        from = i + 1;
    }
    const std::string_view rest = bytes.substr(from);
    m_text.append(rest.substr(0, kMaxLine - std::min(kMaxLine, m_text.size())));
}

void MixedLines::endLine() {
    if (m_beyondAscii) {
        // a character cut by the limit is no fault
        const std::size_t bad = findInvalidUtf8(m_text);
        const bool valid = bad == std::string::npos || (m_text.size() >= kMaxLine && bad + 4 > kMaxLine);
        if (valid) {
            const auto leads = std::count_if(m_text.begin(), m_text.end(), [](char c) {
                return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U;
            });
            const bool wide = std::any_of(m_text.begin(), m_text.end(),
                                          [](char c) { return static_cast<unsigned char>(c) >= 0xE0U; });
            if (m_singleByte ? leads >= 1 : (leads >= 2 && wide)) {
                ++m_count;
                if (m_lines.size() < kMaxListed)
                    m_lines.push_back(m_line);
            }
        }
    }
    m_text.clear();
    m_beyondAscii = false;
}

} // namespace mangrove::io
