// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/caution.h"

#include "deid/notes.h"

namespace mangrove::deid {

std::vector<CodedNote> cautionsOf(const PlainFacts& facts) {
    std::vector<CodedNote> cautions;
    for (const std::string& column : facts.silentColumns)
        cautions.push_back(noteOf(notes::kColumnSaysNothing, {column}));
    if (facts.quasi > 0 && facts.silentColumns.size() == facts.quasi)
        cautions.push_back(noteOf(notes::kNothingLeft));
    if (facts.suppressed * 2 > facts.records)
        cautions.push_back(noteOf(notes::kMostSuppressed,
                                  {std::to_string(facts.suppressed), std::to_string(facts.records)}));
    return cautions;
}

} // namespace mangrove::deid
