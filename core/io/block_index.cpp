// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/block_index.h"

namespace mangrove::io {

void BlockIndex::build(char* text, std::size_t size, ScanSyntax syntax) {
    constexpr std::size_t kSlack = 64;
    if (m_capacity < size + 1) {
        m_capacity = size + size / 4 + 1;
        m_marks.reset(new std::uint32_t[m_capacity + kSlack]);
    }
    m_recordEnds.clear();
    m_quotedLineEnds.clear();
    m_strayQuotes.clear();
    if (size == 0)
        return;
    if (text[size - 1] != '\n' && text[size - 1] != '\r')
        text[size++] = '\n';
    IndexTarget target{m_marks.get(), 0, &m_recordEnds, &m_quotedLineEnds, &m_strayQuotes};
    m_kernels->index(text, size, syntax, target);
}

} // namespace mangrove::io
