// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::io {

/// What was read and how. Complete only after the last batch: bytes and sha256 grow with the reading, and a
/// file that begins with pure ASCII shows its encoding at the first other byte.
struct SourceInfo {
    std::uint64_t bytes = 0; ///< of the file as it lies on the disk (of the archive, where there is one)
    std::string sha256;      ///< lower-case hex of those bytes; empty until the end was reached
    std::string format;      ///< "csv", "csv+gzip", "csv+zip"
    std::string member;      ///< name inside the archive, or empty
    std::string encoding;    ///< encodingName()
    std::string encodingEvidence;
    std::string delimiter; ///< one character
    std::string delimiterEvidence;
    std::string quote;             ///< one character, or empty where the file has none
    bool backslashEscapes = false; ///< `\"` stands for a quote inside quotes
    std::uint64_t titleLines = 0;  ///< records above the header that were passed over
    std::string titleEvidence;     ///< empty where there are none
    std::string headerEvidence;
    bool header = true;
    std::vector<std::string> nullWords; ///< in effect, sorted
};

/// Something the reader met and lived with. `code` is kebab-case and stable; `line` is the physical line
/// (from 1) where the record begins, 0 = the file as a whole. Never holds a cell value.
struct ReadWarning {
    std::string code;
    std::uint64_t line = 0;
    std::string message;
    friend bool operator==(const ReadWarning&, const ReadWarning&) = default;
};

} // namespace mangrove::io
