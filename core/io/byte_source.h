// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/read_options.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace mangrove::io {

/// Where the bytes of a table come from: a file, standard input, a member of an archive. Read front to back
/// with read(2), never mapped, so that a file that shrinks is an error and not a signal. One thread.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Fills as much of `into` as there is; fewer bytes than asked only at the end, 0 at the end. Advances
    /// the context's progress by bytes of the file on disk.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> into, const RunContext& context) = 0;
    /// To be called once read() returned 0: checks that the file stayed what it was, and completes the hash.
    [[nodiscard]] virtual Status finish(const RunContext& context) = 0;
    /// Bytes of the file on disk read so far.
    [[nodiscard]] virtual std::uint64_t rawBytes() const = 0;
    /// Size of the file on disk, 0 = unknown (a pipe).
    [[nodiscard]] virtual std::uint64_t rawSize() const = 0;
    /// Lower-case hex of the file on disk; complete after finish().
    [[nodiscard]] virtual std::string sha256() const = 0;
    /// "", "gzip", "zstd", "zip".
    [[nodiscard]] virtual std::string container() const { return {}; }
    [[nodiscard]] virtual std::string member() const { return {}; }

    /// Plain file, .gz, .zst or .zip by its first bytes, not by its name; "-" = standard input (never an
    /// archive). options.table names the member of a .zip; the limits against decompression bombs are those
    /// of the options.
    [[nodiscard]] static Result<std::unique_ptr<ByteSource>>
    open(const std::filesystem::path& path, const ReadOptions& options, const RunContext& context);

protected:
    ByteSource() = default;
};

} // namespace mangrove::io
