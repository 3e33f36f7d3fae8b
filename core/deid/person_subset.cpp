// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/person_subset.h"

#include "base/file.h"
#include "base/text.h"
#include "deid/apply_set.h"
#include "deid/input_cell.h"
#include "io/record_reader.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kMaxListBytes = 1U << 30U;

/// Calls `take(row, person)` for every row of the table; returns the hash of what was read.
template<typename Take>
Result<std::string> eachPerson(const LinkedTable& table, const RowSubset* subset, const RunContext& context,
                               const Take& take) {
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(table.input, table.read, context));
    const auto& names = reader->columnNames();
    const auto found = std::find(names.begin(), names.end(), table.person);
    if (found == names.end())
        return Error(errors::kRecipeColumnMissing, {table.person, join(names, ", ")});
    const auto column = static_cast<std::size_t>(found - names.begin());
    context.start("finding persons", 0);
    io::RecordBatch batch;
    while (true) {
        MANGROVE_ASSIGN(const bool more, reader->next(batch, context));
        if (!more)
            break;
        for (std::size_t i = 0; i < batch.rows(); ++i)
            take(batch.firstRow() + i, personOf(cellOf(batch, column, i)).value_or(std::string_view()));
        context.advance(batch.rows());
        MANGROVE_TRY(context.check());
    }
    if (subset != nullptr)
        MANGROVE_TRY(subset->fits(reader->rowsRead()));
    return reader->source().sha256;
}

Status readList(const PersonList& list, const std::filesystem::path& folder,
                table::ValueDictionary& persons) {
    bool isNew = false;
    for (const std::string& person : list.persons)
        persons.add(person, isNew);
    if (list.file.empty())
        return {};
    MANGROVE_ASSIGN(const std::string text, readFile(folder / list.file, kMaxListBytes));
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view person = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!person.empty() && person.back() == '\r')
            person.remove_suffix(1);
        if (!person.empty())
            persons.add(person, isNew);
    }
    return {};
}

/// The table whose recipe names the subset, if one does.
Result<std::optional<std::size_t>> namingTable(const std::vector<LinkedTable>& tables, bool hasList) {
    std::optional<std::size_t> naming;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        if (!tables[t].recipe.subset)
            continue;
        if (naming || hasList)
            return Error(
                errors::kRecipeSetInvalid,
                {"names the released persons in several places; keep one, it counts for all tables"});
        naming = t;
    }
    return naming;
}

} // namespace

Result<std::optional<PersonSubset>> findPersonSubset(const std::vector<LinkedTable>& tables,
                                                     const std::optional<PersonList>& list,
                                                     const std::filesystem::path& folder,
                                                     const RunContext& context) {
    MANGROVE_ASSIGN(const auto naming, namingTable(tables, list.has_value()));
    if (!naming && !list)
        return std::optional<PersonSubset>();
    table::ValueDictionary persons;
    std::shared_ptr<const RowSubset> named;
    if (list)
        MANGROVE_TRY(readList(*list, folder, persons));
    if (naming) {
        const LinkedTable& table = tables[*naming];
        MANGROVE_ASSIGN(named, RowSubset::of(table.recipe, table.hierarchyFolder));
        MANGROVE_TRY(eachPerson(table, named.get(), context, [&](std::uint64_t row, std::string_view person) {
            bool isNew = false;
            if (!person.empty() && named->contains(row))
                persons.add(person, isNew);
        }));
    }
    PersonSubset subset;
    std::vector<bool> seen(persons.size(), false);
    for (std::size_t t = 0; t < tables.size(); ++t) {
        PersonRows& mine = subset.tables.emplace_back();
        std::vector<std::uint64_t> rows;
        const RowSubset* own = naming == t ? named.get() : nullptr;
        const auto take = [&](std::uint64_t row, std::string_view person) {
            const std::uint32_t number = persons.find(person);
            const bool isNamed = own != nullptr && own->contains(row);
            if (number == table::ValueDictionary::kAbsent && !(isNamed && person.empty()))
                return;
            if (number != table::ValueDictionary::kAbsent)
                seen[number] = true;
            mine.beyond += own == nullptr || isNamed ? 0 : 1;
            rows.push_back(row);
        };
        MANGROVE_ASSIGN(mine.sourceSha256, eachPerson(tables[t], nullptr, context, take));
        mine.rows = RowSubset::ofRows(std::move(rows));
    }
    subset.absent = static_cast<std::uint64_t>(std::count(seen.begin(), seen.end(), false));
    return std::optional(std::move(subset));
}

} // namespace mangrove::deid
