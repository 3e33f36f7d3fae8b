// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/null_words.h"

#include <algorithm>

namespace mangrove::io {

NullWords::NullWords(std::vector<std::string> words) : m_words(std::move(words)) {
    std::sort(m_words.begin(), m_words.end());
    m_words.erase(std::unique(m_words.begin(), m_words.end()), m_words.end());
    std::erase_if(m_words, [](const std::string& word) { return word.empty(); });
    for (const std::string& word : m_words) {
        if (word.size() < 64)
            m_lengthsByFirstByte[static_cast<unsigned char>(word.front())] |= std::uint64_t{1} << word.size();
    }
}

bool NullWords::containsSlow(std::string_view value) const {
    return std::binary_search(m_words.begin(), m_words.end(), value, std::less<>());
}

std::span<const std::string_view> NullWords::candidates() {
    // "None" and "-" are left out: both are values in real files (Diabetes-130: None = test not taken).
    static constexpr std::array<std::string_view, 17> kCandidates{
        "?",   "NULL", "null", "Null", "(null)", "[NULL]", "<NULL>", "NA", "N/A",
        "n/a", "#N/A", "<NA>", "\\N",  "NaN",    "nan",    "#NULL!", "NIL"};
    return kCandidates;
}

} // namespace mangrove::io
