// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_shape.h"

#include "base/number.h"
#include "base/text.h"
#include "io/csv_dialect.h"
#include "io/text_block.h"

#include <algorithm>
#include <map>
#include <set>

namespace mangrove::io {

namespace {

constexpr std::size_t kMaxTitles = 100;

RecordShape shapeOf(const ParsedRecord& record) {
    RecordShape shape;
    shape.fields = record.cells.size();
    std::set<std::string_view> names;
    bool data = false;
    for (const ParsedCell& cell : record.cells) {
        shape.stray = shape.stray || cell.stray;
        const std::string_view text = trim(cell.text);
        if (text.empty())
            continue;
        ++shape.filled;
        names.insert(text);
        data = data || looksLikeData(text);
    }
    const ParsedCell& first = record.cells.front();
    if (!first.quoted && (first.text.starts_with('#') || first.text.starts_with("//"))) {
        shape.comment = true;
        const unsigned char next = first.text.size() > 1 ? static_cast<unsigned char>(first.text[1])
                                                         : static_cast<unsigned char>(' ');
        shape.hashName = first.text.front() == '#'
                         && ((next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z') || next >= 0x80);
    }
    shape.headerLike =
        !data && shape.filled >= 2 && names.size() == shape.filled && shape.filled * 5 >= shape.fields * 4;
    return shape;
}

std::vector<RecordShape> shapesOf(std::string_view head, bool complete, std::size_t from, std::uint64_t line,
                                  ScanSyntax syntax, std::size_t maxRecords) {
    std::vector<RecordShape> shapes;
    std::size_t at = from;
    while (at < head.size() && shapes.size() < maxRecords) {
        const std::size_t begin = at;
        const std::uint64_t beginLine = line;
        const ParsedRecord record = parseRecord(head, at, syntax);
        line += countLineEnds(head.substr(begin, at - begin));
        if (record.blank() || (at >= head.size() && !complete && !shapes.empty()))
            continue;
        RecordShape shape = shapeOf(record);
        shape.begin = begin;
        shape.end = at;
        shape.line = beginLine;
        shapes.push_back(shape);
    }
    return shapes;
}

/// The most frequent number of fields; of two the larger.
std::size_t usualFields(const std::vector<RecordShape>& shapes) {
    std::map<std::size_t, std::size_t> histogram;
    for (const RecordShape& shape : shapes)
        ++histogram[shape.fields];
    std::size_t best = 0;
    std::size_t fields = 1;
    for (const auto& [count, records] : histogram) {
        if (records >= best) {
            best = records;
            fields = count;
        }
    }
    return fields;
}

std::size_t countTitles(const std::vector<RecordShape>& shapes, std::size_t fields, bool& onlyComments) {
    const std::size_t limit = std::min(kMaxTitles, shapes.empty() ? 0 : shapes.size() - 1);
    std::size_t count = 0;
    std::size_t comments = 0;
    for (; count < limit; ++count) {
        const RecordShape& shape = shapes[count];
        const bool remark = shape.comment && !(shape.hashName && shape.fields == fields);
        const bool alone = fields >= 2 && shape.filled == 1 && (shape.fields < fields || fields >= 3);
        const bool narrow = fields >= 4 && shape.fields * 2 <= fields;
        if (remark)
            comments += comments == count ? 1 : 0;
        else if (!alone && !narrow)
            break;
    }
    onlyComments = comments == count;
    if (onlyComments || (shapes[count].fields == fields && shapes[count].headerLike))
        return count;
    onlyComments = true;
    return comments;
}

} // namespace

bool looksLikeData(std::string_view cell) {
    const std::string_view text = trim(cell);
    if (text.empty())
        return false;
    if (parseDouble(text))
        return true;
    const bool digitsAndSigns = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '/' || c == ':' || c == '.' || c == ' ' || c == '%';
    });
    return digitsAndSigns && text.front() >= '0' && text.front() <= '9';
}

TableFit fitTable(std::string_view head, bool complete, std::size_t from, std::uint64_t line,
                  ScanSyntax syntax, std::size_t maxRecords) {
    TableFit fit;
    fit.syntax = syntax;
    fit.bodyBegin = from;
    fit.bodyLine = line;
    std::vector<RecordShape> shapes = shapesOf(head, complete, from, line, syntax, maxRecords);
    if (shapes.empty())
        return fit;
    fit.fields = usualFields(shapes);
    const std::size_t titles = countTitles(shapes, fit.fields, fit.titlesAreComments);
    const std::size_t records = shapes.size() - titles;
    std::size_t even = 0;
    for (std::size_t i = titles; i < shapes.size(); ++i) {
        even += shapes[i].fields == fit.fields ? 1 : 0;
        fit.strays += shapes[i].stray ? 1 : 0;
    }
    fit.share = static_cast<double>(even) / static_cast<double>(records);
    fit.bodyBegin = shapes[titles].begin;
    fit.bodyLine = shapes[titles].line;
    const std::size_t headerFields = shapes[titles].fields;
    fit.titles.assign(shapes.begin(), shapes.begin() + static_cast<std::ptrdiff_t>(titles));
    if (fit.fields < 2)
        return fit;
    fit.score = fit.share * (1.0 - 0.5 * static_cast<double>(fit.strays) / static_cast<double>(records));
    if (headerFields != fit.fields)
        fit.score *= 0.6;
    if (!fit.titles.empty() && !fit.titlesAreComments)
        fit.score *= 0.95;
    // Between two that explain everything, the one that cuts finer: "1,5;2,5" is two decimals, not three
    // pieces.
    fit.score += 0.002 * static_cast<double>(std::min<std::size_t>(fit.fields, 20));
    return fit;
}

} // namespace mangrove::io
