// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::classify {

/// A text prepared for scanning: one entry per code point.
struct ScanText {
    std::u32string points; ///< full-width ASCII made half-width, dashes and blanks unified
    std::string flat;      ///< the same in one byte each; kWide where it is not ASCII
    std::vector<std::size_t>
        offsets; ///< byte where each code point begins in the original; one more for the end

    static constexpr char kWide = '\x01';
    ScanText() = default;
    explicit ScanText(std::string_view text) { assign(text); }
    /// Prepares another text in the same memory.
    void assign(std::string_view text);

    [[nodiscard]] std::size_t size() const { return points.size(); }
    /// '\0' outside the text.
    [[nodiscard]] char flatAt(std::size_t at) const { return at < flat.size() ? flat[at] : '\0'; }
    [[nodiscard]] bool startsWith(std::size_t at, std::u32string_view word) const {
        return points.compare(at, word.size(), word) == 0;
    }
};

/// An identifier found, before overlaps are settled. Positions are code points, half-open.
struct ScanHit {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string_view type;
    double score = 0;
    std::string_view way; ///< "checksum", "shape", "label", "trigger", "grammar", "form"
};

using ScanHits = std::vector<ScanHit>;

[[nodiscard]] bool isHanPoint(char32_t point);

/// The steps of identifiers.md section 6, each in one pass over the text.
void scanNumbers(const ScanText& text, ScanHits& hits); ///< what check digits, prefixes and forms tell
void scanWorld(const ScanText& text,
               ScanHits& hits); ///< other countries, machines and banks, by form and check digit
void scanDates(const ScanText& text,
               ScanHits& hits); ///< dates without a year of four digits first, ages over 89
void scanFacts(const ScanText& text, ScanHits& hits);  ///< employers and schools
void scanLabels(const ScanText& text, ScanHits& hits); ///< values after a label: 病案号：, 姓名：, MRN:
void scanNames(const ScanText& text, ScanHits& hits);  ///< names after and before trigger words
/// Names without a trigger word: a family name and characters of given names between the places where a name
/// may begin and end.
void scanProseNames(const ScanText& text, ScanHits& hits);
void scanLatinNames(const ScanText& text, ScanHits& hits); ///< "Emily Carter", "Wang Jianguo", "14 Mill Road"
void scanAddresses(const ScanText& text, ScanHits& hits);  ///< regions, streets and house numbers

/// A Chinese name alone on a line or between separators in [begin, end): signatures.
void scanSignature(const ScanText& text, std::size_t begin, std::size_t end, ScanHits& hits);

/// Code points of the Chinese family name at `at`: 0, 1 or 2.
[[nodiscard]] std::size_t familyNameAt(const ScanText& text, std::size_t at);
/// Does running text at `at` begin with a clinical or everyday word that looks like a family name, or with a
/// family name that is an everyday word?
[[nodiscard]] bool beginsEverydayWord(const ScanText& text, std::size_t at);
/// The first half of that: a word of the safe list (everyday_words.cpp).
[[nodiscard]] bool beginsSafeWord(const ScanText& text, std::size_t at);
/// May the character stand in a given name? False for particles, body parts, symptoms and the like.
[[nodiscard]] bool mayBeGivenCharacter(char32_t point);

/// How sure one must be that a name begins somewhere.
enum class NameContext : std::uint8_t {
    Labelled, ///< a label with a colon stands before it
    Prose     ///< running text: family names that are everyday words do not count, nor words of the safe list
};
/// The end of a Chinese name that begins at `at` (family name and one or two given characters, followed by
/// what may follow a name), or `at` where none begins.
[[nodiscard]] std::size_t chineseNameEnd(const ScanText& text, std::size_t at, NameContext context);

} // namespace mangrove::classify
