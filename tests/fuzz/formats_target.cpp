// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/formats_target.h"

#include "base/text.h"
#include "fuzz/memory_file.h"
#include "io/byte_source.h"
#include "io/json_reader.h"
#include "io/json_tape.h"
#include "io/record_reader.h"
#include "profile/profiler.h"

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>
#include <zlib.h>

namespace mangrove::test {

namespace {

struct FormatReading {
    std::string error;
    std::vector<std::string> cells; ///< "-" and the text, or "0"
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    std::size_t columns = 0;
    bool utf8 = true;
    friend bool operator==(const FormatReading&, const FormatReading&) = default;
};

template<typename Reader>
FormatReading readingOf(Result<std::unique_ptr<Reader>> reader) {
    FormatReading reading;
    if (!reader.ok()) {
        reading.error = reader.error().code();
        return reading;
    }
    for (const std::string& name : reader.value()->columnNames())
        reading.utf8 = reading.utf8 && findInvalidUtf8(name) == std::string_view::npos;
    reading.columns = reader.value()->columnNames().size();
    io::RecordBatch batch;
    std::uint64_t delivered = 0;
    for (;;) {
        const auto more = reader.value()->next(batch, {});
        if (!more.ok()) {
            reading = {};
            reading.error = more.error().code();
            return reading;
        }
        if (!*more)
            break;
        if (batch.firstRow() != delivered)
            reading.error = "rows are numbered wrongly";
        delivered += batch.rows();
        for (std::size_t r = 0; r < batch.rows(); ++r) {
            for (std::size_t c = 0; c < batch.columns(); ++c) {
                const std::string_view cell = batch.cell(c, r);
                reading.utf8 = reading.utf8 && findInvalidUtf8(cell) == std::string_view::npos;
                reading.cells.push_back(batch.isNull(c, r) ? std::string("0") : "-" + std::string(cell));
            }
        }
    }
    reading.rows = reader.value()->rowsRead();
    reading.rejected = reader.value()->rowsRejected();
    if (delivered != reading.rows)
        reading.error = "rows read are not the rows delivered";
    return reading;
}

io::ReadOptions fuzzOptions() {
    io::ReadOptions options;
    options.maxCellBytes = 1U << 16U;
    options.maxColumns = 2000;
    return options;
}

FormatReading readJsonAs(const std::string& path, io::RaggedPolicy policy) {
    io::ReadOptions options = fuzzOptions();
    options.ragged = policy;
    auto source = io::ByteSource::open(path, {}, {});
    if (!source.ok()) {
        FormatReading reading;
        reading.error = source.error().code();
        return reading;
    }
    return readingOf(io::JsonReader::open(path, options, std::move(source).value(), {}));
}

/// Whether the tape and nlohmann's parser may differ about a text: NaN, a byte order mark, NUL bytes, numbers
/// beyond a double, lone surrogates and bytes that are no UTF-8 are judged differently on purpose.
bool mayDiffer(std::string_view text) {
    return text.find("NaN") != std::string_view::npos || text.find("Infinity") != std::string_view::npos
           || text.starts_with("\xEF") || findInvalidUtf8(text) != std::string_view::npos
           || text.find("\\u") != std::string_view::npos || text.find_first_of("eE") != std::string_view::npos
           || text.find('\0') != std::string_view::npos || text.size() > 300;
}

std::string storedZip(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string zip;
    std::string directory;
    const auto put = [](std::string& into, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            into += static_cast<char>((value >> (8 * i)) & 0xFFU);
    };
    for (const auto& [name, content] : members) {
        const auto crc =
            crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
        std::string common;
        put(common, 20, 2); // version needed
        put(common, 0, 2);  // flags
        put(common, 0, 2);  // stored
        put(common, 0x00210000, 4);
        put(common, crc, 4);
        put(common, content.size(), 4);
        put(common, content.size(), 4);
        put(common, name.size(), 2);
        put(common, 0, 2);
        put(directory, 0x02014B50, 4);
        put(directory, 20, 2);
        directory += common;
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, zip.size(), 4);
        directory += name;
        put(zip, 0x04034B50, 4);
        zip += common + name + content;
    }
    const std::size_t start = zip.size();
    zip += directory;
    put(zip, 0x06054B50, 4);
    put(zip, 0, 4);
    put(zip, members.size(), 2);
    put(zip, members.size(), 2);
    put(zip, directory.size(), 4);
    put(zip, start, 4);
    put(zip, 0, 2);
    return zip;
}

std::string checkFile(std::string_view bytes) {
    const BytesFile file(bytes);
    const auto first = readingOf(io::RecordReader::open(file.path(), fuzzOptions()));
    if (!first.utf8)
        return "a cell or a name is no UTF-8";
    if (first.error.find(' ') != std::string::npos)
        return first.error;
    if (first.cells.size() != first.rows * first.columns)
        return "cells are missing";
    if (!(readingOf(io::RecordReader::open(file.path(), fuzzOptions())) == first))
        return "two readings differ";
    const auto profile = profile::profileFile(file.path(), fuzzOptions(), {}, {});
    if (profile.ok() != first.error.empty())
        return "the profile and the reader disagree whether the file is good";
    return !profile.ok() || profile->rows == first.rows ? "" : "the profile has other rows than the reader";
}

} // namespace

std::string checkJsonBytes(std::string_view bytes) {
    const BytesFile file(bytes);
    const auto refused = readJsonAs(file.path(), io::RaggedPolicy::Reject);
    if (!refused.utf8)
        return "a cell or a name is no UTF-8";
    if (refused.error.find(' ') != std::string::npos)
        return refused.error;
    if (refused.cells.size() != refused.rows * refused.columns)
        return "cells are missing";
    if (!(readJsonAs(file.path(), io::RaggedPolicy::Reject) == refused))
        return "two readings differ";
    const auto failed = readJsonAs(file.path(), io::RaggedPolicy::Fail);
    if (refused.error.empty() && (failed.error == "json-broken") != (refused.rejected > 0))
        return "what one policy refuses is no error under the other";
    if (mayDiffer(bytes))
        return {};
    io::JsonTape tape;
    if (tape.parse(bytes) != nlohmann::json::accept(bytes))
        return "the tape and another parser disagree whether the text is JSON";
    return {};
}

std::string checkWorkbookBytes(std::string_view bytes) {
    if (std::string fault = checkFile(bytes); !fault.empty())
        return fault;
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= bytes.size()) {
        const std::size_t cut = std::min(bytes.find("\n%%%\n", from), bytes.size());
        parts.emplace_back(bytes.substr(from, cut - from));
        from = cut + 5;
    }
    const auto part = [&](std::size_t i, const char* otherwise) {
        return i < parts.size() && !parts[i].empty() ? parts[i] : std::string(otherwise);
    };
    return checkFile(storedZip(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/worksheets/sheet1.xml", part(0, "<worksheet/>")},
         {"xl/sharedStrings.xml", part(1, "<sst><si><t>a</t></si><si><t>b</t></si></sst>")},
         {"xl/styles.xml",
          part(2, "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>")},
         {"xl/workbook.xml", part(3, "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>")},
         {"xl/_rels/workbook.xml.rels",
          part(
              4,
              "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
              "<Relationship Id=\"r2\" Type=\"x/styles\" Target=\"styles.xml\"/>"
              "<Relationship Id=\"r3\" Type=\"x/sharedStrings\" "
              "Target=\"sharedStrings.xml\"/></Relationships>")}}));
}

} // namespace mangrove::test
