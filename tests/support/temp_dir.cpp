// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_dir.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace mangrove::test {

TempDir::TempDir() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mangrove-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("cannot make a temporary folder");
    m_path = pattern;
}

TempDir::~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TempDir::write(const std::filesystem::path& name, std::string_view bytes) const {
    const auto file = m_path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush())
        throw std::runtime_error("cannot write " + file.string());
    return file;
}

std::string readAll(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::filesystem::path sourceDir() {
    return MANGROVE_SOURCE_ROOT;
}

std::filesystem::path testData() {
    return sourceDir() / "tests" / "data";
}

std::filesystem::path sharedDir() {
    // MANGROVE_SHARED_DIR (environment) lets a checkout elsewhere find the real files.
    if (const char* named = std::getenv("MANGROVE_SHARED_DIR"); named != nullptr && *named != '\0')
        return named;
    std::filesystem::path candidate = sourceDir() / ".." / "shared";
    return std::filesystem::exists(candidate) ? std::filesystem::weakly_canonical(candidate)
                                              : std::filesystem::path();
}

} // namespace mangrove::test
