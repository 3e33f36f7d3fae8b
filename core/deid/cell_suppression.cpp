// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/cell_suppression.h"

#include "deid/number_cell.h"

namespace mangrove::deid {

CellSuppressor::CellSuppressor(const CellSuppression& options, const std::vector<std::string>& rare)
    : m_values(options.values.begin(), options.values.end()), m_lower(options.lower), m_upper(options.upper) {
    m_values.insert(rare.begin(), rare.end());
}

bool CellSuppressor::empties(std::string_view cell) const {
    if (m_values.find(std::string(cell)) != m_values.end())
        return true;
    if (!m_lower && !m_upper)
        return false;
    const auto number = parseCellNumber(cell);
    return number && ((m_lower && number->value < *m_lower) || (m_upper && number->value > *m_upper));
}

} // namespace mangrove::deid
