// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_writer.h"

#include "base/hex.h"
#include "crypto/sha256.h"

#include <cstring>

namespace mangrove::io {

namespace {

constexpr std::size_t kDrainBytes = 256U << 10U;

} // namespace

namespace {

/// Whether RFC 4180 asks for quotes, or one of ours: blanks at an end, and the empty text.
bool needsQuotes(std::string_view cell, char delimiter) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    if (cell.empty() || blank(cell.front()) || blank(cell.back()))
        return true;
    // Eight bytes at a time: a byte that equals c is zero in (word ^ c c c…), and the classic test finds one.
    const auto hasByte = [](std::uint64_t word, char c) {
        constexpr std::uint64_t kOnes = 0x0101010101010101U;
        const std::uint64_t difference = word ^ (kOnes * static_cast<unsigned char>(c));
        return ((difference - kOnes) & ~difference & (kOnes << 7U)) != 0;
    };
    const auto isSpecial = [&](std::uint64_t word) {
        return hasByte(word, delimiter) || hasByte(word, '"') || hasByte(word, '\r') || hasByte(word, '\n');
    };
    while (cell.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, cell.data(), 8);
        if (isSpecial(word))
            return true;
        cell.remove_prefix(8);
    }
    std::uint64_t rest = 0; // a NUL is none of the four
    std::memcpy(&rest, cell.data(), cell.size());
    return isSpecial(rest);
}

} // namespace

void appendCsvCell(std::string& text, std::string_view cell, char delimiter) {
    if (!needsQuotes(cell, delimiter)) {
        text.append(cell);
        return;
    }
    text.push_back('"');
    for (const char c : cell) {
        if (c == '"')
            text.push_back('"');
        text.push_back(c);
    }
    text.push_back('"');
}

struct CsvWriter::Hash {
    crypto::Sha256 sha256;
};

CsvWriter::CsvWriter(OutputFile file, const Options& options)
    : m_file(std::move(file)), m_options(options), m_hash(std::make_shared<Hash>()) {}

Result<CsvWriter> CsvWriter::create(const std::filesystem::path& path,
                                    std::span<const std::string> columnNames, const Options& options) {
    MANGROVE_ASSIGN(OutputFile file, OutputFile::create(path, options.ifExists));
    CsvWriter writer(std::move(file), options);
    for (const std::string& name : columnNames)
        writer.cell(name);
    if (!columnNames.empty()) {
        MANGROVE_TRY(writer.endRow());
        writer.m_rows = 0;
    }
    return writer;
}

void CsvWriter::separate() {
    if (m_cellsInRow++ > 0)
        m_buffer.push_back(m_options.delimiter);
}

void CsvWriter::null() {
    separate();
}

void CsvWriter::cell(std::string_view value) {
    separate();
    appendCsvCell(m_buffer, value, m_options.delimiter);
}

Status CsvWriter::rows(std::string_view text, std::uint64_t count) {
    MANGROVE_TRY(drain());
    MANGROVE_TRY(m_file.write(text));
    m_hash->sha256.update(asBytes(text));
    m_rows += count;
    return {};
}

Status CsvWriter::endRow() {
    m_buffer.push_back('\n');
    m_cellsInRow = 0;
    ++m_rows;
    return m_buffer.size() >= kDrainBytes ? drain() : Status();
}

Status CsvWriter::row(std::span<const std::optional<std::string_view>> cells) {
    for (const auto& value : cells) {
        if (value)
            cell(*value);
        else
            null();
    }
    return endRow();
}

Status CsvWriter::drain() {
    MANGROVE_TRY(m_file.write(m_buffer));
    m_hash->sha256.update(asBytes(m_buffer));
    m_buffer.clear();
    return {};
}

Status CsvWriter::commit() {
    MANGROVE_TRY(drain());
    MANGROVE_TRY(m_file.commit());
    const crypto::Digest digest = m_hash->sha256.finish();
    m_sha256 = toHex(digest);
    return {};
}

} // namespace mangrove::io
