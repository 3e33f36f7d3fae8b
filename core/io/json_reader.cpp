// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_reader.h"

#include "base/format.h"
#include "base/text.h"
#include "io/errors.h"

#include <algorithm>

namespace mangrove::io {

namespace {

const char* formName(JsonStream::Form form, bool fhir) {
    switch (form) {
    case JsonStream::Form::Lines:
        return fhir ? "fhir-ndjson" : "json-lines";
    case JsonStream::Form::Bundle:
        return "fhir-bundle";
    default:
        return fhir ? "fhir-json" : "json";
    }
}

} // namespace

/// Puts the cells of one object into the present row.
class JsonReader::RowSink final : public JsonFlattener::Sink {
public:
    RowSink(JsonReader& reader, BatchBuilder& rows) : m_reader(reader), m_rows(rows) {}
    void cell(std::size_t column, std::string_view text, bool quoted) override {
        tooLarge = tooLarge || text.size() > m_reader.m_options.maxCellBytes;
        if (!tooLarge)
            m_rows.set(column, m_reader.validText(text, m_reader.m_record.line), quoted);
    }
    void unknown() override { unknownPath = true; }

    bool tooLarge = false;
    bool unknownPath = false;

private:
    JsonReader& m_reader;
    BatchBuilder& m_rows;
};

Result<std::unique_ptr<JsonReader>> JsonReader::open(const std::filesystem::path& path,
                                                     const ReadOptions& options,
                                                     std::unique_ptr<ByteSource> source,
                                                     const RunContext& context) {
    std::unique_ptr<JsonReader> reader(new JsonReader(path, options));
    const bool twice = source->rawSize() > 0;
    const std::string container = source->container();
    context.start("reading", source->rawSize() * 2);
    auto stream = std::make_unique<JsonStream>(path.string(), std::move(source), options.encoding);
    MANGROVE_TRY(stream->start(context));
    if (!twice)
        stream->hold();
    MANGROVE_TRY(reader->m_schema.learn(*stream, path.string(), context));
    if (twice) {
        MANGROVE_TRY(stream->source().finish(context));
        MANGROVE_ASSIGN(auto again, ByteSource::open(path, options, context));
        stream = std::make_unique<JsonStream>(path.string(), std::move(again), options.encoding);
        MANGROVE_TRY(stream->start(context));
    } else {
        stream->release();
    }
    reader->m_stream = std::move(stream);
    MANGROVE_TRY(reader->chooseTable(container == "zip"));
    auto& info = reader->m_info;
    const bool fhir = reader->m_schema.fhir();
    info.format = formName(reader->m_stream->form(), fhir);
    if (!container.empty())
        info.format += "+" + container;
    info.member = reader->m_stream->source().member();
    if (info.member.empty())
        info.member = reader->m_schema.tables()[reader->m_table].type;
    info.encoding = encodingName(reader->m_stream->decoder().encoding().encoding);
    info.encodingEvidence = reader->m_stream->decoder().encoding().evidence;
    info.headerEvidence = "the names stand in the objects";
    MANGROVE_TRY(reader->nameColumns(reader->m_paths->names(), 1));
    MANGROVE_TRY(reader->prime(context));
    return reader;
}

Status JsonReader::chooseTable(bool archive) {
    auto& tables = m_schema.tables();
    std::vector<std::string> names;
    for (const auto& table : tables)
        names.push_back(table.type);
    if (tables.empty())
        return Error(errors::kCsvEmpty, {m_path}, {m_path, 0, 0});
    // In an archive the name is that of the member.
    if (m_schema.fhir() && m_options.table && !archive) {
        const auto found = std::find(names.begin(), names.end(), *m_options.table);
        if (found == names.end())
            return Error(errors::kTableMissing, {m_path, *m_options.table, join(names, ", ")},
                         {m_path, 0, 0});
        m_table = static_cast<std::size_t>(found - names.begin());
    } else if (tables.size() > 1) {
        std::sort(names.begin(), names.end());
        return Error(errors::kSeveralTables, {m_path, std::to_string(names.size()), join(names, ", ")},
                     {m_path, 0, 0});
    }
    m_paths = tables[m_table].paths.get();
    if (m_paths->names().empty())
        return Error(errors::kCsvEmpty, {m_path}, {m_path, 0, 0});
    return {};
}

Status JsonReader::refuse(std::string_view code, const std::string& why) {
    if (m_options.ragged == RaggedPolicy::Fail)
        return Error(errors::kJsonBroken, {m_path, std::to_string(m_record.line), why},
                     {m_path, m_record.line, 0});
    m_log.warn(code, m_record.line, format("The record was refused: {}.", why));
    m_log.reject();
    return {};
}

Status JsonReader::addRow(BatchBuilder& rows, const JsonSchema::Root& root) {
    if (root.table != m_table) {
        if (root.table == std::string_view::npos)
            return refuse("json-no-record", "it is no FHIR resource of a type that the head has");
        return {};
    }
    rows.beginRow(m_record.line);
    RowSink sink(*this, rows);
    m_paths->flatten(m_record.text, m_tape, root.object, sink);
    if (root.fullUrl != 0)
        m_paths->flattenExtra("fullUrl", m_record.text, m_tape, root.fullUrl, sink);
    if (sink.tooLarge)
        return Error(errors::kCsvCellTooLarge,
                     {std::to_string(m_record.line), std::to_string(m_options.maxCellBytes)},
                     {m_path, m_record.line, 0});
    if (sink.unknownPath) {
        if (m_options.ragged != RaggedPolicy::Pad) {
            rows.dropRow();
            return refuse("json-late-field", "it has a field that no object of the head has");
        }
        m_log.warn("json-late-field", m_record.line, "A field that no object of the head has was left out.");
    }
    m_log.addRow();
    return {};
}

Result<bool> JsonReader::fill(BatchBuilder& rows, const RunContext& context) {
    const bool inBundle = m_stream->form() == JsonStream::Form::Bundle;
    for (std::uint64_t n = 1; !rows.full(); ++n) {
        if (n % 64 == 0)
            MANGROVE_TRY(context.check());
        if (m_nextRoot < m_roots.size()) {
            MANGROVE_TRY(addRow(rows, m_roots[m_nextRoot++]));
            continue;
        }
        m_roots.clear();
        m_nextRoot = 0;
        MANGROVE_ASSIGN(const bool any, m_stream->next(m_record, context));
        if (!any)
            return false;
        if (!m_tape.parse(m_record.text)) {
            MANGROVE_TRY(refuse("json-broken-record", m_tape.fault()));
            continue;
        }
        const auto& tokens = m_tape.tokens();
        if (tokens.front().type != JsonToken::Type::Object) {
            MANGROVE_TRY(refuse("json-no-record", "it is no object"));
            continue;
        }
        const auto notNumbers = std::count_if(tokens.begin(), tokens.end(), [](const JsonToken& token) {
            return token.type == JsonToken::Type::NotANumber;
        });
        if (notNumbers > 0)
            m_log.count("json-not-a-number", "{} values are NaN or Infinity and were taken as missing.",
                        static_cast<std::uint64_t>(notNumbers));
        m_schema.rootsOf(m_record.text, m_tape, inBundle, m_roots, m_entriesWithout);
    }
    return true;
}

Status JsonReader::finish(const RunContext& context) {
    MANGROVE_TRY(m_stream->source().finish(context));
    m_info.bytes = m_stream->source().rawBytes();
    m_info.sha256 = m_stream->source().sha256();
    m_info.encoding = encodingName(m_stream->decoder().encoding().encoding);
    m_info.encodingEvidence = m_stream->decoder().encoding().evidence;
    if (m_stream->undecodable() > 0)
        m_log.count("text-undecodable-total", "{} bytes are no characters.", m_stream->undecodable());
    if (m_entriesWithout > 0)
        m_log.count("fhir-entry-without-resource", "{} entries of Bundles have no resource.",
                    m_entriesWithout);
    return {};
}

} // namespace mangrove::io
