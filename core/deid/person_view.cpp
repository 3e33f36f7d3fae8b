// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/person_view.h"

#include "deid/node_evaluator.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace mangrove::deid {

namespace {

constexpr std::size_t kCompactAt = 8U << 20U;

struct Signature {
    std::uint64_t a = 0x243f6a8885a308d3U, b = 0x13198a2e03707344U;
    void add(std::uint64_t value) {
        a = (a ^ value) * 0x9e3779b97f4a7c15U;
        a ^= a >> 29U;
        b = (b + value) * 0xc2b2ae3d27d4eb4fU;
        b ^= b >> 31U;
    }
    friend bool operator==(const Signature&, const Signature&) = default;
};

struct SignatureHash {
    std::size_t operator()(const Signature& signature) const noexcept { return signature.a ^ signature.b; }
};

} // namespace

bool PersonRules::hold(std::uint64_t released, std::uint64_t people) const {
    return released >= k && people >= minPopulation
           && std::all_of(presence.begin(), presence.end(),
                          [&](const auto& limits) { return presenceHolds(limits, released, people); });
}

std::uint32_t PersonView::newPerson(bool isReleased) {
    m_isReleased.push_back(isReleased);
    m_outside += isReleased ? 0 : 1;
    return m_persons++;
}

void PersonView::add(std::size_t table, std::optional<std::string_view> person, std::uint32_t combination,
                     bool isReleased) {
    Entry entry{0, static_cast<std::uint32_t>(table), combination};
    if (!person || person->empty()) {
        entry.person = newPerson(isReleased);
        m_tables[table].nameless.push_back(entry.person);
    } else {
        bool isNew = false;
        const std::uint32_t name = m_names.add(*person, isNew);
        if (isNew)
            m_personOfName.push_back(newPerson(isReleased));
        entry.person = m_personOfName[name];
    }
    if (!m_entries.empty() && m_last[table] == entry)
        return;
    m_last[table] = entry;
    m_entries.push_back(entry);
    if (m_entries.size() - m_sorted > std::max(kCompactAt, m_sorted))
        compact();
}

void PersonView::compact() {
    const auto middle = m_entries.begin() + static_cast<std::ptrdiff_t>(m_sorted);
    std::sort(middle, m_entries.end());
    std::inplace_merge(m_entries.begin(), middle, m_entries.end());
    m_entries.erase(std::unique(m_entries.begin(), m_entries.end()), m_entries.end());
    m_sorted = m_entries.size();
}

void PersonView::finish() {
    compact();
}

std::optional<std::uint32_t> PersonView::find(std::string_view person) const {
    if (person.empty())
        return std::nullopt;
    const std::uint32_t name = m_names.find(person);
    return name == table::ValueDictionary::kAbsent ? std::nullopt : std::optional(m_personOfName[name]);
}

PersonView::Classes PersonView::classes(std::span<const std::vector<std::uint32_t>> classOf) const {
    Classes classes;
    classes.classOf.resize(m_persons);
    std::unordered_map<Signature, std::uint32_t, SignatureHash> numbers;
    std::vector<std::uint64_t> seen;
    for (std::size_t i = 0; i < m_entries.size();) {
        const std::uint32_t person = m_entries[i].person;
        seen.clear();
        for (; i < m_entries.size() && m_entries[i].person == person; ++i) {
            const Entry& entry = m_entries[i];
            seen.push_back((std::uint64_t{entry.table} << 32U) | classOf[entry.table][entry.combination]);
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        Signature signature;
        for (const std::uint64_t value : seen)
            signature.add(value);
        const auto [found, isNew] =
            numbers.try_emplace(signature, static_cast<std::uint32_t>(classes.sizes.size()));
        if (isNew) {
            classes.sizes.push_back(0);
            classes.people.push_back(0);
        }
        ++classes.people[found->second];
        classes.sizes[found->second] += m_isReleased[person] ? 1 : 0;
        classes.classOf[person] = found->second;
    }
    return classes;
}

std::uint64_t PersonView::Classes::broken(const PersonRules& rules) const {
    std::uint64_t persons = 0;
    for (std::size_t c = 0; c < sizes.size(); ++c)
        persons += rules.hold(sizes[c], people[c]) ? 0 : sizes[c];
    return persons;
}

} // namespace mangrove::deid
