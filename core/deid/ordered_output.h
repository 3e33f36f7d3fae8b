// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/csv_writer.h"

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace mangrove::deid {

/// Puts the pieces of an output, finished by several threads in any order, into the file in their order. A
/// thread whose piece is the next one writes it (and what follows) while the others go on; one that is far
/// ahead waits, so memory is bounded. Thread-safe.
class OrderedOutput {
public:
    /// `window`: pieces that may wait for an earlier one.
    OrderedOutput(io::CsvWriter& writer, std::uint64_t window) : m_writer(writer), m_window(window) {}

    /// Hands over piece `index` (0, 1, 2… without gaps) and leaves an empty buffer to use again. Errors of
    /// writing, also of earlier pieces.
    [[nodiscard]] Status put(std::uint64_t index, std::string& text, std::uint64_t rows);
    /// Lets waiting threads go: nothing more will come.
    void stop();

private:
    struct Piece {
        std::string text;
        std::uint64_t rows = 0;
    };
    std::mutex m_mutex;
    std::condition_variable m_moved;
    io::CsvWriter& m_writer;
    std::uint64_t m_window;
    std::map<std::uint64_t, Piece> m_waiting;
    std::uint64_t m_next = 0;
    bool m_writing = false;
    bool m_stopped = false;
    std::optional<Error> m_error;
};

} // namespace mangrove::deid
