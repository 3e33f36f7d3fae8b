// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value_dictionary.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// The joined view of linked tables: for each person which combinations of quasi-identifiers her rows have in
/// each table. Two persons look alike when, in every table, the same generalised combinations occur with
/// them, however often: then nobody who knows all about one of them tells her from the other. Memory grows
/// with persons and their distinct combinations, not with rows. One thread.
class PersonView {
public:
    explicit PersonView(std::size_t tables) : m_tables(tables), m_last(tables) {}

    /// A row of `table` with the combination's number. A row without a person stands for one of its own.
    void add(std::size_t table, std::optional<std::string_view> person, std::uint32_t combination);
    /// Sorts; to be called once, after the last add().
    void finish();

    [[nodiscard]] std::uint64_t persons() const { return m_persons; }
    /// The person's number, or nullopt for a missing one (whose rows are numbered in the order of add()).
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view person) const;

    /// Which persons look alike once combination c of table t has become class classOf[t][c]: a class number
    /// for each person, and how many persons each class has. Exact but for hash collisions (below n^2/2^128).
    struct Classes {
        std::vector<std::uint32_t> classOf; ///< by person
        std::vector<std::uint64_t> sizes;
        /// Persons in classes smaller than k.
        [[nodiscard]] std::uint64_t below(std::uint64_t k) const;
    };
    [[nodiscard]] Classes classes(std::span<const std::vector<std::uint32_t>> classOf) const;

    /// Numbers of the persons that rows without one became, by table and in the order of add().
    [[nodiscard]] std::span<const std::uint32_t> nameless(std::size_t table) const {
        return m_tables[table].nameless;
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
    std::uint32_t m_persons = 0;
    std::size_t m_sorted = 0; ///< entries before this one are sorted and unique
    void compact();
};

} // namespace mangrove::deid
