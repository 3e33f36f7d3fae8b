// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/ordered_output.h"

namespace mangrove::deid {

Status OrderedOutput::put(std::uint64_t index, std::string& text, std::uint64_t rows) {
    std::unique_lock lock(m_mutex);
    m_moved.wait(lock, [&] { return m_stopped || m_error || index < m_next + m_window; });
    if (m_error)
        return *m_error;
    if (m_stopped)
        return {};
    m_waiting.emplace(index, Piece{std::move(text), rows});
    text.clear();
    if (m_writing)
        return {};
    m_writing = true;
    while (!m_error && !m_waiting.empty() && m_waiting.begin()->first == m_next) {
        Piece piece = std::move(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        lock.unlock();
        const Status written = m_writer.rows(piece.text, piece.rows);
        piece.text.clear();
        lock.lock();
        if (text.capacity() < piece.text.capacity())
            text = std::move(piece.text);
        if (!written.ok())
            m_error = written.error();
        ++m_next;
        m_moved.notify_all();
    }
    m_writing = false;
    return m_error ? Status(*m_error) : Status();
}

void OrderedOutput::stop() {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_moved.notify_all();
}

} // namespace mangrove::deid
