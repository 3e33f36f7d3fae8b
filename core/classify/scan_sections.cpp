// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/scan_sections.h"

#include "classify/scan_words.h"

#include <algorithm>
#include <array>

namespace mangrove::classify {

namespace {

struct Heading {
    std::u32string_view word;
    std::string_view name;
};

constexpr auto kHeadings = std::to_array<Heading>({{U"主诉", "chief-complaint"},
                                                   {U"现病史", "present-illness"},
                                                   {U"既往史", "past-history"},
                                                   {U"个人史", "personal-history"},
                                                   {U"婚育史", "marital-history"},
                                                   {U"月经史", "marital-history"},
                                                   {U"家族史", "family-history"},
                                                   {U"过敏史", "past-history"},
                                                   {U"体格检查", "examination"},
                                                   {U"专科检查", "examination"},
                                                   {U"专科情况", "examination"},
                                                   {U"查体", "examination"},
                                                   {U"辅助检查", "tests"},
                                                   {U"实验室检查", "tests"},
                                                   {U"检查所见", "tests"},
                                                   {U"影像所见", "tests"},
                                                   {U"初步诊断", "diagnosis"},
                                                   {U"入院诊断", "diagnosis"},
                                                   {U"出院诊断", "diagnosis"},
                                                   {U"鉴别诊断", "diagnosis"},
                                                   {U"诊断", "diagnosis"},
                                                   {U"诊疗计划", "plan"},
                                                   {U"诊疗经过", "course"},
                                                   {U"病程记录", "course"},
                                                   {U"手术经过", "operation"},
                                                   {U"手术记录", "operation"},
                                                   {U"出院医嘱", "orders"},
                                                   {U"医嘱", "orders"},
                                                   {U"医师签名", "signature"},
                                                   {U"医生签名", "signature"},
                                                   {U"签名", "signature"},
                                                   {U"签字", "signature"},
                                                   {U"Chief Complaint", "chief-complaint"},
                                                   {U"History of Present Illness", "present-illness"},
                                                   {U"Past Medical History", "past-history"},
                                                   {U"Family History", "family-history"},
                                                   {U"Social History", "personal-history"},
                                                   {U"Physical Exam", "examination"},
                                                   {U"Assessment", "diagnosis"},
                                                   {U"Plan", "plan"},
                                                   {U"Signed", "signature"}});

const WordIndex& headings() {
    static const WordIndex index = [] {
        std::vector<std::u32string_view> words;
        for (const Heading& heading : kHeadings)
            words.push_back(heading.word);
        return WordIndex(words);
    }();
    return index;
}

bool beginsSentence(const ScanText& text, std::size_t at) {
    return at == 0
           || std::u32string_view(U"\n\r。；;】]. ").find(text.points[at - 1]) != std::u32string_view::npos;
}

} // namespace

std::vector<TextSection> findSections(const ScanText& text) {
    std::vector<TextSection> sections;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!beginsSentence(text, at))
            continue;
        const std::size_t word = headings().at(text, at);
        if (word == WordIndex::kNone)
            continue;
        const std::size_t end = at + kHeadings[word].word.size();
        const char32_t next = end < text.size() ? text.points[end] : U'\n';
        if (next == U':' || next == U'\n' || next == U'】' || next == U']')
            sections.push_back({at, kHeadings[word].name});
    }
    return sections;
}

std::string_view sectionAt(const std::vector<TextSection>& sections, std::size_t at) {
    const auto after =
        std::upper_bound(sections.begin(), sections.end(), at,
                         [](std::size_t wanted, const TextSection& s) { return wanted < s.start; });
    return after == sections.begin() ? std::string_view() : (after - 1)->name;
}

} // namespace mangrove::classify
