// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_manifest.h"

namespace mangrove::demo {

namespace {

void appendText(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            json += '\\';
        json += c; // the generator makes no control characters inside these texts
    }
    json += '"';
}

void appendMember(std::string& json, std::string_view key, std::string_view value) {
    json += ",\"";
    json += key;
    json += "\":";
    appendText(json, value);
}

void appendPlace(std::string& json, std::string_view table, std::uint64_t row, std::uint64_t line,
                 std::string_view column) {
    json += json.empty() ? "\n" : ",\n";
    json += "{\"table\":\"";
    json += table;
    json += "\",\"row\":";
    json += std::to_string(row);
    json += ",\"line\":";
    json += std::to_string(line);
    appendMember(json, "column", column);
}

} // namespace

void DemoManifest::addTable(std::string_view name, std::string_view file, std::uint64_t rows,
                            std::string_view key, std::span<const DemoColumn> columns) {
    m_tables += m_tables.empty() ? "\n" : ",\n";
    m_tables += "{\"name\":";
    appendText(m_tables, name);
    appendMember(m_tables, "file", file);
    m_tables += ",\"rows\":" + std::to_string(rows);
    appendMember(m_tables, "key", key);
    m_tables += ",\"columns\":[";
    for (const DemoColumn& column : columns) {
        m_tables += &column == columns.data() ? "\n " : ",\n ";
        m_tables += "{\"name\":";
        appendText(m_tables, column.name);
        if (column.identifier.empty())
            m_tables += ",\"identifier\":null";
        else
            appendMember(m_tables, "identifier", column.identifier);
        appendMember(m_tables, "class", column.cls);
        m_tables += column.optional ? ",\"optional\":true}" : ",\"optional\":false}";
    }
    m_tables += "]}";
}

void DemoManifest::addDefect(std::string_view table, std::uint64_t row, std::uint64_t line,
                             std::string_view column, std::string_view defect) {
    appendPlace(m_defects, table, row, line, column);
    appendMember(m_defects, "kind", "defect");
    appendMember(m_defects, "defect", defect);
    m_defects += '}';
    ++m_counts[std::string(table)][std::string(defect)];
}

void DemoManifest::addEntity(std::string_view table, std::uint64_t row, std::uint64_t line,
                             std::string_view column, const DemoEntity& entity) {
    appendPlace(m_entities, table, row, line, column);
    appendMember(m_entities, "kind", "entity");
    appendMember(m_entities, "type", entity.type);
    m_entities += ",\"start\":" + std::to_string(entity.start) + ",\"end\":" + std::to_string(entity.end);
    appendMember(m_entities, "text", entity.text);
    m_entities += '}';
}

Status DemoManifest::write(const std::filesystem::path& file, std::uint64_t seed,
                           std::string_view organisation) const {
    MANGROVE_ASSIGN(OutputFile output, OutputFile::create(file, OutputFile::IfExists::Replace));
    std::string head = "{\"generator\":\"mangrove demo\",\"version\":1,\"seed\":" + std::to_string(seed);
    appendMember(head, "organisation", organisation);
    MANGROVE_TRY(output.write(head));
    MANGROVE_TRY(output.write(",\n\"tables\":["));
    MANGROVE_TRY(output.write(m_tables));
    MANGROVE_TRY(output.write("],\n\"defects\":["));
    MANGROVE_TRY(output.write(m_defects));
    MANGROVE_TRY(output.write("],\n\"entities\":["));
    MANGROVE_TRY(output.write(m_entities));
    std::string counts = "],\n\"counts\":{";
    for (const auto& [table, defects] : m_counts) {
        counts += counts.back() == '{' ? "\n" : ",\n";
        appendText(counts, table);
        counts += ":{";
        for (const auto& [defect, count] : defects) {
            if (counts.back() != '{')
                counts += ',';
            appendText(counts, defect);
            counts += ':' + std::to_string(count);
        }
        counts += '}';
    }
    MANGROVE_TRY(output.write(counts + "}}\n"));
    return output.commit();
}

} // namespace mangrove::demo
