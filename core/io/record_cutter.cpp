// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/record_cutter.h"

namespace mangrove::io {

void RecordCutter::scan(const char* text, std::size_t from, std::size_t to) {
    m_kernels->cut(text, from, to, m_syntax, m_state, m_target);
}

void RecordCutter::rebase(std::size_t cut) {
    m_target.lastEnd -= cut <= m_target.lastEnd ? cut : m_target.lastEnd;
    m_target.cellStart -= cut <= m_target.cellStart ? cut : m_target.cellStart;
}

} // namespace mangrove::io
