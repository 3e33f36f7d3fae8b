// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/record_cutter.h"

namespace mangrove::io {

void RecordCutter::scan(const char* text, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at)
        step(text[at], at);
}

void RecordCutter::step(char c, std::size_t at) {
    if (m_afterCr) {
        m_afterCr = false;
        const std::size_t end = c == '\n' ? at + 1 : at;
        if (m_afterCrOutside) {
            m_afterCrOutside = false;
            m_lastEnd = end;
            m_lineAtLastEnd = m_line;
            m_cellStart = end;
        }
        if (c == '\n')
            return;
    }
    if (c == '\n' || c == '\r') {
        ++m_line;
        m_afterCr = c == '\r';
        if (m_state == State::Quoted)
            return;
        m_state = State::Start;
        if (c == '\n') {
            m_lastEnd = at + 1;
            m_lineAtLastEnd = m_line;
            m_cellStart = at + 1;
        } else {
            m_afterCrOutside = true;
        }
        return;
    }
    if (c == '"') {
        m_sawQuote = true;
        if (m_state == State::Start) {
            m_quoteLine = m_line;
            m_state = State::Quoted;
        } else if (m_state == State::Quoted) {
            m_state = State::AfterQuote;
        } else if (m_state == State::AfterQuote) {
            m_state = State::Quoted;
        }
        return;
    }
    if (m_state == State::Quoted)
        return;
    if (c == m_delimiter) {
        m_state = State::Start;
        m_cellStart = at + 1;
    } else {
        m_state = State::Bare;
    }
}

void RecordCutter::rebase(std::size_t cut) {
    m_lastEnd -= cut <= m_lastEnd ? cut : m_lastEnd;
    m_cellStart -= cut <= m_cellStart ? cut : m_cellStart;
}

} // namespace mangrove::io
