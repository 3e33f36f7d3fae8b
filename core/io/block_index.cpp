// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/block_index.h"

namespace mangrove::io {

void BlockIndex::build(char* text, std::size_t size, char delimiter, bool /*mayHaveQuotes*/) {
    constexpr std::size_t kSlack = 64;
    if (m_capacity < size + 1) {
        m_capacity = size + size / 4 + 1;
        m_marks.reset(new std::uint32_t[m_capacity + kSlack]);
    }
    m_markCount = 0;
    m_recordEnds.clear();
    m_quotedLineEnds.clear();
    m_strayQuotes.clear();
    if (size == 0)
        return;
    if (text[size - 1] != '\n' && text[size - 1] != '\r')
        text[size++] = '\n';
    buildStrictly(text, size, delimiter);
}

void BlockIndex::buildStrictly(const char* text, std::size_t size, char delimiter) {
    enum class State : std::uint8_t { Start, Bare, Quoted, AfterQuote };
    State state = State::Start;
    for (std::size_t at = 0; at < size; ++at) {
        const char c = text[at];
        const auto offset = static_cast<std::uint32_t>(at);
        const bool lineEnd = c == '\n' || c == '\r';
        if (state == State::Quoted) {
            if (c == '"')
                state = State::AfterQuote;
            else if (lineEnd && !(c == '\n' && text[at - 1] == '\r'))
                m_quotedLineEnds.push_back(offset);
            continue;
        }
        if (c == delimiter) {
            m_marks[m_markCount++] = offset;
            state = State::Start;
        } else if (lineEnd) {
            m_marks[m_markCount++] = offset;
            m_recordEnds.push_back(static_cast<std::uint32_t>(m_markCount));
            at += c == '\r' && at + 1 < size && text[at + 1] == '\n' ? 1 : 0;
            state = State::Start;
        } else if (c == '"' && state != State::Bare) {
            state = State::Quoted;
        } else {
            if (c == '"' || state == State::AfterQuote)
                m_strayQuotes.push_back(offset);
            state = State::Bare;
        }
    }
}

} // namespace mangrove::io
