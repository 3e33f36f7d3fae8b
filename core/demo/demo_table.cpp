// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_table.h"

#include "base/text.h"

#include <algorithm>

namespace mangrove::demo {

std::string_view toText(Defect defect) {
    switch (defect) {
    case Defect::None:
        return "none";
    case Defect::MissingValue:
        return "missing-value";
    case Defect::WrongCheckDigit:
        return "wrong-check-digit";
    case Defect::ImpossibleDate:
        return "impossible-date";
    case Defect::DuplicateKey:
        return "duplicate-key";
    case Defect::DischargeBeforeAdmission:
        return "discharge-before-admission";
    case Defect::OutOfRange:
        return "out-of-range";
    case Defect::FullWidthDigits:
        return "full-width-digits";
    case Defect::TrailingBlanks:
        return "trailing-blanks";
    }
    return "none";
}

Result<DemoTable> DemoTable::create(const std::filesystem::path& file, std::string_view name,
                                    std::span<const DemoColumn> columns, DemoManifest& manifest) {
    MANGROVE_ASSIGN(OutputFile output, OutputFile::create(file, OutputFile::IfExists::Replace));
    DemoTable table(std::move(output), name, columns, manifest);
    for (const DemoColumn& column : columns) {
        if (!table.m_buffer.empty())
            table.m_buffer += ',';
        table.m_buffer += column.name;
    }
    table.m_buffer += '\n';
    return table;
}

DemoTable::DemoTable(OutputFile output, std::string_view name, std::span<const DemoColumn> columns,
                     DemoManifest& manifest)
    : m_output(std::move(output)), m_name(name), m_columns(columns), m_manifest(&manifest) {}

std::vector<Defect> DemoTable::planDefects(std::uint64_t records, std::span<const DefectCount> plan,
                                           RandomSource& random) {
    std::vector<Defect> defects(records, Defect::None);
    for (const DefectCount& wanted : plan) {
        for (std::uint64_t planted = 0; planted < wanted.count;) {
            Defect& place = defects[static_cast<std::size_t>(random.below(records))];
            if (place != Defect::None)
                continue;
            place = wanted.defect;
            ++planted;
        }
    }
    return defects;
}

void DemoTable::note(Defect defect, std::size_t column) {
    m_manifest->addDefect(m_name, row(), m_line, m_columns[column].name, toText(defect));
}

void DemoTable::note(const DemoEntity& entity, std::size_t column) {
    m_manifest->addEntity(m_name, row(), m_line, m_columns[column].name, entity);
}

void DemoTable::spoil(Defect defect, std::size_t column, std::string& cell) {
    switch (defect) {
    case Defect::MissingValue:
        cell.clear();
        break;
    case Defect::WrongCheckDigit:
        cell.back() = cell.back() == '0' ? '1' : '0';
        break;
    case Defect::ImpossibleDate:
        cell.replace(5, 5, row() % 2 == 0 ? "02-30" : "13-05");
        break;
    case Defect::OutOfRange:
        cell = row() % 2 == 0 ? "-" + cell : "99999999.99";
        break;
    case Defect::FullWidthDigits: {
        std::string wide;
        for (const char c : cell)
            if (c >= '0' && c <= '9')
                appendCodePoint(wide, U'\uFF10' + static_cast<char32_t>(c - '0'));
            else
                wide += c;
        cell = std::move(wide);
        break;
    }
    case Defect::TrailingBlanks:
        cell += row() % 2 == 0 ? "  " : " ";
        break;
    case Defect::None:
    case Defect::DuplicateKey:
    case Defect::DischargeBeforeAdmission:
        return;
    }
    note(defect, column);
}

void DemoTable::appendCell(std::string_view cell) {
    const auto needsQuotes = [](char c) { return c == ',' || c == '"' || c == '\n'; };
    if (std::none_of(cell.begin(), cell.end(), needsQuotes)) {
        m_buffer += cell;
        return;
    }
    m_buffer += '"';
    for (const char c : cell) {
        if (c == '"')
            m_buffer += '"';
        if (c == '\n')
            ++m_line;
        m_buffer += c;
    }
    m_buffer += '"';
}

Status DemoTable::write(std::span<const std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_buffer += ',';
        appendCell(cells[i]);
    }
    m_buffer += '\n';
    ++m_row;
    ++m_line;
    if (m_buffer.size() < (1U << 18U))
        return {};
    MANGROVE_TRY(m_output.write(m_buffer));
    m_buffer.clear();
    return {};
}

Status DemoTable::finish() {
    MANGROVE_TRY(m_output.write(m_buffer));
    m_buffer.clear();
    return m_output.commit();
}

} // namespace mangrove::demo
