// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/word_table.h"

#include <QCoreApplication>
#include <algorithm>

namespace mangrove::ui {

std::optional<QString> wordText(std::span<const WordText> table, const char* context, std::string_view core) {
    const auto known =
        std::find_if(table.begin(), table.end(), [&](const WordText& word) { return word.core == core; });
    return known == table.end() ? std::nullopt
                                : std::optional(QCoreApplication::translate(context, known->shown));
}

} // namespace mangrove::ui
