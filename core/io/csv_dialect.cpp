// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_dialect.h"

#include "base/format.h"
#include "base/text.h"
#include "io/csv_shape.h"
#include "io/null_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace mangrove::io {

namespace {

constexpr std::size_t kDelimiterBytes = 128U << 10U;
constexpr std::size_t kDelimiterRecords = 500;
constexpr std::size_t kHeaderRecords = 5000;
constexpr std::size_t kEscapeRecords = 20'000;

std::string shown(char delimiter) {
    if (delimiter == '\t')
        return "tab";
    if (static_cast<unsigned char>(delimiter) < 0x20)
        return format("character {:#04x}", static_cast<unsigned char>(delimiter));
    return format("'{}'", delimiter);
}

/// The syntax a file states itself: Excel writes and reads "sep=;" as the first line.
std::optional<char> statedDelimiter(std::string_view head) {
    if (!head.starts_with("sep=") || head.size() < 6)
        return std::nullopt;
    const char c = head[4];
    const bool lineEnds = head[5] == '\r' || head[5] == '\n';
    const bool fits = c != '"' && c != '\r' && c != '\n' && c != '\0' && static_cast<unsigned char>(c) < 0x80;
    return lineEnds && fits ? std::optional<char>(c) : std::nullopt;
}

/// Where the line behind the one at `from` begins.
std::size_t nextLine(std::string_view head, std::size_t from) {
    const std::size_t end = head.find_first_of("\r\n", from);
    if (end == std::string_view::npos)
        return head.size();
    return end + (head.substr(end).starts_with("\r\n") ? 2 : 1);
}

/// What sniffing has to decide on and where it begins.
struct Head {
    std::string_view text;
    bool complete = false;
    std::size_t from = 0;
    std::uint64_t line = 1;
    const ReadOptions& options;

    [[nodiscard]] TableFit fit(ScanSyntax syntax) const {
        const bool cut = text.size() > kDelimiterBytes;
        return fitTable(text.substr(0, std::max(from, kDelimiterBytes)), complete && !cut, from, line, syntax,
                        kDelimiterRecords);
    }
};

TableFit sniffDelimiter(const Head& head, CsvDialect& dialect) {
    static constexpr std::array<char, 9> kCandidates{',', ';', '\t', '|', '^', '~', '\x01', '\x1F', ':'};
    const std::string_view sample = head.text.substr(0, std::max(head.from, kDelimiterBytes));
    const bool backslashes = sample.find("\\\"") != std::string_view::npos;
    TableFit best;
    for (const char candidate : kCandidates) {
        if (sample.find(candidate) == std::string_view::npos)
            continue;
        for (const bool backslash : {false, true}) {
            const auto given = head.options.quoteEscape;
            if (given ? backslash != (given == QuoteEscape::Backslash) : (backslash && !backslashes))
                continue;
            TableFit fit = head.fit({candidate, backslash});
            if (candidate == ':') // stands in times and in prose; only a last resort
                fit.score *= 0.8;
            if (fit.score > best.score)
                best = std::move(fit);
        }
    }
    constexpr double kNeeded = 0.4;
    if (best.score >= kNeeded) {
        dialect.delimiterEvidence = format("{} divides {:.1f} % of the first records into {} fields",
                                           shown(best.syntax.delimiter), best.share * 100, best.fields);
        return best;
    }
    dialect.delimiterEvidence = "no delimiter divides the records evenly; one column";
    char delimiter = ',';
    // A delimiter that appears in prose must not cut a single column, so none that the sample has is taken.
    for (const char candidate : {',', ';', '\t', '|', '\x1F'}) {
        if (sample.find(candidate) == std::string_view::npos) {
            delimiter = candidate;
            break;
        }
    }
    return head.fit({delimiter, false});
}

/// Whether `\"` stands for a quote: only where reading it so leaves fewer quotes out of place in the head.
void sniffEscape(const Head& head, CsvDialect& dialect) {
    if (head.options.quoteEscape) {
        dialect.syntax.backslash = head.options.quoteEscape == QuoteEscape::Backslash;
        dialect.escapeEvidence = "given";
        return;
    }
    dialect.syntax.backslash = false;
    if (head.text.find("\\\"") == std::string_view::npos) {
        dialect.escapeEvidence = "no quote stands behind a backslash";
        return;
    }
    const auto fit = [&](bool backslash) {
        return fitTable(head.text, head.complete, dialect.bodyBegin, dialect.bodyLine,
                        {dialect.syntax.delimiter, backslash}, kEscapeRecords);
    };
    const TableFit doubled = fit(false);
    const TableFit escaped = fit(true);
    dialect.syntax.backslash = escaped.strays < doubled.strays && escaped.share >= doubled.share;
    dialect.escapeEvidence =
        format("quotes out of place in {} records when doubled quotes are read, in {} when backslashes are",
               doubled.strays, escaped.strays);
}

void noteTitles(const TableFit& fit, CsvDialect& dialect) {
    dialect.bodyBegin = fit.bodyBegin;
    dialect.bodyLine = fit.bodyLine;
    for (const RecordShape& title : fit.titles)
        dialect.titles.push_back({title.begin, title.end, title.line});
    if (fit.titles.empty())
        return;
    if (fit.titlesAreComments)
        dialect.titleEvidence = format("{} remarks ('#', '//') stand above the table", fit.titles.size());
    else
        dialect.titleEvidence = format("{} records with few filled cells stand above one with {} names",
                                       fit.titles.size(), fit.fields);
}

struct HeaderVotes {
    int columnsFor = 0;
    int columnsAgainst = 0;
};

/// What one column says: do its first cell and the rest differ in kind?
void voteOnColumn(const std::vector<std::vector<ParsedCell>>& records, std::size_t column,
                  HeaderVotes& votes) {
    const std::string& name = records[0][column].text;
    std::size_t filled = 0;
    std::size_t data = 0;
    bool repeated = false;
    std::size_t shortest = static_cast<std::size_t>(-1);
    std::size_t longest = 0;
    for (std::size_t r = 1; r < records.size(); ++r) {
        const std::string& cell = records[r][column].text;
        if (cell.empty())
            continue;
        ++filled;
        data += looksLikeData(cell) ? 1 : 0;
        repeated = repeated || (cell == name && !name.empty());
        shortest = std::min(shortest, cell.size());
        longest = std::max(longest, cell.size());
    }
    if (repeated || looksLikeData(name)) {
        votes.columnsAgainst += looksLikeData(name) ? 2 : 1;
        return;
    }
    if (name.empty() || filled == 0)
        return;
    if (data * 10 >= filled * 8)
        votes.columnsFor += 2;
    else if (filled >= 3 && shortest == longest && name.size() != longest)
        votes.columnsFor += 1;
}

void sniffHeader(const std::vector<std::vector<ParsedCell>>& records, CsvDialect& dialect) {
    if (records.size() < 2) {
        const bool data = !records.empty()
                          && std::any_of(records[0].begin(), records[0].end(),
                                         [](const ParsedCell& c) { return looksLikeData(c.text); });
        dialect.header = !data;
        dialect.headerEvidence =
            data ? "the only record holds numbers or dates" : "the only record holds no number";
        return;
    }
    HeaderVotes votes;
    for (std::size_t c = 0; c < records[0].size(); ++c)
        voteOnColumn(records, c, votes);
    dialect.header = votes.columnsFor >= votes.columnsAgainst;
    dialect.headerEvidence = format("first record against the rest: {} points for a header, {} against",
                                    votes.columnsFor, votes.columnsAgainst);
}

void lookAtCells(const std::vector<std::vector<ParsedCell>>& records, CsvDialect& dialect) {
    std::size_t quoted = 0;
    std::size_t needlessly = 0;
    std::size_t bare = 0;
    std::set<std::string_view> words;
    const auto candidates = NullWords::candidates();
    for (std::size_t r = dialect.header ? 1 : 0; r < records.size(); ++r) {
        for (const ParsedCell& cell : records[r]) {
            if (cell.quoted) {
                ++quoted;
                const bool needed = cell.text.empty()
                                    || cell.text.find_first_of("\"\r\n") != std::string::npos
                                    || cell.text.find(dialect.syntax.delimiter) != std::string::npos
                                    || cell.text.front() == ' ' || cell.text.back() == ' '
                                    || cell.text.front() == '\t' || cell.text.back() == '\t';
                needlessly += needed ? 0 : 1;
            } else {
                ++bare;
            }
            const auto word = std::find(candidates.begin(), candidates.end(), std::string_view(cell.text));
            if (word != candidates.end())
                words.insert(*word);
        }
    }
    dialect.quotesSeen = quoted > 0;
    dialect.quotesEverything = needlessly > 0 && bare == 0;
    dialect.nullWords.assign(words.begin(), words.end());
}

} // namespace

ParsedRecord parseRecord(std::string_view text, std::size_t& at, ScanSyntax syntax) {
    enum class State : std::uint8_t { Start, Bare, Quoted, AfterQuote };
    ParsedRecord record;
    record.cells.emplace_back();
    State state = State::Start;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        ParsedCell& cell = record.cells.back();
        if (state == State::Quoted) {
            const bool escapes = syntax.backslash && c == '\\' && at + 1 < text.size()
                                 && (text[at + 1] == '"' || text[at + 1] == '\\');
            if (escapes)
                cell.text.push_back(text[++at]);
            else if (c == '"')
                state = State::AfterQuote;
            else
                cell.text.push_back(c);
            continue;
        }
        if (state == State::AfterQuote && c == '"') {
            cell.text.push_back('"');
            state = State::Quoted;
        } else if (c == syntax.delimiter) {
            record.cells.emplace_back();
            state = State::Start;
        } else if (c == '\n' || c == '\r') {
            at += c == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
            return record;
        } else if (c == '"' && state == State::Start) {
            cell.quoted = true;
            state = State::Quoted;
        } else {
            cell.stray = cell.stray || c == '"' || state == State::AfterQuote;
            cell.text.push_back(c);
            state = State::Bare;
        }
    }
    record.closed = state != State::Quoted;
    return record;
}

CsvDialect sniffDialect(std::string_view head, bool complete, const ReadOptions& options) {
    CsvDialect dialect;
    Head where{head, complete, 0, 1, options};
    const std::optional<char> stated = statedDelimiter(head);
    const std::uint32_t skip = options.skipLines.value_or(stated ? 1 : 0);
    for (std::uint32_t i = 0; i < skip && where.from < head.size(); ++i) {
        const std::size_t next = nextLine(head, where.from);
        dialect.titles.push_back({where.from, next, where.line++});
        where.from = next;
    }
    TableFit fit;
    if (options.delimiter || stated) {
        dialect.syntax.delimiter = options.delimiter.value_or(stated.value_or(','));
        dialect.delimiterEvidence = options.delimiter ? "given" : "the first line says so (sep=)";
        fit = where.fit({dialect.syntax.delimiter, options.quoteEscape == QuoteEscape::Backslash});
    } else {
        fit = sniffDelimiter(where, dialect);
        dialect.syntax = fit.syntax;
    }
    if (options.skipLines) {
        dialect.bodyBegin = where.from;
        dialect.bodyLine = where.line;
        dialect.titleEvidence = dialect.titles.empty() ? "" : "given";
    } else {
        noteTitles(fit, dialect);
        if (stated && dialect.titleEvidence.empty())
            dialect.titleEvidence = "the first line names the delimiter (sep=)";
    }
    sniffEscape(where, dialect);

    std::vector<std::vector<ParsedCell>> records;
    std::size_t at = dialect.bodyBegin;
    while (at < head.size() && records.size() < kHeaderRecords) {
        ParsedRecord record = parseRecord(head, at, dialect.syntax);
        if (at >= head.size() && !complete && !records.empty())
            break;
        if (!record.blank() && (records.empty() || record.cells.size() == records.front().size()))
            records.push_back(std::move(record.cells));
    }
    if (options.header) {
        dialect.header = *options.header;
        dialect.headerEvidence = "given";
    } else {
        sniffHeader(records, dialect);
    }
    lookAtCells(records, dialect);
    if (!options.nullWords.empty())
        dialect.nullWords = options.nullWords;
    const std::string_view sample = head.substr(0, kDelimiterBytes);
    const auto ends = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\n'));
    std::size_t doubled = 0;
    for (std::size_t i = sample.find("\r\r\n"); i != std::string_view::npos; i = sample.find("\r\r\n", i + 3))
        ++doubled;
    dialect.crCrLf = doubled > 0 && doubled * 10 >= ends * 9;
    return dialect;
}

} // namespace mangrove::io
