// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace mangrove::cli {

/// The two streams of a command: results on stdout, messages and progress on stderr. One thread, but for the
/// progress line that a watcher thread draws while run() works.
class Terminal {
public:
    explicit Terminal(bool json) : m_json(json) {}

    /// Whether the caller asked for --json: then stdout carries one JSON object and nothing else.
    [[nodiscard]] bool json() const { return m_json; }
    /// A line (or several) of the result.
    void print(std::string_view text) const;
    /// A table with aligned columns; the first row is its header. Widths count code points, wide ones twice.
    void printTable(const std::vector<std::vector<std::string>>& rows) const;
    /// A message beside the result.
    void note(std::string_view text) const;
    /// The failure: a JSON object on stdout with --json, sentences on stderr otherwise.
    void fail(const Error& error) const;

private:
    bool m_json;
};

/// The error object of the command line contract: {"error":{"code","message","args","at"}}, causes included.
[[nodiscard]] std::string errorJson(const Error& error);

/// Runs `work` with a RunContext that Ctrl+C stops and whose progress is drawn on stderr where that is a
/// terminal.
[[nodiscard]] Result<int> runWatched(const std::function<Result<int>(const RunContext&)>& work);

} // namespace mangrove::cli
