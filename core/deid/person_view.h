// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value_dictionary.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace mangrove::deid {

/// What the joined view asks of every class of persons that look alike in all tables.
struct PersonRules {
    std::uint64_t k = 1;                             ///< so many of them are released, at least
    std::uint64_t minPopulation = 0;                 ///< k-map: so many people, released or not, at least
    std::vector<std::pair<double, double>> presence; ///< delta-presence: least and most released / people
    [[nodiscard]] bool hold(std::uint64_t released, std::uint64_t people) const;
};

/// The joined view of linked tables: for each person which combinations of quasi-identifiers her rows have in
/// each table. Two persons look alike when, in every table, the same generalised combinations occur with
/// them, however often: then nobody who knows all about one of them tells her from the other. Memory grows
/// with persons and their distinct combinations, not with rows. One thread.
class PersonView {
public:
    explicit PersonView(std::size_t tables) : m_tables(tables), m_last(tables) {}

    /// A row of `table` with the combination's number. A row without a person stands for one of its own.
    /// `isReleased`: false for a row of somebody outside the research subset, who only stands for the
    /// population; the same for all rows of a person.
    void add(std::size_t table, std::optional<std::string_view> person, std::uint32_t combination,
             bool isReleased = true);
    /// Sorts; to be called once, after the last add().
    void finish();

    [[nodiscard]] std::uint64_t persons() const { return m_persons; }
    /// Persons of the research subset; all where there is none.
    [[nodiscard]] std::uint64_t releasedPersons() const { return m_persons - m_outside; }
    [[nodiscard]] bool isReleased(std::uint32_t person) const { return m_isReleased[person]; }
    /// The person's number, or nullopt for a missing one (whose rows are numbered in the order of add()).
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view person) const;

    /// Which persons look alike once combination c of table t has become class classOf[t][c]: a class number
    /// for each person, and how many persons each class has. Exact but for hash collisions (below n^2/2^128).
    struct Classes {
        std::vector<std::uint32_t> classOf; ///< by person
        std::vector<std::uint64_t> sizes;   ///< released persons
        std::vector<std::uint64_t> people;  ///< these and those who only stand for the population
        /// Released persons in classes that break the rules.
        [[nodiscard]] std::uint64_t broken(const PersonRules& rules) const;
        /// Whether the person's class is released.
        [[nodiscard]] bool keeps(std::uint32_t person, const PersonRules& rules) const {
            return rules.hold(sizes[classOf[person]], people[classOf[person]]);
        }
    };
    [[nodiscard]] Classes classes(std::span<const std::vector<std::uint32_t>> classOf) const;

    /// Numbers of the persons that rows without one became, by table and in the order of add().
    [[nodiscard]] std::span<const std::uint32_t> nameless(std::size_t table) const {
        return m_tables[table].nameless;
    }

    /// Calls `take(person, table, combination)` for every combination of every person; after finish().
    template<typename Take>
    void eachEntry(const Take& take) const {
        for (const Entry& entry : m_entries)
            take(entry.person, entry.table, entry.combination);
    }

private:
    struct Entry {
        std::uint32_t person = 0;
        std::uint32_t table = 0;
        std::uint32_t combination = 0;
        friend auto operator<=>(const Entry&, const Entry&) = default; // NOLINT(modernize-use-nullptr)
    };
    struct TableRows {
        std::vector<std::uint32_t> nameless;
    };
    table::ValueDictionary m_names;
    std::vector<std::uint32_t> m_personOfName;
    std::vector<TableRows> m_tables;
    std::vector<Entry> m_last; ///< the entry added last, by table: rows of a person often stand together
    std::vector<Entry> m_entries;
    std::vector<bool> m_isReleased; ///< by person
    std::uint32_t m_persons = 0;
    std::uint32_t m_outside = 0; ///< persons who are not released
    std::size_t m_sorted = 0;    ///< entries before this one are sorted and unique
    void compact();
    [[nodiscard]] std::uint32_t newPerson(bool isReleased);
};

} // namespace mangrove::deid
