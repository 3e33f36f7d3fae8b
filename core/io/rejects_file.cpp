// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/rejects_file.h"

#include <array>
#include <string>
#include <utility>

namespace mangrove::io {

Result<RejectsFile> RejectsFile::create(const std::filesystem::path& path) {
    const std::array<std::string, 4> names{"line", "code", "reason", "record"};
    CsvWriter::Options options;
    options.ifExists = OutputFile::IfExists::Replace;
    MANGROVE_ASSIGN(CsvWriter writer, CsvWriter::create(path, names, options));
    return RejectsFile(std::move(writer));
}

void RejectsFile::write(const RejectedRecord& record) {
    if (!m_status.ok())
        return;
    m_writer.cell(std::to_string(record.line));
    m_writer.cell(record.code);
    m_writer.cell(record.reason);
    m_writer.cell(record.text);
    m_status = m_writer.endRow();
}

void RejectsFile::add(const RejectedRecord& record) {
    write(record);
}

void RejectsFile::add(std::uint64_t index, std::vector<RejectedRecord> records) {
    m_waiting.emplace(index, std::move(records));
    for (auto next = m_waiting.find(m_nextBlock); next != m_waiting.end();
         next = m_waiting.find(m_nextBlock)) {
        for (const RejectedRecord& record : next->second)
            write(record);
        m_waiting.erase(next);
        ++m_nextBlock;
    }
}

Status RejectsFile::finish() {
    MANGROVE_TRY(m_status);
    return m_writer.commit();
}

} // namespace mangrove::io
