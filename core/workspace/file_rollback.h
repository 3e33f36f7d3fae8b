// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <utility>

namespace mangrove::workspace {

/// Removes a finished file again unless keep() was called: for a file whose record was not committed.
class FileRollback {
public:
    explicit FileRollback(std::filesystem::path file) : m_file(std::move(file)) {}
    FileRollback(const FileRollback&) = delete;
    FileRollback& operator=(const FileRollback&) = delete;
    ~FileRollback() {
        std::error_code ignored;
        if (!m_kept)
            std::filesystem::remove(m_file, ignored);
    }
    void keep() { m_kept = true; }

private:
    std::filesystem::path m_file;
    bool m_kept = false;
};

} // namespace mangrove::workspace
