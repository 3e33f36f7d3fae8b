// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_reader.h"

#include "base/format.h"
#include "base/text.h"
#include "io/errors.h"
#include "io/null_words.h"
#include "io/warning_codes.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace mangrove::io {

namespace {

constexpr std::size_t kSniffBytes = 1U << 20U;
constexpr std::size_t kMaxFirstRecord = 64U << 20U;
constexpr std::size_t kBatchRows = 512;
constexpr std::uint64_t kMaxBlockBytes = 1U << 30U; ///< offsets in a block are 30 bits (CellRef)

/// Text of which more than one byte in twenty is a control character is no table; a few of them prove
/// nothing.
bool looksBinary(std::string_view text) {
    const std::string_view head = text.substr(0, 64U << 10U);
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x01 && byte != 0x1F)
               || byte == 0x7F;
    });
    return controls > 32 && static_cast<std::size_t>(controls) * 20 > head.size();
}

} // namespace

CsvReader::CsvReader(const std::filesystem::path& path, const ReadOptions& options,
                     std::unique_ptr<ByteSource> source)
    : m_path(path.string()), m_options(options), m_decoder(std::move(source), options.encoding),
      m_cutter(ScanSyntax{}), m_rules(std::make_shared<ParseRules>()),
      m_pending(std::make_shared<TextBlock>()) {}

Result<std::unique_ptr<CsvReader>> CsvReader::open(const std::filesystem::path& path,
                                                   const ReadOptions& options,
                                                   std::unique_ptr<ByteSource> source,
                                                   const RunContext& context) {
    context.start("reading", source->rawSize());
    std::unique_ptr<CsvReader> reader(new CsvReader(path, options, std::move(source)));
    MANGROVE_TRY(reader->sniff(context));
    return reader;
}

Status CsvReader::readHead(std::size_t bytes, const RunContext& context) {
    while (m_pending->size < bytes && !m_textEnded) {
        MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const bool more, m_decoder.append(*m_pending, kSniffBytes, context));
        m_textEnded = !more;
    }
    return {};
}

Status CsvReader::sniff(const RunContext& context) {
    MANGROVE_TRY(context.check());
    MANGROVE_TRY(readHead(kSniffBytes, context));
    const std::string_view head(m_pending->data.get(), m_pending->size);
    if (head.find_first_not_of("\r\n") == std::string_view::npos)
        return Error(errors::kCsvEmpty, {m_path}, {m_path, 0, 0});
    if (looksBinary(head))
        return Error(errors::kFormatNotSupported, {m_path, "not text"}, {m_path, 0, 0});
    if (m_pending->undecodableCount * 10 > head.size())
        return Error(errors::kTextUndecodable,
                     {m_path, std::string(encodingName(m_decoder.encoding().encoding))}, {m_path, 0, 0});
    m_dialect = sniffDialect(head, m_textEnded, m_options);
    if (m_options.rejects) {
        MANGROVE_ASSIGN(m_rejects, RejectsFile::create(*m_options.rejects));
    }
    noteTitles();
    MANGROVE_TRY(readFirstRecord(context));

    m_rules->syntax = m_dialect.syntax;
    m_rules->columns = m_names.size();
    m_rules->quotedEmptyIsNull = m_dialect.quotesEverything;
    m_rules->crCrLf = m_dialect.crCrLf;
    m_rules->maxCellBytes = m_options.maxCellBytes;
    m_rules->ragged = m_options.ragged;
    m_rules->totals = m_options.totals;
    m_rules->keepRejects = m_rejects.has_value();
    m_rules->nullWords = std::make_shared<const NullWords>(m_dialect.nullWords);
    describeSource();
    return {};
}

/// The names stand in the first record that is not blank, or the rows begin there.
Status CsvReader::readFirstRecord(const RunContext& context) {
    std::size_t at = 0;
    std::size_t begin = 0;
    ParsedRecord first;
    for (;;) {
        const std::string_view head(m_pending->data.get(), m_pending->size);
        at = m_dialect.bodyBegin;
        do {
            begin = at;
            first = parseRecord(head, at, m_dialect.syntax);
        } while (first.blank() && at < head.size());
        if (at < head.size() || m_textEnded)
            break;
        const std::uint64_t line = 1 + countLineEnds(head.substr(0, begin));
        if (head.size() > kMaxFirstRecord)
            return Error(errors::kCsvRecordTooLarge, {std::to_string(line), std::to_string(kMaxFirstRecord)},
                         {m_path, line, 0});
        MANGROVE_TRY(readHead(head.size() * 2, context));
    }
    if (!first.closed) {
        m_cutter = RecordCutter(m_dialect.syntax);
        m_cutter.scan(m_pending->data.get(), 0, m_pending->size);
        const std::uint64_t line = m_cutter.quoteLine();
        return Error(errors::kCsvUnclosedQuote, {std::to_string(line)}, {m_path, line, 0});
    }
    const std::string_view head(m_pending->data.get(), m_pending->size);
    const std::uint64_t line = 1 + countLineEnds(head.substr(0, begin));
    MANGROVE_TRY(nameColumns(std::move(first.cells), line));
    const std::size_t bodyBegin = m_dialect.header ? at : m_dialect.bodyBegin;
    noteBadBytesAbove(bodyBegin);
    beginBody(bodyBegin);
    return {};
}

void CsvReader::noteTitles() {
    const std::string_view head(m_pending->data.get(), m_pending->size);
    for (const TitleLine& title : m_dialect.titles) {
        std::string reason = "The line stands above the header; it was passed over.";
        if (m_rejects)
            m_rejects->add({title.line, warnings::kTitleLine, reason,
                            std::string(trim(head.substr(title.begin, title.end - title.begin)))});
        m_log.add({warnings::kTitleLine, title.line, std::move(reason)});
    }
}

/// The blocks begin behind the header; what is wrong with the bytes before it is reported here.
void CsvReader::noteBadBytesAbove(std::size_t end) {
    const std::string_view text(m_pending->data.get(), end);
    std::vector<TextBlock::BadByte> bad;
    if (m_pending->validUtf8) {
        for (const TextBlock::BadByte& place : m_pending->undecodable) {
            if (place.offset < end)
                bad.push_back(place);
        }
    } else {
        for (std::size_t from = 0; from < end;) {
            const std::size_t next = findInvalidUtf8(text.substr(from));
            if (next == std::string_view::npos)
                break;
            const std::size_t at = from + next;
            bad.push_back({static_cast<std::uint32_t>(at), at + m_decoder.skippedMark()});
            from = at + 1;
        }
    }
    for (const TextBlock::BadByte& place : bad)
        m_log.add({warnings::kUndecodable, 1 + countLineEnds(text.substr(0, place.offset)),
                   format("The byte at offset {} is no character in this encoding.", place.fileByte)});
    m_log.addUndecodable(bad.size());
}

void CsvReader::beginBody(std::size_t bodyBegin) {
    TextBlock& text = *m_pending;
    text.afterLoneCr = bodyBegin > 0 && text.data[bodyBegin - 1] == '\r';
    m_nextLine = 1 + countLineEnds({text.data.get(), bodyBegin});
    m_cutter = RecordCutter(m_dialect.syntax, m_nextLine);
    std::memmove(text.data.get(), text.data.get() + bodyBegin, text.size - bodyBegin);
    text.size -= bodyBegin;
    text.firstLine = m_nextLine;
    m_nextByte = bodyBegin;
    std::uint64_t above = 0;
    std::erase_if(text.undecodable, [&](const TextBlock::BadByte& place) {
        above += place.offset < bodyBegin ? 1 : 0;
        return place.offset < bodyBegin;
    });
    for (TextBlock::BadByte& place : text.undecodable)
        place.offset -= static_cast<std::uint32_t>(bodyBegin);
    text.undecodableCount -= above;
}

void CsvReader::describeSource() {
    const std::string container = m_decoder.source().container();
    m_info.format = container.empty() ? "csv" : "csv+" + container;
    m_info.member = m_decoder.source().member();
    m_info.encoding = encodingName(m_decoder.encoding().encoding);
    m_info.encodingEvidence = m_decoder.encoding().evidence;
    m_info.delimiter = std::string(1, m_dialect.syntax.delimiter);
    m_info.delimiterEvidence = m_dialect.delimiterEvidence;
    m_info.quote = m_dialect.quotesSeen ? "\"" : "";
    m_info.backslashEscapes = m_dialect.syntax.backslash;
    m_info.titleLines = m_dialect.titles.size();
    m_info.titleEvidence = m_dialect.titleEvidence;
    m_info.header = m_dialect.header;
    m_info.headerEvidence = m_dialect.headerEvidence;
    m_info.nullWords = m_rules->nullWords->words();
}

Status CsvReader::nameColumns(std::vector<ParsedCell> cells, std::uint64_t line) {
    if (cells.size() > m_options.maxColumns)
        return Error(errors::kCsvTooManyColumns, {std::to_string(m_options.maxColumns)}, {m_path, line, 0});
    std::set<std::string> taken;
    if (m_dialect.header) {
        for (const ParsedCell& cell : cells)
            taken.insert(std::string(trim(cell.text)));
    }
    std::set<std::string> used;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        std::string name = m_dialect.header ? std::string(trim(cells[c].text)) : std::string();
        if (findInvalidUtf8(name) != std::string_view::npos) {
            m_log.add({warnings::kUndecodableName, line,
                       format("The name of column {} has bytes that are no characters.", c + 1)});
            name.clear();
        }
        const bool empty = name.empty();
        if (empty)
            name = format("column_{}", c + 1);
        std::string unique = name;
        for (std::size_t n = 2; used.contains(unique) || (unique != name && taken.contains(unique)); ++n)
            unique = format("{}_{}", name, n);
        if (m_dialect.header && empty)
            m_log.add({warnings::kEmptyName, line,
                       format("Column {} has no name; it is called {}.", c + 1, unique)});
        else if (unique != name)
            m_log.add({warnings::kDuplicateName, line,
                       format("Column {} repeats a name; it is called {}.", c + 1, unique)});
        used.insert(unique);
        m_names.push_back(std::move(unique));
    }
    return {};
}

Status CsvReader::checkGrowth() const {
    const std::size_t size = m_pending->size;
    const std::size_t cell = size - std::min(size, m_cutter.cellStart());
    if (cell > m_options.maxCellBytes) {
        const std::uint64_t line = m_cutter.insideQuotes() ? m_cutter.quoteLine() : m_cutter.line();
        return Error(errors::kCsvCellTooLarge, {std::to_string(line), std::to_string(m_options.maxCellBytes)},
                     {m_path, line, 0});
    }
    if (size > kMaxBlockBytes / 2) {
        const std::uint64_t line = m_nextLine;
        return Error(errors::kCsvRecordTooLarge, {std::to_string(line), std::to_string(kMaxBlockBytes / 2)},
                     {m_path, line, 0});
    }
    return {};
}

Result<std::shared_ptr<TextBlock>> CsvReader::nextBlock(std::shared_ptr<TextBlock> recycled,
                                                        const RunContext& context) {
    if (m_done)
        return std::shared_ptr<TextBlock>();
    const std::size_t step = m_options.blockBytes;
    for (;;) {
        MANGROVE_TRY(context.check());
        while (m_scanned < m_pending->size) {
            const std::size_t to = std::min(m_pending->size, m_scanned + step);
            m_cutter.scan(m_pending->data.get(), m_scanned, to);
            m_scanned = to;
            if (m_cutter.lastEnd() > 0 && (to < m_pending->size || !m_textEnded))
                return cutBlock(m_cutter.lastEnd(), false, std::move(recycled));
        }
        if (m_textEnded)
            break;
        MANGROVE_TRY(checkGrowth());
        MANGROVE_ASSIGN(const bool more,
                        m_decoder.append(*m_pending, std::max(step, m_pending->size), context));
        m_textEnded = !more;
    }
    if (m_cutter.insideQuotes()) {
        const std::uint64_t line = m_cutter.quoteLine();
        return Error(errors::kCsvUnclosedQuote, {std::to_string(line)}, {m_path, line, 0});
    }
    m_done = true;
    MANGROVE_TRY(finishSource(context));
    if (m_pending->size == 0)
        return std::shared_ptr<TextBlock>();
    return cutBlock(m_pending->size, true, std::move(recycled));
}

std::shared_ptr<TextBlock> CsvReader::cutBlock(std::size_t end, bool last,
                                               std::shared_ptr<TextBlock> recycled) {
    if (recycled == nullptr || recycled.use_count() != 1)
        recycled = std::make_shared<TextBlock>();
    recycled->size = 0;
    recycled->undecodable.clear();
    recycled->undecodableCount = 0;
    const std::size_t rest = m_pending->size - end;
    recycled->reserve(std::max<std::size_t>(rest, m_options.blockBytes + m_options.blockBytes / 4));
    std::memcpy(recycled->data.get(), m_pending->data.get() + end, rest);
    recycled->size = rest;
    recycled->validUtf8 = m_pending->validUtf8;
    recycled->firstLine = m_cutter.lineAtLastEnd();
    recycled->afterLoneCr = end > 0 && m_pending->data[end - 1] == '\r';

    std::shared_ptr<TextBlock> block = std::exchange(m_pending, std::move(recycled));
    // Places of bad bytes behind the cut belong to the next block; bad bytes beyond the listed ones stay
    // here.
    auto& places = block->undecodable;
    const auto split = std::find_if(places.begin(), places.end(),
                                    [&](const TextBlock::BadByte& place) { return place.offset >= end; });
    for (auto place = split; place != places.end(); ++place)
        m_pending->undecodable.push_back({place->offset - static_cast<std::uint32_t>(end), place->fileByte});
    m_pending->undecodableCount = m_pending->undecodable.size();
    block->undecodableCount -= m_pending->undecodableCount;
    places.erase(split, places.end());

    block->size = end;
    block->index = m_blockIndex++;
    block->firstLine = m_nextLine;
    block->firstByte = m_nextByte + m_decoder.skippedMark();
    m_nextByte += end;
    block->last = last;
    m_nextLine = m_cutter.lineAtLastEnd();
    m_cutter.rebase(end);
    m_scanned = last ? 0 : m_scanned - end;
    return block;
}

Status CsvReader::finishSource(const RunContext& context) {
    MANGROVE_TRY(m_decoder.source().finish(context));
    m_info.bytes = m_decoder.source().rawBytes();
    m_info.sha256 = m_decoder.source().sha256();
    m_info.encoding = encodingName(m_decoder.encoding().encoding);
    m_info.encodingEvidence = m_decoder.encoding().evidence;
    return {};
}

std::unique_ptr<BlockParser> CsvReader::makeParser() const {
    return std::make_unique<BlockParser>(m_rules);
}

void CsvReader::account(const BlockOutcome& outcome) {
    m_log.add(outcome);
    if (m_rejects)
        m_rejects->add(outcome.index, outcome.rejects);
}

Status CsvReader::finishAccounts() {
    const EncodingGuess& guess = m_decoder.encoding();
    if (guess.confidence < 0.8)
        m_log.add({warnings::kEncodingUncertain, 0, "The encoding is not certain: " + guess.evidence});
    const MixedLines& mixed = m_decoder.mixedLines();
    for (const std::uint64_t line : mixed.lines())
        m_log.add({warnings::kMixedEncoding, line,
                   format("This line reads as UTF-8, not as {} like the rest.", m_info.encoding)});
    m_log.addMixedLines(mixed.count());
    m_log.finish(m_info.encoding);
    if (m_rejects)
        MANGROVE_TRY(m_rejects->finish());
    return {};
}

Result<bool> CsvReader::next(RecordBatch& batch, const RunContext& context) {
    if (m_parser == nullptr)
        m_parser = makeParser();
    for (;;) {
        MANGROVE_TRY(context.check());
        if (m_parsed != nullptr && m_parser->next(batch, kBatchRows)) {
            batch.m_firstRow += m_rowsBefore;
            return true;
        }
        m_rowsBefore += m_rowsInBlock;
        m_rowsInBlock = 0;
        batch.release();
        m_parser->release();
        MANGROVE_ASSIGN(m_parsed, nextBlock(std::move(m_parsed), context));
        if (m_parsed == nullptr) {
            if (!std::exchange(m_finished, true))
                MANGROVE_TRY(finishAccounts());
            return false;
        }
        MANGROVE_TRY(m_parser->start(m_parsed));
        m_rowsInBlock = m_parser->outcome().rows;
        account(m_parser->outcome());
    }
}

} // namespace mangrove::io
