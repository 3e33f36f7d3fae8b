// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace mangrove {

/// A file that appears under its name only when it is complete: bytes go to "<name>.part-<pid>-<n>" beside
/// it, commit() flushes, fsyncs and renames. Dropping the object without commit() removes the part file, so a
/// full disk, an error or a crash never leaves something half-written under the final name. One thread.
class OutputFile {
public:
    /// Fails with kFileExists where `path` exists and `replace` is Keep.
    enum class IfExists : std::uint8_t { Fail, Replace };
    [[nodiscard]] static Result<OutputFile> create(const std::filesystem::path& path,
                                                   IfExists ifExists = IfExists::Fail);

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    [[nodiscard]] Status write(std::string_view bytes);
    [[nodiscard]] Status write(ByteView bytes) { return write(asText(bytes)); }
    /// After success the file stands under its name and the object is spent.
    [[nodiscard]] Status commit();
    [[nodiscard]] std::uint64_t bytesWritten() const { return m_written; }
    /// Where the bytes are until commit(); for readers that need the finished part file before it is named.
    [[nodiscard]] const std::filesystem::path& partPath() const { return m_part; }
    [[nodiscard]] Status flush();

private:
    OutputFile(std::filesystem::path path, std::filesystem::path part, int descriptor, IfExists ifExists);
    void discard() noexcept;

    std::filesystem::path m_path;
    std::filesystem::path m_part;
    int m_descriptor = -1;
    IfExists m_ifExists = IfExists::Fail;
    std::uint64_t m_written = 0;
    std::string m_buffer;
};

/// Gives a finished, synced part file its final name (the last step of OutputFile::commit(), for writers that
/// need their own file handle). On failure the part file is removed. `part` lies in the folder of `path`.
[[nodiscard]] Status publishFile(const std::filesystem::path& part, const std::filesystem::path& path,
                                 OutputFile::IfExists ifExists);

/// The whole of a small file (a recipe, a key, a rule pack). Fails with kFileTooLarge above `limit` bytes.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path,
                                           std::uint64_t limit = 64U << 20U);
/// OutputFile in one call.
[[nodiscard]] Status writeFile(const std::filesystem::path& path, std::string_view bytes,
                               OutputFile::IfExists ifExists = OutputFile::IfExists::Fail);

namespace errors {
inline constexpr ErrorInfo kFileTooLarge{"file-too-large", ErrorKind::BadInput,
                                         "The file {0} has {1} bytes; at most {2} are read here."};
}

/// The operating system's words for an errno value.
[[nodiscard]] std::string systemMessage(int errnoValue);

} // namespace mangrove
