// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_data.h"

#include "base/text.h"
#include "table/value_dictionary.h"

#include <algorithm>
#include <array>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kRowsBetweenPolls = 16'384;
/// Places that are looked at to say that an original row can be nowhere; beyond, it is not said.
constexpr std::uint64_t kMostPlaces = 256;

std::vector<std::string> columnNamesOf(const table::Table& table) {
    std::vector<std::string> names;
    for (const table::Column& column : table.columns())
        names.push_back(column.name);
    return names;
}

Error columnAbsent(const std::string& name, const table::Table& table) {
    return Error(errors::kRiskColumnMissing, {name, join(columnNamesOf(table), ", ")});
}

std::vector<std::string_view> textsOf(const table::Column& column) {
    return {column.dictionary.begin(), column.dictionary.end()};
}

/// Codes with the missing cell as the last of `size` codes.
std::vector<std::uint32_t> codesOf(const table::Column& column, std::uint64_t rows, std::uint32_t size) {
    std::vector<std::uint32_t> codes(rows);
    for (std::uint64_t row = 0; row < rows; ++row) {
        const std::uint32_t code = column.codes[row];
        codes[row] = code == table::kNullCode ? size - 1 : code;
    }
    return codes;
}

bool fits(const AttackData& data, const std::vector<std::size_t>& columns, std::uint64_t original,
          std::uint64_t released) {
    return std::all_of(columns.begin(), columns.end(), [&](std::size_t c) {
        return data.columns[c].covers(data.released[c][released], data.original[c][original]);
    });
}

/// Original rows that no released row can have been made of, given its first and last fit.
Status findLeftOut(const AttackData& data, const std::vector<std::size_t>& columns,
                   const std::vector<std::uint64_t>& last, RowMatch& match, const RunContext& context) {
    const auto& first = match.originalOf;
    std::uint64_t from = 0;
    for (std::uint64_t row = 0; row < data.originalRows; ++row) {
        if (row % kRowsBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        while (from < last.size() && last[from] < row)
            ++from;
        bool isPossible = false;
        for (std::uint64_t place = from; place < first.size() && first[place] <= row && !isPossible; ++place)
            isPossible = place - from >= kMostPlaces || fits(data, columns, row, place);
        if (!isPossible)
            match.leftOut.push_back(row);
    }
    return {};
}

} // namespace

std::string_view nameOf(RowMatchBy by) {
    static constexpr std::array<std::string_view, 3> kNames{"none", "order", "id"};
    return kNames[static_cast<std::size_t>(by)];
}

Result<AttackData> AttackData::make(const table::Table& original, const table::Table& released,
                                    const table::Table* control, const Plan* plan,
                                    const std::string& idColumn, const RunContext& context) {
    AttackData data;
    data.originalRows = original.rows();
    data.releasedRows = released.rows();
    data.controlRows = control == nullptr ? 0 : control->rows();
    for (std::size_t c = 0; c < original.columnCount(); ++c) {
        const table::Column& raw = original.column(c);
        const auto index = released.columnIndex(raw.name);
        if (!index || raw.name == idColumn)
            continue;
        const table::Column& made = released.column(*index);
        std::vector<std::string_view> values = textsOf(raw);
        std::vector<std::uint32_t> ofControl; ///< value code by code of the control's dictionary
        if (control != nullptr) {
            const auto other = control->columnIndex(raw.name);
            if (!other)
                return columnAbsent(raw.name, *control);
            table::ValueDictionary known; // numbers them as they stand, since none repeats
            bool isNew = false;
            for (std::uint32_t code = 0; code < values.size(); ++code) {
                if (code % kRowsBetweenPolls == 0)
                    MANGROVE_TRY(context.check());
                known.add(values[code], isNew);
            }
            for (const std::string& text : control->column(*other).dictionary) {
                if (ofControl.size() % kRowsBetweenPolls == 0)
                    MANGROVE_TRY(context.check());
                ofControl.push_back(known.add(text, isNew));
                if (isNew)
                    values.push_back(text);
            }
            const auto missing = static_cast<std::uint32_t>(values.size());
            auto& cells = data.control.emplace_back(control->rows());
            for (std::uint64_t row = 0; row < control->rows(); ++row) {
                if (row % kRowsBetweenPolls == 0)
                    MANGROVE_TRY(context.check());
                const std::uint32_t code = control->column(*other).codes[row];
                cells[row] = code == table::kNullCode ? missing : ofControl[code];
            }
        }
        // Without a recipe nobody knows which empty cells were emptied.
        const auto emptyCells = released.counts(*index).nulls > 0 ? EmptyCells::Anything : EmptyCells::None;
        MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(AttackColumn column, AttackColumn::make(raw.name, values, textsOf(made), emptyCells,
                                                                plan == nullptr ? nullptr : &plan->columns[c],
                                                                original.source().nullWords, context));
        data.original.push_back(codesOf(raw, original.rows(), column.values()));
        MANGROVE_TRY(context.check());
        data.released.push_back(codesOf(made, released.rows(), column.labels()));
        data.columns.push_back(std::move(column));
    }
    if (data.columns.empty())
        return Error(errors::kAttackNoColumns,
                     {join(columnNamesOf(original), ", "), join(columnNamesOf(released), ", ")});
    return data;
}

std::optional<std::size_t> AttackData::find(std::string_view column) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const AttackColumn& each) { return each.name() == column; });
    if (found == columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

Result<RowMatch> matchRowsByOrder(const AttackData& data, const RunContext& context) {
    context.start("matching", data.originalRows);
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < data.columns.size(); ++c) {
        if (data.columns[c].relation() == LabelRelation::Covers)
            columns.push_back(c);
    }
    RowMatch match;
    const std::uint64_t originals = data.originalRows;
    const std::uint64_t rows = data.releasedRows;
    if (rows == 0 || rows > originals || columns.empty())
        return match;
    std::vector<std::uint64_t> first(rows), last(rows);
    std::uint64_t place = 0;
    for (std::uint64_t row = 0; row < originals && place < rows; ++row) {
        if (row % kRowsBetweenPolls == 0) {
            MANGROVE_TRY(context.check());
            context.advance(kRowsBetweenPolls);
        }
        if (fits(data, columns, row, place))
            first[place++] = row;
    }
    if (place < rows) {
        match.firstUnmatched = place;
        return match;
    }
    for (std::uint64_t row = originals; row-- > 0 && place > 0;) {
        if (row % kRowsBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        if (fits(data, columns, row, place - 1))
            last[--place] = row;
    }
    match.by = RowMatchBy::Order;
    match.releasedOf.assign(originals, RowMatch::kNone);
    for (std::uint64_t row = 0; row < rows; ++row) {
        match.releasedOf[first[row]] = row;
        match.uncertain += first[row] != last[row] ? 1U : 0U;
    }
    match.originalOf = std::move(first);
    MANGROVE_TRY(findLeftOut(data, columns, last, match, context));
    return match;
}

Result<RowMatch> matchRowsById(const table::Table& original, const table::Table& released,
                               const std::string& column, const RunContext& context) {
    const auto raw = original.columnIndex(column);
    const auto made = released.columnIndex(column);
    if (!raw)
        return columnAbsent(column, original);
    if (!made)
        return columnAbsent(column, released);
    table::ValueDictionary rows; // numbers them by row where none is missing or repeats
    std::uint64_t repeated = 0;
    for (std::uint64_t row = 0; row < original.rows(); ++row) {
        if (row % kRowsBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        const auto value = original.cell(*raw, row);
        bool isNew = false;
        if (value)
            rows.add(*value, isNew);
        repeated += isNew ? 0U : 1U;
    }
    if (repeated > 0)
        return Error(errors::kAttackIdRepeated, {column, std::to_string(repeated)});
    RowMatch match;
    match.by = RowMatchBy::Id;
    match.releasedOf.assign(original.rows(), RowMatch::kNone);
    std::uint64_t foreign = 0;
    for (std::uint64_t row = 0; row < released.rows(); ++row) {
        if (row % kRowsBetweenPolls == 0)
            MANGROVE_TRY(context.check());
        const auto value = released.cell(*made, row);
        const std::uint32_t found = value ? rows.find(*value) : table::ValueDictionary::kAbsent;
        if (found == table::ValueDictionary::kAbsent) {
            ++foreign;
            continue;
        }
        std::uint64_t& place = match.releasedOf[found];
        repeated += place == RowMatch::kNone ? 0U : 1U;
        place = row;
        match.originalOf.push_back(found);
    }
    if (repeated > 0)
        return Error(errors::kAttackIdRepeated, {column, std::to_string(repeated)});
    if (foreign > 0)
        return Error(errors::kAttackIdForeign, {column, std::to_string(foreign)});
    for (std::uint64_t row = 0; row < original.rows(); ++row) {
        if (match.releasedOf[row] == RowMatch::kNone)
            match.leftOut.push_back(row);
    }
    return match;
}

} // namespace mangrove::deid
