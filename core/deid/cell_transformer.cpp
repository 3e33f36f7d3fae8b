// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/cell_transformer.h"

#include "deid/apply.h"
#include "deid/cell_date.h"

namespace mangrove::deid {

Result<CellTransformer> CellTransformer::make(const Transform& transform, const std::string& column,
                                              const std::string& recipient, const Keys& keys) {
    CellTransformer made(transform);
    if (transform.type == TransformType::Pseudonym) {
        MANGROVE_ASSIGN(made.m_function,
                        KeyedFunction::make(keys.pseudonymKey, KeyedFunction::Purpose::Pseudonym, recipient,
                                            transform.domain.empty() ? column : transform.domain));
    } else if (transform.type == TransformType::DateShift) {
        MANGROVE_ASSIGN(made.m_function,
                        KeyedFunction::make(keys.dateShiftKey, KeyedFunction::Purpose::DateShift, recipient,
                                            transform.domain.empty() ? transform.person : transform.domain));
    }
    return made;
}

CellFate CellTransformer::apply(std::string_view cell, std::optional<std::string_view> person,
                                std::string& out) const {
    switch (m_transform.type) {
    case TransformType::Mask:
        out = maskText(cell, m_transform.keepFirst, m_transform.keepLast, m_transform.maskWith);
        return CellFate::Written;
    case TransformType::Pseudonym:
        out = m_function->pseudonym(cell);
        return CellFate::Written;
    case TransformType::DateShift: {
        const auto date = parseCellDate(cell);
        if (!date)
            return CellFate::Unreadable;
        if (!person)
            return CellFate::PersonMissing;
        out = shiftCellDate(*date, m_function->offset(*person, m_transform.rangeDays));
        return CellFate::Written;
    }
    case TransformType::Keep:
    case TransformType::Suppress:
    case TransformType::Generalise:
        break;
    }
    out = cell;
    return CellFate::Written;
}

} // namespace mangrove::deid
