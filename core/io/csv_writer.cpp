// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_writer.h"

#include "base/hex.h"
#include "crypto/sha256.h"

namespace mangrove::io {

namespace {

constexpr std::size_t kDrainBytes = 256U << 10U;

} // namespace

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
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    bool quote = value.empty() || blank(value.front()) || blank(value.back());
    for (const char c : value)
        quote = quote || c == m_options.delimiter || c == '"' || c == '\r' || c == '\n';
    if (!quote) {
        m_buffer.append(value);
        return;
    }
    m_buffer.push_back('"');
    for (const char c : value) {
        if (c == '"')
            m_buffer.push_back('"');
        m_buffer.push_back(c);
    }
    m_buffer.push_back('"');
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
