// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv_dialect.h"

#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "io/null_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace mangrove::io {

namespace {

constexpr std::size_t kDelimiterBytes = 128U << 10U;
constexpr std::size_t kDelimiterRecords = 500;
constexpr std::size_t kHeaderRecords = 5000;

std::string shown(char delimiter) {
    if (delimiter == '\t')
        return "tab";
    if (static_cast<unsigned char>(delimiter) < 0x20)
        return format("character {:#04x}", static_cast<unsigned char>(delimiter));
    return format("'{}'", delimiter);
}

/// How well a delimiter explains the head.
struct DelimiterFit {
    char delimiter = ',';
    std::size_t fields = 1; ///< the most frequent number of fields in a record
    double share = 0;       ///< records that have so many
    double score = 0;
};

DelimiterFit fitDelimiter(std::string_view head, bool complete, char delimiter) {
    std::map<std::size_t, std::size_t> histogram;
    std::size_t records = 0;
    std::size_t stray = 0;
    std::size_t headerFields = 0;
    std::size_t at = 0;
    while (at < head.size() && records < kDelimiterRecords) {
        const ParsedRecord record = parseRecord(head, at, {delimiter});
        if (record.blank() || (at >= head.size() && !complete && records > 0))
            continue;
        if (records == 0)
            headerFields = record.cells.size();
        ++records;
        ++histogram[record.cells.size()];
        stray +=
            std::any_of(record.cells.begin(), record.cells.end(), [](const ParsedCell& c) { return c.stray; })
                ? 1
                : 0;
    }
    DelimiterFit fit;
    fit.delimiter = delimiter;
    std::size_t best = 0;
    for (const auto& [fields, count] : histogram) {
        if (count >= best) {
            best = count;
            fit.fields = fields;
        }
    }
    if (records == 0 || fit.fields < 2)
        return fit;
    fit.share = static_cast<double>(best) / static_cast<double>(records);
    fit.score = fit.share * (1.0 - 0.5 * static_cast<double>(stray) / static_cast<double>(records));
    if (headerFields != fit.fields)
        fit.score *= 0.6;
    // Between two that explain everything, the one that cuts finer: "1,5;2,5" is two decimals, not three
    // pieces.
    fit.score += 0.002 * static_cast<double>(std::min<std::size_t>(fit.fields, 20));
    return fit;
}

void sniffDelimiter(std::string_view head, bool complete, CsvDialect& dialect) {
    static constexpr std::array<char, 8> kCandidates{',', ';', '\t', '|', '^', '~', '\x01', ':'};
    const bool cut = head.size() > kDelimiterBytes;
    const std::string_view sample = head.substr(0, kDelimiterBytes);
    DelimiterFit best;
    for (const char candidate : kCandidates) {
        if (sample.find(candidate) == std::string_view::npos)
            continue;
        DelimiterFit fit = fitDelimiter(sample, complete && !cut, candidate);
        if (candidate == ':') // stands in times and in prose; only a last resort
            fit.score *= 0.8;
        if (fit.score > best.score)
            best = fit;
    }
    constexpr double kNeeded = 0.4;
    if (best.score < kNeeded) {
        dialect.delimiter = ',';
        dialect.delimiterEvidence = "no delimiter divides the records evenly; one column";
        // A delimiter that appears in prose must not cut a single column, so none that the sample has is
        // taken.
        for (const char candidate : {',', ';', '\t', '|', '\x1F'}) {
            if (sample.find(candidate) == std::string_view::npos) {
                dialect.delimiter = candidate;
                break;
            }
        }
        return;
    }
    dialect.delimiter = best.delimiter;
    dialect.delimiterEvidence = format("{} divides {:.1f} % of the first records into {} fields",
                                       shown(best.delimiter), best.share * 100, best.fields);
}

/// Something that a header cell would not be: a number or a date.
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
                const bool needed =
                    cell.text.empty() || cell.text.find_first_of("\"\r\n") != std::string::npos
                    || cell.text.find(dialect.delimiter) != std::string::npos || cell.text.front() == ' '
                    || cell.text.back() == ' ' || cell.text.front() == '\t' || cell.text.back() == '\t';
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
    if (options.delimiter) {
        dialect.delimiter = *options.delimiter;
        dialect.delimiterEvidence = "given";
    } else {
        sniffDelimiter(head, complete, dialect);
    }
    std::vector<std::vector<ParsedCell>> records;
    std::size_t at = 0;
    while (at < head.size() && records.size() < kHeaderRecords) {
        ParsedRecord record = parseRecord(head, at, {dialect.delimiter});
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
