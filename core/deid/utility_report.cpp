// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/utility_report.h"

#include "base/text.h"
#include "deid/errors.h"
#include "deid/keyed_rows.h"
#include "deid/notes.h"
#include "io/errors.h"
#include "io/record_reader.h"
#include "table/row_sample.h"

#include <algorithm>
#include <array>
#include <memory>

namespace mangrove::deid {

namespace {

constexpr std::uint32_t kLeastRows = 2'000;
constexpr std::uint32_t kMostRows = 131'072;
constexpr std::uint64_t kCells = 8'000'000;
constexpr std::uint64_t kRowVisits = 2'000'000'000;

std::uint32_t sampleRowsFor(std::uint64_t columns) {
    const std::uint64_t pairs = std::max<std::uint64_t>(1, columns * columns / 2);
    const std::uint64_t rows = std::min(kCells / std::max<std::uint64_t>(1, columns), kRowVisits / pairs);
    return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(rows, kLeastRows, kMostRows));
}

/// One file while it is read: tallies of the common columns, and which rows are in the sample.
class Side {
public:
    Side(std::unique_ptr<io::RecordReader> reader, std::vector<std::size_t> columns, std::uint32_t sampleRows)
        : m_reader(std::move(reader)), m_columns(std::move(columns)), m_sample(sampleRows),
          m_tallies(m_columns.size()) {}

    /// Reads on where all rows at hand are done; false at the end.
    Result<bool> fill(const RunContext& context) {
        while (!m_atEnd && m_next == m_batch.rows()) {
            MANGROVE_ASSIGN(const bool more, m_reader->next(m_batch, context));
            if (!more) {
                m_atEnd = true;
                break;
            }
            m_next = 0;
            m_sample.select(0, m_batch.firstRow(), m_batch.rows(), m_chosen);
            m_isChosen.assign(m_batch.rows(), 0);
            for (const std::uint32_t row : m_chosen)
                m_isChosen[row] = 1;
        }
        return !m_atEnd;
    }
    [[nodiscard]] std::size_t rowsAtHand() const { return m_atEnd ? 0 : m_batch.rows() - m_next; }
    [[nodiscard]] InputCell cell(std::size_t column, std::size_t offset) const {
        return cellOf(m_batch, m_columns[column], m_next + offset);
    }
    /// Counts the next rows. Column by column, so that one dictionary stays at hand.
    void take(std::size_t rows) {
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            for (std::size_t i = 0; i < rows; ++i)
                m_tallies[c].add(cell(c, i), m_isChosen[m_next + i] != 0);
        }
        m_next += rows;
        m_rows += rows;
        // The keys of the sample are those of whole batches.
        while (m_next == m_batch.rows() && m_sample.tooMany()) {
            m_sample.thin(m_kept);
            for (ValueTally& tally : m_tallies)
                tally.thin(m_kept);
        }
    }
    void finish() {
        for (ValueTally& tally : m_tallies)
            tally.finish();
    }
    [[nodiscard]] const io::RecordReader& reader() const { return *m_reader; }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] const ValueTally& tally(std::size_t column) const { return m_tallies[column]; }

private:
    std::unique_ptr<io::RecordReader> m_reader;
    std::vector<std::size_t> m_columns;
    io::RecordBatch m_batch;
    std::size_t m_next = 0; ///< row of the batch
    bool m_atEnd = false;
    std::uint64_t m_rows = 0;
    table::RowSample m_sample;
    std::vector<std::uint32_t> m_chosen, m_kept;
    std::vector<std::uint8_t> m_isChosen;
    std::vector<ValueTally> m_tallies;
};

void compareCells(const Side& original, const Side& released, std::size_t rows,
                  std::vector<CellCounts>& counts) {
    for (std::size_t c = 0; c < counts.size(); ++c) {
        for (std::size_t i = 0; i < rows; ++i) {
            countChange(original.cell(c, i), released.cell(c, i), counts[c]);
        }
    }
}

/// Reads both files to their ends, row beside row as long as both have rows.
Status readBoth(Side& original, Side& released, std::vector<CellCounts>& counts, const RunContext& context) {
    context.start("reading");
    while (true) {
        MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const bool moreBefore, original.fill(context));
        MANGROVE_ASSIGN(const bool moreAfter, released.fill(context));
        if (!moreBefore && !moreAfter)
            break;
        std::size_t rows = std::max(original.rowsAtHand(), released.rowsAtHand());
        if (moreBefore && moreAfter) {
            rows = std::min(original.rowsAtHand(), released.rowsAtHand());
            compareCells(original, released, rows, counts);
        }
        if (moreBefore)
            original.take(rows);
        if (moreAfter)
            released.take(rows);
        context.advance(rows);
    }
    original.finish();
    released.finish();
    return {};
}

/// The columns of both files: their places.
struct Common {
    std::vector<std::size_t> before, after;
};

Common matchColumns(const std::vector<std::string>& before, const std::vector<std::string>& after,
                    UtilityReport& report) {
    Common common;
    for (std::size_t c = 0; c < before.size(); ++c) {
        const auto found = std::find(after.begin(), after.end(), before[c]);
        if (found == after.end()) {
            report.onlyOriginal.push_back(before[c]);
            continue;
        }
        report.columns.push_back(before[c]);
        common.before.push_back(c);
        common.after.push_back(static_cast<std::size_t>(found - after.begin()));
    }
    for (const std::string& name : after) {
        if (std::find(before.begin(), before.end(), name) == before.end())
            report.onlyReleased.push_back(name);
    }
    return common;
}

/// Whether cells of the column are codes that stand for values, by the recipe or the report.
bool isReplaced(const UtilityOptions& options, const std::string& column) {
    constexpr std::array kCodes{TransformType::Pseudonym, TransformType::Surrogate, TransformType::Encrypt};
    const auto isCode = [&](std::string_view transform) {
        return std::any_of(kCodes.begin(), kCodes.end(),
                           [&](TransformType type) { return describe(type).name == transform; });
    };
    const Attribute* attribute = options.recipe == nullptr ? nullptr : options.recipe->find(column);
    if (attribute != nullptr)
        return isCode(describe(effectiveTransform(*attribute).type).name);
    return options.made != nullptr
           && std::any_of(
               options.made->columns.begin(), options.made->columns.end(),
               [&](const AppliedColumn& each) { return each.name == column && isCode(each.transform); });
}

/// The mean of the columns' change, without those that hold codes: all of their cells would have to move,
/// which is meant and says nothing about what the release is good for.
void averageChanges(UtilityReport& report) {
    std::vector<std::string> codes;
    std::size_t counted = 0;
    for (const ColumnChange& change : report.changes) {
        if (change.replaced) {
            codes.push_back(change.name);
            continue;
        }
        ++counted;
        report.meanVariation += change.totalVariation;
    }
    report.meanVariation /= static_cast<double>(std::max<std::size_t>(counted, 1));
    if (!codes.empty())
        report.notes.push_back(
            noteOf(notes::kCodesOutOfMean, {std::to_string(codes.size()), join(codes, ", ")}));
}

struct KeyedFiles {
    const std::filesystem::path& original;
    const io::ReadOptions& read;
    const std::filesystem::path& released;
    const io::ReadOptions& readReleased;
};

/// Counts the cells of rows that a key pairs. Both files are read once more, the same rows of either.
/// `counts`: of row n beside row n.
Status compareByKey(const KeyedFiles& files, const Common& common, const std::string& key,
                    std::uint32_t sampleRows, const std::vector<CellCounts>& counts, UtilityReport& report,
                    const RunContext& context) {
    const auto place = std::find(report.columns.begin(), report.columns.end(), key);
    if (place == report.columns.end())
        return Error(errors::kRiskColumnMissing, {key, join(report.columns, ", ")});
    const auto column = static_cast<std::size_t>(place - report.columns.begin());
    context.start("reading");
    KeyedRows rows(key, sampleRows);
    MANGROVE_ASSIGN(const auto before, io::RecordReader::open(files.original, files.read, context));
    MANGROVE_TRY(rows.read(*before, common.before[column], common.before, context));
    MANGROVE_ASSIGN(const auto after, io::RecordReader::open(files.released, files.readReleased, context));
    std::vector<CellCounts> ofPairs(report.columns.size());
    MANGROVE_ASSIGN(report.comparedRows,
                    rows.compare(*after, common.after[column], common.after, ofPairs, context));
    if (before->source().sha256 != report.sha256Before || after->source().sha256 != report.sha256After)
        return Error(errors::kSourceChanged, {files.original.string()});
    report.pairing = RowPairing::Key;
    // The same keys row by row: then every pair of rows was met while both files were read side by side.
    report.aligned = report.rowsBefore == report.rowsAfter && counts[column].changed == 0;
    if (report.aligned)
        report.comparedRows = report.rowsAfter;
    else if (rows.level() > 0)
        report.notes.push_back(noteOf(
            notes::kRowsSampled, {std::to_string(report.comparedRows), std::to_string(report.rowsAfter)}));
    for (std::size_t c = 0; c < report.changes.size(); ++c) {
        const CellCounts& counted = report.aligned ? counts[c] : ofPairs[c];
        report.changes[c].changed = counted.changed;
        report.changes[c].emptied = counted.emptied;
    }
    return {};
}

/// Whether the report of the release is of these two files.
bool isOf(const ApplyReport& made, const UtilityReport& report) {
    return made.inputSha256 == report.sha256Before && made.outputSha256 == report.sha256After;
}

/// What is known of whose rows are whose, without a key.
void pairRows(const ApplyReport* made, UtilityReport& report) {
    if (report.sha256Before == report.sha256After) {
        report.pairing = RowPairing::SameFile;
        report.aligned = true;
    } else if (made != nullptr && isOf(*made, report)) {
        report.pairing = RowPairing::Report;
        // a release keeps the order of rows
        report.aligned = made->rowsIn == made->rowsOut && report.rowsBefore == report.rowsAfter
                         && report.rowsBefore == made->rowsIn;
        if (!report.aligned)
            report.notes.push_back(noteOf(notes::kRowsLeftOut, {std::to_string(made->rowsIn - made->rowsOut),
                                                                std::to_string(made->rowsIn)}));
    } else {
        report.notes.push_back(noteOf(made != nullptr ? notes::kReportOfOthers : notes::kRowsUnpaired));
    }
    if (report.pairing != RowPairing::None)
        report.comparedRows = report.rowsAfter;
}

/// The changed cells of one column where rows are paired without a key.
void setChanged(const CellCounts& counted, const ApplyReport* made, const UtilityReport& report,
                ColumnChange& change) {
    if (report.aligned) {
        change.changed = counted.changed;
        change.emptied = counted.emptied;
    } else if (report.pairing == RowPairing::Report) {
        for (const AppliedColumn& column : made->columns)
            if (column.name == change.name)
                change.changed = column.changedCells;
    }
}

Result<std::optional<Hierarchy>> hierarchyOf(const UtilityOptions& options, const std::string& column) {
    const Attribute* attribute = options.recipe == nullptr ? nullptr : options.recipe->find(column);
    if (attribute == nullptr || attribute->hierarchy.empty())
        return std::optional<Hierarchy>();
    MANGROVE_ASSIGN(Hierarchy hierarchy, Hierarchy::open(attribute->hierarchy, options.hierarchyFolder));
    return std::optional<Hierarchy>(std::move(hierarchy));
}

} // namespace

std::string_view nameOf(RowPairing pairing) {
    static constexpr std::array<std::string_view, 4> kNames{"none", "same-file", "report", "key"};
    return kNames[static_cast<std::size_t>(pairing)];
}

Status UtilityOptions::validate() const {
    constexpr std::uint32_t kFewest = 10;
    if (sampleRows != 0 && (sampleRows < kFewest || sampleRows > kMostRows))
        return Error(errors::kBadOption,
                     {"sampleRows", std::to_string(sampleRows), "it must be 0 or from 10 to 131072"});
    return {};
}

Result<UtilityReport> compareUtility(const std::filesystem::path& original,
                                     const std::filesystem::path& released, const io::ReadOptions& read,
                                     const UtilityOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    io::ReadOptions readReleased;
    readReleased.header = read.header;
    readReleased.nullWords = read.nullWords;
    MANGROVE_ASSIGN(auto before, io::RecordReader::open(original, read, context));
    MANGROVE_ASSIGN(auto after, io::RecordReader::open(released, readReleased, context));
    UtilityReport report;
    const Common common = matchColumns(before->columnNames(), after->columnNames(), report);
    if (report.columns.empty())
        return Error(errors::kUtilityNoColumns,
                     {join(before->columnNames(), ", "), join(after->columnNames(), ", ")});
    const auto target = std::find(report.columns.begin(), report.columns.end(), options.target);
    if (!options.target.empty() && target == report.columns.end())
        return Error(errors::kUtilityColumn, {options.target, join(report.columns, ", ")});
    const std::uint32_t sampleRows =
        options.sampleRows > 0 ? options.sampleRows : sampleRowsFor(report.columns.size());
    Side left(std::move(before), common.before, sampleRows);
    Side right(std::move(after), common.after, sampleRows);
    std::vector<CellCounts> counts(report.columns.size());
    MANGROVE_TRY(readBoth(left, right, counts, context));
    report.rowsBefore = left.rows();
    report.rowsAfter = right.rows();
    report.sha256Before = left.reader().source().sha256;
    report.sha256After = right.reader().source().sha256;
    for (const auto& [rows, file] :
         {std::pair(report.rowsBefore, original), std::pair(report.rowsAfter, released)}) {
        if (rows == 0)
            return Error(errors::kUtilityEmpty, {file.string()});
    }
    if (options.key.empty())
        pairRows(options.made, report);

    context.start("comparing", report.columns.size());
    std::vector<LabelCover> covers;
    for (std::size_t c = 0; c < report.columns.size(); ++c) {
        MANGROVE_ASSIGN(const std::optional<Hierarchy> hierarchy, hierarchyOf(options, report.columns[c]));
        MANGROVE_ASSIGN(LabelCover cover,
                        LabelCover::make(left.tally(c), right.tally(c), hierarchy, context));
        covers.push_back(std::move(cover));
        ColumnChange change = compareColumn(left.tally(c), right.tally(c), covers.back());
        change.name = report.columns[c];
        setChanged(counts[c], options.made, report, change);
        change.replaced = isReplaced(options, change.name);
        report.changes.push_back(std::move(change));
        context.advance(1);
    }
    averageChanges(report);
    if (!options.key.empty())
        MANGROVE_TRY(compareByKey({original, read, released, readReleased}, common, options.key, sampleRows,
                                  counts, report, context));
    std::vector<ComparedColumn> columns;
    for (std::size_t c = 0; c < report.columns.size(); ++c)
        columns.push_back({&left.tally(c), &right.tally(c), &covers[c]});
    MANGROVE_ASSIGN(report.relations, compareRelations(columns, context));
    if (!options.target.empty()) {
        ModelOptions model;
        model.target = static_cast<std::size_t>(target - report.columns.begin());
        model.seed = options.seed;
        report.target = options.target;
        MANGROVE_ASSIGN(report.model, compareModel(columns, model, context));
        if (!report.aligned)
            report.notes.push_back(noteOf(notes::kModelRowsUnpaired));
    }
    return report;
}

} // namespace mangrove::deid
