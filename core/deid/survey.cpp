// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/survey.h"

#include "base/text.h"
#include "deid/apply.h"
#include "deid/input_cell.h"
#include "deid/number_cell.h"
#include "deid/row_subset.h"
#include "io/record_reader.h"
#include "table/table.h"
#include "table/value_dictionary.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kRowsBetweenChecks = 8192;

/// Counts of the distinct values of one column.
struct ValueCounts {
    table::ValueDictionary values;
    std::vector<std::uint64_t> counts;

    void add(std::string_view text) {
        bool isNew = false;
        const std::uint32_t number = values.add(text, isNew);
        if (isNew)
            counts.push_back(0);
        ++counts[number];
    }
};

/// One column of which every row is remembered.
struct RowColumn {
    std::string name;
    std::size_t index = 0;
    Transform transform;
    table::ValueDictionary values;
    std::vector<std::uint32_t> codeOf;
    static constexpr std::uint32_t kMissing = table::ValueDictionary::kAbsent;
};

struct Group {
    std::vector<RowColumn> columns;
    bool hasQuasi = false; ///< of the population's rows too: their values are compared with the released ones
    std::vector<bool> takes; ///< by row
};

/// Rows (of those that count) by which of the group's columns are missing in them.
std::map<std::vector<bool>, std::vector<std::uint32_t>>
patternsOf(const Group& group, const std::vector<std::vector<bool>>& has) {
    std::map<std::vector<bool>, std::vector<std::uint32_t>> patterns;
    std::vector<bool> pattern(group.columns.size());
    for (std::uint32_t row = 0; row < group.takes.size(); ++row) {
        if (!group.takes[row])
            continue;
        for (std::size_t c = 0; c < pattern.size(); ++c)
            pattern[c] = has[c][row];
        patterns[pattern].push_back(row);
    }
    return patterns;
}

} // namespace

/// Makes a Survey: told of each row, then finished.
class Surveyor {
public:
    Surveyor(const Recipe& recipe, const Keys& keys, const RowSubset* subset)
        : m_recipe(recipe), m_keys(keys), m_subset(subset) {}

    static bool isNeeded(const Recipe& recipe) {
        return std::any_of(
            recipe.attributes.begin(), recipe.attributes.end(),
            [](const Attribute& attribute) { return needsSurvey(effectiveTransform(attribute)); });
    }

    Status bind(const std::vector<std::string>& names);
    template<typename CellAt>
    void addRow(const CellAt& cellAt, std::uint64_t row);
    Result<std::shared_ptr<const Survey>> finish(std::string sha256, const RunContext& context);

private:
    struct CountedColumn {
        std::string name;
        std::size_t index = 0;
        Transform transform;
        bool isQuasi = false;
        ValueCounts counts;
    };
    Status finishGroup(Group& group, Survey& survey, const RunContext& context);
    Status aggregate(Group& group, const std::vector<std::vector<double>>& numbers,
                     const std::vector<std::uint32_t>& rows, const std::vector<bool>& pattern,
                     std::vector<RowTexts>& texts, const RunContext& context);
    Status permute(const Group& group, std::vector<std::uint32_t> rows, const std::string& name,
                   std::vector<RowTexts>& texts);

    const Recipe& m_recipe;
    const Keys& m_keys;
    const RowSubset* m_subset;
    std::vector<CountedColumn> m_counted;
    std::vector<Group> m_groups;
    std::optional<RowSampler> m_sampler;
    std::optional<std::size_t> m_person;
};

Status Surveyor::bind(const std::vector<std::string>& names) {
    const auto indexOf = [&](const std::string& name) -> Result<std::size_t> {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            return Error(errors::kRecipeColumnMissing, {name, join(names, ", ")});
        return static_cast<std::size_t>(found - names.begin());
    };
    std::map<std::string, std::size_t> groups;
    for (const Attribute& attribute : m_recipe.attributes) {
        const Transform transform = effectiveTransform(attribute);
        if (!needsSurvey(transform))
            continue;
        MANGROVE_ASSIGN(const std::size_t index, indexOf(attribute.column));
        const bool isQuasi = attribute.role == AttributeRole::Quasi;
        if (transform.type == TransformType::Bin || transform.type == TransformType::SuppressCells) {
            m_counted.push_back({attribute.column, index, transform, isQuasi, {}});
            continue;
        }
        // A group is of one transform; a column without one is a group of its own.
        const std::string key = std::string(describe(transform.type).name) + '\n'
                                + (transform.group.empty() ? "\n" + attribute.column : transform.group);
        const auto [group, isNew] = groups.try_emplace(key, m_groups.size());
        if (isNew)
            m_groups.emplace_back();
        Group& into = m_groups[group->second];
        into.columns.push_back({attribute.column, index, transform, {}, {}});
        into.hasQuasi = into.hasQuasi || isQuasi;
    }
    if (m_recipe.sample) {
        MANGROVE_ASSIGN(RowSampler sampler,
                        RowSampler::make(*m_recipe.sample, m_recipe.recipient, m_keys.pseudonymKey));
        m_sampler.emplace(std::move(sampler));
        if (!m_recipe.sample->person.empty()) {
            MANGROVE_ASSIGN(m_person, indexOf(m_recipe.sample->person));
        }
    }
    return {};
}

template<typename CellAt>
void Surveyor::addRow(const CellAt& cellAt, std::uint64_t row) {
    const bool taken =
        !m_sampler || m_sampler->takes(row, m_person ? personOf(cellAt(*m_person)) : std::nullopt);
    const bool released = taken && (m_subset == nullptr || m_subset->contains(row));
    for (CountedColumn& column : m_counted) {
        const bool counts = column.isQuasi ? taken : released;
        if (const InputCell cell = cellAt(column.index); counts && !cell.missing)
            column.counts.add(cell.text);
    }
    for (Group& group : m_groups) {
        const bool takes = group.hasQuasi ? taken : released;
        group.takes.push_back(takes);
        for (RowColumn& column : group.columns) {
            const InputCell cell = cellAt(column.index);
            bool isNew = false;
            column.codeOf.push_back(takes && !cell.missing ? column.values.add(cell.text, isNew)
                                                           : RowColumn::kMissing);
        }
    }
}

Status Surveyor::aggregate(Group& group, const std::vector<std::vector<double>>& numbers,
                           const std::vector<std::uint32_t>& rows, const std::vector<bool>& pattern,
                           std::vector<RowTexts>& texts, const RunContext& context) {
    std::uint32_t k = 2;
    for (const RowColumn& column : group.columns)
        k = std::max(k, column.transform.size);
    std::vector<std::size_t> present;
    std::vector<std::vector<double>> values;
    for (std::size_t c = 0; c < pattern.size(); ++c) {
        if (!pattern[c])
            continue;
        present.push_back(c);
        std::vector<double>& column = values.emplace_back();
        for (const std::uint32_t row : rows)
            column.push_back(numbers[c][group.columns[c].codeOf[row]]);
    }
    if (present.empty() || rows.size() < k)
        return {}; // their cells stay emptied
    MANGROVE_ASSIGN(const auto groupOf, microAggregate(values, k, context));
    const std::uint32_t groups = *std::max_element(groupOf.begin(), groupOf.end()) + 1;
    for (std::size_t i = 0; i < present.size(); ++i) {
        RowTexts& into = texts[present[i]];
        const RowColumn& column = group.columns[present[i]];
        std::uint32_t decimals = 0;
        for (const std::uint32_t row : rows)
            decimals = std::max(decimals, parseCellNumber(column.values.text(column.codeOf[row]))->decimals);
        // A mean lies between the values; two digits more keep it from colliding with them.
        decimals += column.transform.average == Average::Mean ? 2U : 0U;
        const auto first = static_cast<std::uint32_t>(into.texts.size());
        for (const double average : averagesOf(values[i], groupOf, groups, column.transform.average)) {
            std::string text = numberText(average, decimals);
            if (text.find('.') != std::string::npos) {
                text.erase(text.find_last_not_of('0') + 1);
                if (text.back() == '.')
                    text.pop_back();
            }
            into.texts.push_back(std::move(text));
        }
        for (std::size_t r = 0; r < rows.size(); ++r)
            into.codeOf[rows[r]] = first + groupOf[r];
    }
    return {};
}

Status Surveyor::permute(const Group& group, std::vector<std::uint32_t> rows, const std::string& name,
                         std::vector<RowTexts>& texts) {
    if (rows.size() < 2)
        return {}; // nobody to change places with: the cells stay emptied
    MANGROVE_ASSIGN(const KeyedFunction function,
                    KeyedFunction::make(m_keys.pseudonymKey, KeyPurpose::Permute, m_recipe.recipient, name));
    KeyedRandom random(function, std::to_string(rows.front()) + ' ');
    std::vector<std::uint32_t> from = rows;
    for (std::size_t i = from.size() - 1; i > 0; --i)
        std::swap(from[i], from[random.below(i + 1)]);
    for (std::size_t c = 0; c < group.columns.size(); ++c) {
        const RowColumn& column = group.columns[c];
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::uint32_t code = column.codeOf[from[i]];
            if (code != RowColumn::kMissing)
                texts[c].codeOf[rows[i]] = code;
        }
    }
    return {};
}

Status Surveyor::finishGroup(Group& group, Survey& survey, const RunContext& context) {
    const bool aggregates = group.columns[0].transform.type == TransformType::MicroAggregate;
    const std::size_t n = group.takes.size();
    std::vector<RowTexts> texts(group.columns.size());
    std::vector<std::vector<double>> numbers(group.columns.size());
    std::vector<std::vector<bool>> has;
    for (std::size_t c = 0; c < group.columns.size(); ++c) {
        const RowColumn& column = group.columns[c];
        texts[c].codeOf.assign(n, RowTexts::kEmptied);
        std::vector<bool> isNumber;
        for (std::uint32_t code = 0; code < column.values.size(); ++code) {
            if (!aggregates) {
                texts[c].texts.emplace_back(column.values.text(code));
                continue;
            }
            const auto number = parseCellNumber(column.values.text(code));
            numbers[c].push_back(number ? number->value : 0);
            isNumber.push_back(number.has_value());
        }
        std::vector<bool>& there = has.emplace_back(n);
        for (std::size_t row = 0; row < n; ++row) {
            const std::uint32_t code = column.codeOf[row];
            there[row] = code != RowColumn::kMissing && (!aggregates || isNumber[code]);
            if (code != RowColumn::kMissing && !there[row])
                texts[c].codeOf[row] = RowTexts::kUnreadable;
        }
    }
    std::string name;
    for (const RowColumn& column : group.columns)
        name += column.name + '\n';
    for (auto& [pattern, rows] : patternsOf(group, has)) {
        MANGROVE_TRY(context.check());
        if (aggregates)
            MANGROVE_TRY(aggregate(group, numbers, rows, pattern, texts, context));
        else
            MANGROVE_TRY(permute(group, std::move(rows), name, texts));
    }
    for (std::size_t c = 0; c < group.columns.size(); ++c)
        survey.m_columns[group.columns[c].name].rows = std::make_shared<const RowTexts>(std::move(texts[c]));
    return {};
}

Result<std::shared_ptr<const Survey>> Surveyor::finish(std::string sha256, const RunContext& context) {
    auto survey = std::make_shared<Survey>();
    survey->m_sha256 = std::move(sha256);
    for (CountedColumn& column : m_counted) {
        ColumnSurvey& into = survey->m_columns[column.name];
        const ValueCounts& counts = column.counts;
        if (column.transform.type == TransformType::SuppressCells) {
            for (std::uint32_t number = 0; number < counts.values.size(); ++number) {
                if (counts.counts[number] < column.transform.size)
                    into.rare.emplace_back(counts.values.text(number));
            }
            continue;
        }
        std::vector<WeightedNumber> numbers;
        for (std::uint32_t number = 0; number < counts.values.size(); ++number) {
            if (const auto cell = parseCellNumber(counts.values.text(number)))
                numbers.push_back({cell->value, counts.counts[number]});
        }
        into.quantileEdges = quantileEdgesOf(numbers, column.transform.bin.quantiles);
    }
    for (Group& group : m_groups)
        MANGROVE_TRY(finishGroup(group, *survey, context));
    return std::shared_ptr<const Survey>(std::move(survey));
}

Result<std::shared_ptr<const Survey>> Survey::ofFile(const std::filesystem::path& input,
                                                     const io::ReadOptions& read, const Recipe& recipe,
                                                     const Keys& keys, const RowSubset* subset,
                                                     const RunContext& context) {
    if (!Surveyor::isNeeded(recipe))
        return std::shared_ptr<const Survey>();
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(input, read, context));
    Surveyor surveyor(recipe, keys, subset);
    MANGROVE_TRY(surveyor.bind(reader->columnNames()));
    context.start("surveying");
    io::RecordBatch batch;
    while (true) {
        MANGROVE_ASSIGN(const bool more, reader->next(batch, context));
        if (!more)
            break;
        for (std::size_t row = 0; row < batch.rows(); ++row)
            surveyor.addRow([&](std::size_t column) { return cellOf(batch, column, row); },
                            batch.firstRow() + row);
        context.advance(batch.rows());
        MANGROVE_TRY(context.check());
    }
    return surveyor.finish(reader->source().sha256, context);
}

Result<std::shared_ptr<const Survey>> Survey::ofTable(const table::Table& table, const Recipe& recipe,
                                                      const Keys& keys, const RowSubset* subset,
                                                      const RunContext& context) {
    if (!Surveyor::isNeeded(recipe))
        return std::shared_ptr<const Survey>();
    std::vector<std::string> names;
    for (const table::Column& column : table.columns())
        names.push_back(column.name);
    Surveyor surveyor(recipe, keys, subset);
    MANGROVE_TRY(surveyor.bind(names));
    for (std::uint64_t row = 0; row < table.rows(); ++row) {
        if (row % kRowsBetweenChecks == 0)
            MANGROVE_TRY(context.check());
        surveyor.addRow([&](std::size_t column) { return cellOf(table, column, row); }, row);
    }
    return surveyor.finish({}, context);
}

const ColumnSurvey* Survey::find(std::string_view column) const {
    const auto found = m_columns.find(column);
    return found == m_columns.end() ? nullptr : &found->second;
}

} // namespace mangrove::deid
