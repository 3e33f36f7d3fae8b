// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"
#include "classify/given_names.h"
#include "classify/scan_parts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mangrove::classify {

namespace {

/// What follows the name of a professional behind a comma.
constexpr auto kCredentials =
    std::to_array<std::string_view>({"MD", "M.D.", "DO", "RN", "LPN", "NP", "PA", "PA-C", "CRNA", "PharmD",
                                     "PhD", "DPT", "PT", "OT", "MBBS", "FRCP", "FACS", "MSN", "BSN"});

/// Street words an English address ends in.
constexpr auto kStreets = std::to_array<std::string_view>(
    {"Street", "St",    "Road",   "Rd",       "Avenue",  "Ave",     "Lane",   "Ln",   "Drive",
     "Dr",     "Court", "Ct",     "Crescent", "Terrace", "Place",   "Pl",     "Way",  "Boulevard",
     "Blvd",   "Close", "Square", "Highway",  "Hwy",     "Parkway", "Circle", "Trail"});

/// Names in Latin letters and English street addresses: runs of capitalised words, seen once each.
class LatinScan {
public:
    LatinScan(const ScanText& text, ScanHits& hits) : m_text(text), m_hits(hits) {}

    void run() {
        for (std::size_t at = 0; at < m_text.size();) {
            const char c = m_text.flat[at];
            if (!isAlnum(c)) {
                ++at;
                continue;
            }
            if (isUpper(c)) {
                at = name(at);
                continue;
            }
            const std::size_t end = wordEnd(at);
            if (isDigit(c) && end - at <= 5)
                street(at, end);
            at = end;
        }
    }

private:
    static constexpr std::size_t kMostWords = 4;
    struct Word {
        std::size_t begin;
        std::size_t end;
    };

    [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const {
        return std::string_view(m_text.flat).substr(begin, end - begin);
    }
    [[nodiscard]] std::size_t wordEnd(std::size_t at) const {
        while (isAlnum(m_text.flatAt(at))
               || ((m_text.flatAt(at) == '\'' || m_text.flatAt(at) == '-') && isUpper(m_text.flatAt(at + 1))))
            ++at;
        return at;
    }
    /// A capitalised word of letters.
    [[nodiscard]] bool isNameWord(std::string_view word) const {
        if (word.empty() || !isUpper(word[0]) || (word.size() == 2 && word.back() == '\''))
            return false;
        return std::all_of(word.begin(), word.end(),
                           [](char c) { return isAlpha(c) || c == '\'' || c == '-'; });
    }

    /// A run of capitalised words from `at`; returns where to go on.
    std::size_t name(std::size_t at) {
        std::array<Word, kMostWords> words{};
        std::size_t count = 0;
        std::size_t next = at;
        while (count < kMostWords) {
            const std::size_t end = wordEnd(next);
            if (end == next || !isNameWord(view(next, end)))
                break;
            words.at(count++) = {next, end};
            const bool initial = m_text.flatAt(end) == '.' && (end - next == 1 || view(next, end) == "St");
            next = end + (initial ? 1U : 0U);
            if (m_text.flatAt(next) != ' ' || !isUpper(m_text.flatAt(next + 1)))
                break;
            ++next;
        }
        if (count < 2)
            return std::max(wordEnd(at), at + 1);
        judge(words, count);
        return words.at(count - 1).end;
    }

    void judge(const std::array<Word, kMostWords>& words, std::size_t count) {
        for (std::size_t first = 0; first + 1 < count; ++first) {
            const std::string_view head = view(words.at(first).begin, words.at(first).end);
            const std::string_view second = view(words.at(first + 1).begin, words.at(first + 1).end);
            const std::size_t end = words.at(count - 1).end;
            const bool titled = credentials(end);
            const bool chinese =
                isPinyinFamilyName(head) ? isPinyin(second) : isPinyinFamilyName(second) && isPinyin(head);
            if (!titled && !isLatinGivenName(head) && !chinese)
                continue;
            m_hits.push_back({words.at(first).begin, chinese && !titled ? words.at(first + 1).end : end,
                              titled ? "professional-name" : "person-name", titled ? 0.8 : 0.6, "form"});
            return;
        }
    }

    /// ", MD" behind `end`.
    [[nodiscard]] bool credentials(std::size_t end) const {
        if (m_text.flatAt(end) != ',')
            return false;
        const std::size_t begin = end + (m_text.flatAt(end + 1) == ' ' ? 2U : 1U);
        std::size_t last = begin;
        while (isAlpha(m_text.flatAt(last)) || m_text.flatAt(last) == '.' || m_text.flatAt(last) == '-')
            ++last;
        std::string_view word = view(begin, last);
        if (std::find(kCredentials.begin(), kCredentials.end(), word) != kCredentials.end())
            return true;
        if (!word.empty() && word.back() == '.')
            word.remove_suffix(1);
        return std::find(kCredentials.begin(), kCredentials.end(), word) != kCredentials.end();
    }

    /// "14 Marlow Crescent": a number, one to three capitalised words, a street word.
    void street(std::size_t begin, std::size_t end) {
        std::size_t next = end;
        for (std::size_t words = 0; words < kMostWords; ++words) {
            if (m_text.flatAt(next) != ' ' || !isUpper(m_text.flatAt(next + 1)))
                return;
            const std::size_t last = wordEnd(next + 1);
            const std::string_view word = view(next + 1, last);
            if (!isNameWord(word))
                return;
            if (words > 0 && std::find(kStreets.begin(), kStreets.end(), word) != kStreets.end())
                return m_hits.push_back({begin, last, "address", 0.7, "grammar"});
            next = last;
        }
    }

    const ScanText& m_text;
    ScanHits& m_hits;
};

} // namespace

void scanLatinNames(const ScanText& text, ScanHits& hits) {
    LatinScan(text, hits).run();
}

} // namespace mangrove::classify
