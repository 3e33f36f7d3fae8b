// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/cell_worker.h"

namespace mangrove::deid {

namespace {

constexpr std::size_t kMostKnown = 200'000;
constexpr std::size_t kLongestKnown = 64;
/// After so many questions at least half must have been answered from memory, or it is not worth it.
constexpr std::uint64_t kTrial = 20'000;

} // namespace

CellFate CellWorker::apply(std::string_view cell, std::optional<std::string_view> person, std::uint64_t row,
                           std::string_view& out) {
    CellInput input;
    input.text = cell;
    input.row = row;
    switch (m_function->dependsOn()) {
    case CellFunction::DependsOn::Value:
        if (m_remembers && cell.size() <= kLongestKnown)
            return remembered(input, out);
        break;
    case CellFunction::DependsOn::Person:
        if (person && !person->empty())
            input.offset = offsetOf(*person);
        break;
    case CellFunction::DependsOn::Row:
        break;
    }
    const CellFate fate = m_function->apply(input, m_scratch);
    out = m_scratch;
    return fate;
}

CellFate CellWorker::remembered(const CellInput& cell, std::string_view& out) {
    if (m_known.size() >= kMostKnown) {
        m_values.clear();
        m_known.clear();
    }
    ++m_asked;
    bool isNew = false;
    const std::uint32_t number = m_values.add(cell.text, isNew);
    if (isNew) {
        Known& known = m_known.emplace_back();
        known.fate = m_function->apply(cell, known.text);
        if (m_asked == kTrial && m_known.size() * 2 > kTrial) {
            m_scratch = std::move(known.text);
            const CellFate fate = known.fate;
            m_remembers = false;
            m_values.clear();
            m_known = {};
            out = m_scratch;
            return fate;
        }
    }
    out = m_known[number].text;
    return m_known[number].fate;
}

std::int32_t CellWorker::offsetOf(std::string_view person) {
    // Rows of one person often stand together.
    if (m_lastOffset && person == m_lastPerson)
        return *m_lastOffset;
    if (m_offsets.size() >= kMostKnown) {
        m_persons.clear();
        m_offsets.clear();
    }
    bool isNew = false;
    const std::uint32_t number = m_persons.add(person, isNew);
    if (isNew)
        m_offsets.push_back(m_function->offsetOf(person));
    m_lastPerson = person;
    m_lastOffset = m_offsets[number];
    return *m_lastOffset;
}

} // namespace mangrove::deid
