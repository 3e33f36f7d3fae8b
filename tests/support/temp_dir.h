// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mangrove::test {

/// A folder of its own that is removed with everything in it when the object dies. For tests only.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::filesystem::path& name) const {
        return m_path / name;
    }
    /// Writes `bytes` to the file `name` in the folder and returns its path.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const;

private:
    std::filesystem::path m_path;
};

/// The whole file as bytes; an empty string where it cannot be read.
std::string readAll(const std::filesystem::path& file);

/// The root of the checkout the tests were built from.
std::filesystem::path sourceDir();
/// tests/data in it.
std::filesystem::path testData();

/// ../shared beside the project, or an empty path where it is absent (a test then skips with a message).
std::filesystem::path sharedDir();

} // namespace mangrove::test
