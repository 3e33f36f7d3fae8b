// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_schema.h"

#include "io/errors.h"

#include <algorithm>

namespace mangrove::io {

namespace {

using Type = JsonToken::Type;

std::string_view textOf(std::string_view text, const JsonToken& token) {
    return text.substr(token.begin, token.end - token.begin);
}

/// The value of a member of an object; 0 = there is none.
std::size_t memberOf(std::string_view text, const JsonTape& tape, std::size_t object, std::string_view name) {
    const auto& tokens = tape.tokens();
    if (tokens[object].type != Type::Object)
        return 0;
    for (std::size_t t = object + 1; t < tokens[object].next; t = tokens[t + 1].next) {
        if (textOf(text, tokens[t]) == name)
            return t + 1;
    }
    return 0;
}

/// The type of a resource, or nothing: FHIR names begin with a capital letter and have letters only.
std::string_view resourceType(std::string_view text, const JsonTape& tape, std::size_t object) {
    const std::size_t found = memberOf(text, tape, object, "resourceType");
    if (found == 0 || tape.tokens()[found].type != Type::String)
        return {};
    const std::string_view type = textOf(text, tape.tokens()[found]);
    const bool good = !type.empty() && type.size() <= 64 && type.front() >= 'A' && type.front() <= 'Z'
                      && std::all_of(type.begin(), type.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return good ? type : std::string_view();
}

} // namespace

void JsonSchema::addRoot(std::string_view text, const JsonTape& tape, std::size_t object, std::size_t fullUrl,
                         std::vector<Root>& roots) {
    if (tape.tokens()[object].type != Type::Object)
        return;
    const std::string_view type = resourceType(text, tape, object);
    if (!m_decided) {
        m_decided = true;
        m_fhir = !type.empty();
    }
    Root root{object, fullUrl, std::string_view::npos};
    if (!m_fhir || !type.empty()) {
        const std::string_view name = m_fhir ? type : std::string_view();
        for (std::size_t t = 0; t < m_tables.size(); ++t) {
            if (m_tables[t].type == name)
                root.table = t;
        }
        if (root.table == std::string_view::npos && m_learning && m_tables.size() < kMaxTables) {
            root.table = m_tables.size();
            m_tables.push_back({std::string(name), 0, std::make_unique<JsonFlattener>(m_fhir, m_maxColumns)});
        }
    }
    roots.push_back(root);
}

void JsonSchema::addEntry(std::string_view text, const JsonTape& tape, std::size_t entry,
                          std::vector<Root>& roots, std::uint64_t& without) {
    const std::size_t resource = memberOf(text, tape, entry, "resource");
    if (resource == 0 || tape.tokens()[resource].type != Type::Object)
        ++without;
    else
        addRoot(text, tape, resource, memberOf(text, tape, entry, "fullUrl"), roots);
}

void JsonSchema::rootsOf(std::string_view text, const JsonTape& tape, bool inBundle, std::vector<Root>& roots,
                         std::uint64_t& without) {
    roots.clear();
    m_bundles = m_bundles || inBundle;
    if (inBundle)
        return addEntry(text, tape, 0, roots, without);
    if (resourceType(text, tape, 0) == "Bundle") {
        m_decided = true;
        m_fhir = true;
        m_bundles = true;
        const auto& tokens = tape.tokens();
        const std::size_t entries = memberOf(text, tape, 0, "entry");
        if (entries != 0 && tokens[entries].type == Type::Array) {
            for (std::size_t t = entries + 1; t < tokens[entries].next; t = tokens[t].next)
                addEntry(text, tape, t, roots, without);
        }
        return;
    }
    addRoot(text, tape, 0, 0, roots);
}

Status JsonSchema::learn(JsonStream& stream, const std::string& path, const RunContext& context) {
    JsonTape tape;
    JsonStream::Record record;
    std::vector<Root> roots;
    std::uint64_t without = 0;
    const bool inBundle = stream.form() == JsonStream::Form::Bundle;
    if (inBundle) {
        m_decided = true;
        m_fhir = true;
    }
    for (std::uint64_t n = 0;; ++n) {
        if (n % 64 == 0)
            MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const bool any, stream.next(record, context));
        if (!any)
            break;
        if (!tape.parse(record.text))
            continue;
        rootsOf(record.text, tape, inBundle, roots, without);
        for (const Root& root : roots) {
            if (root.table == std::string_view::npos)
                continue;
            Table& table = m_tables[root.table];
            ++table.rows;
            if (!table.paths->learn(record.text, tape, root.object)
                || (root.fullUrl != 0
                    && !table.paths->learnExtra("fullUrl", record.text, tape, root.fullUrl)))
                return Error(errors::kCsvTooManyColumns, {std::to_string(m_maxColumns)},
                             {path, record.line, 0});
        }
    }
    m_learning = false;
    for (Table& table : m_tables)
        table.paths->freeze();
    return {};
}

} // namespace mangrove::io
