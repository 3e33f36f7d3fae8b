// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_rule.h"

#include "base/format.h"
#include "base/number.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mangrove::deid {

namespace {

struct Range {
    std::string_view from, to; ///< first and last category
    std::string_view text;
};

/// "A00-A09 A15-A19 B99 …" in ascending order.
std::vector<Range> rangesOf(std::string_view list) {
    std::vector<Range> ranges;
    for (const std::string_view text : split(list, ' ')) {
        const std::size_t dash = text.find('-');
        const std::string_view from = text.substr(0, dash);
        ranges.push_back({from, dash == std::string_view::npos ? from : text.substr(dash + 1), text});
    }
    return ranges;
}

/// The range that holds `category`, compared as text; nullptr in a gap.
const Range* findRange(const std::vector<Range>& ranges, std::string_view category) {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), category,
                         [](std::string_view c, const Range& range) { return c < range.from; });
    if (after == ranges.begin())
        return nullptr;
    const Range& range = *(after - 1);
    return category <= range.to ? &range : nullptr;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isAlnum(char c) {
    return isDigit(c) || (upper(c) >= 'A' && upper(c) <= 'Z');
}

/// WHO ICD-10: the blocks of all 22 chapters.
constexpr std::string_view kIcd10Blocks =
    "A00-A09 A15-A19 A20-A28 A30-A49 A50-A64 A65-A69 A70-A74 A75-A79 A80-A89 A90-A99 B00-B09 B15-B19 B20-B24 "
    "B25-B34 B35-B49 B50-B64 B65-B83 B85-B89 B90-B94 B95-B98 B99 "
    "C00-C14 C15-C26 C30-C39 C40-C41 C43-C44 C45-C49 C50 C51-C58 C60-C63 C64-C68 C69-C72 C73-C75 C76-C80 "
    "C81-C96 "
    "C97 D00-D09 D10-D36 D37-D48 "
    "D50-D53 D55-D59 D60-D64 D65-D69 D70-D77 D80-D89 "
    "E00-E07 E10-E14 E15-E16 E20-E35 E40-E46 E50-E64 E65-E68 E70-E90 "
    "F00-F09 F10-F19 F20-F29 F30-F39 F40-F48 F50-F59 F60-F69 F70-F79 F80-F89 F90-F98 F99 "
    "G00-G09 G10-G14 G20-G26 G30-G32 G35-G37 G40-G47 G50-G59 G60-G64 G70-G73 G80-G83 G90-G99 "
    "H00-H06 H10-H13 H15-H22 H25-H28 H30-H36 H40-H42 H43-H45 H46-H48 H49-H52 H53-H54 H55-H59 "
    "H60-H62 H65-H75 H80-H83 H90-H95 "
    "I00-I02 I05-I09 I10-I15 I20-I25 I26-I28 I30-I52 I60-I69 I70-I79 I80-I89 I95-I99 "
    "J00-J06 J09-J18 J20-J22 J30-J39 J40-J47 J60-J70 J80-J84 J85-J86 J90-J94 J95-J99 "
    "K00-K14 K20-K31 K35-K38 K40-K46 K50-K52 K55-K64 K65-K67 K70-K77 K80-K87 K90-K93 "
    "L00-L08 L10-L14 L20-L30 L40-L45 L50-L54 L55-L59 L60-L75 L80-L99 "
    "M00-M03 M05-M14 M15-M19 M20-M25 M30-M36 M40-M43 M45-M49 M50-M54 M60-M63 M65-M68 M70-M79 M80-M85 M86-M90 "
    "M91-M94 M95-M99 "
    "N00-N08 N10-N16 N17-N19 N20-N23 N25-N29 N30-N39 N40-N51 N60-N64 N70-N77 N80-N98 N99 "
    "O00-O08 O10-O16 O20-O29 O30-O48 O60-O75 O80-O84 O85-O92 O94-O99 "
    "P00-P04 P05-P08 P10-P15 P20-P29 P35-P39 P50-P61 P70-P74 P75-P78 P80-P83 P90-P96 "
    "Q00-Q07 Q10-Q18 Q20-Q28 Q30-Q34 Q35-Q37 Q38-Q45 Q50-Q56 Q60-Q64 Q65-Q79 Q80-Q89 Q90-Q99 "
    "R00-R09 R10-R19 R20-R23 R25-R29 R30-R39 R40-R46 R47-R49 R50-R69 R70-R79 R80-R82 R83-R89 R90-R94 R95-R99 "
    "S00-S09 S10-S19 S20-S29 S30-S39 S40-S49 S50-S59 S60-S69 S70-S79 S80-S89 S90-S99 T00-T07 T08-T14 T15-T19 "
    "T20-T25 T26-T28 T29-T32 T33-T35 T36-T50 T51-T65 T66-T78 T79 T80-T88 T90-T98 "
    "U00-U49 U82-U85 "
    "V01-V09 V10-V19 V20-V29 V30-V39 V40-V49 V50-V59 V60-V69 V70-V79 V80-V89 V90-V94 V95-V97 V98-V99 W00-W19 "
    "W20-W49 W50-W64 W65-W74 W75-W84 W85-W99 X00-X09 X10-X19 X20-X29 X30-X39 X40-X49 X50-X57 X58-X59 X60-X84 "
    "X85-Y09 Y10-Y34 Y35-Y36 Y40-Y59 Y60-Y69 Y70-Y82 Y83-Y84 Y85-Y89 Y90-Y98 "
    "Z00-Z13 Z20-Z29 Z30-Z39 Z40-Z54 Z55-Z65 Z70-Z76 Z80-Z99";

/// First category of each chapter; a chapter reaches to the next one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kIcd10Chapters{{
    {"A00", "I"},    {"C00", "II"},   {"D50", "III"}, {"E00", "IV"},  {"F00", "V"},    {"G00", "VI"},
    {"H00", "VII"},  {"H60", "VIII"}, {"I00", "IX"},  {"J00", "X"},   {"K00", "XI"},   {"L00", "XII"},
    {"M00", "XIII"}, {"N00", "XIV"},  {"O00", "XV"},  {"P00", "XVI"}, {"Q00", "XVII"}, {"R00", "XVIII"},
    {"S00", "XIX"},  {"U00", "XXII"}, {"V00", "XX"},  {"Z00", "XXI"},
}};

class Icd10Rule final : public HierarchyRule {
public:
    Icd10Rule() : m_blocks(rangesOf(kIcd10Blocks)) {}
    [[nodiscard]] std::uint32_t levels() const override { return 6; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const auto code = read(value);
        if (!code)
            return false;
        path.push_back(code->second);
        path.push_back(code->first);
        path.push_back(blockOf(code->first));
        path.emplace_back(chapterOf(code->first));
        path.emplace_back(kTop);
        return true;
    }

private:
    /// Category and subcategory ("E11", "E11.9"); a code without a fourth place is its own subcategory.
    static std::optional<std::pair<std::string, std::string>> read(std::string_view code) {
        // Dagger, asterisk and plus mark a use of the code, not another code.
        for (const std::string_view mark : {"*", "+", "†", "‡"}) {
            if (code.size() > mark.size() && code.substr(code.size() - mark.size()) == mark) {
                code.remove_suffix(mark.size());
                break;
            }
        }
        const bool isCategory = code.size() >= 3 && upper(code[0]) >= 'A' && upper(code[0]) <= 'Z'
                                && isDigit(code[1])
                                && (isDigit(code[2]) || upper(code[2]) == 'A' || upper(code[2]) == 'B');
        if (!isCategory || code.size() > 16)
            return std::nullopt;
        const std::string category{upper(code[0]), code[1], upper(code[2])};
        code.remove_prefix(3);
        const bool dotted = !code.empty() && code[0] == '.';
        if (dotted)
            code.remove_prefix(1);
        if (dotted && code.empty())
            return std::nullopt;
        for (const char c : code) {
            if (!isAlnum(c) && c != '.')
                return std::nullopt;
        }
        if (code.empty())
            return std::pair(category, category);
        if (!isAlnum(code[0]))
            return std::nullopt;
        return std::pair(category, category + '.' + upper(code[0]));
    }

    [[nodiscard]] std::string blockOf(const std::string& category) const {
        // Categories with a letter in the third place exist in ICD-10-CM only; these belong to older blocks.
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kLetters{
            {{"C4A", "C43-C44"}, {"M1A", "M05-M14"}, {"O9A", "O94-O99"}, {"Z3A", "Z30-Z39"}}};
        if (!isDigit(category[2])) {
            for (const auto& [letters, block] : kLetters) {
                if (letters == category)
                    return std::string(block);
            }
            return category;
        }
        // National additions in the gaps between WHO's blocks form blocks of their own.
        const Range* range = findRange(m_blocks, category);
        return range == nullptr ? category : std::string(range->text);
    }

    static std::string_view chapterOf(const std::string& category) {
        std::string_view chapter = kIcd10Chapters[0].second;
        for (const auto& [from, name] : kIcd10Chapters) {
            if (from <= category)
                chapter = name;
        }
        return chapter;
    }

    std::vector<Range> m_blocks;
};

/// ICD-9-CM sections, three digits each; V and E codes behind them.
constexpr std::string_view kIcd9Blocks =
    "001-009 010-018 020-027 030-041 042 045-049 050-059 060-066 070-079 080-088 090-099 100-104 110-118 "
    "120-129 "
    "130-136 137-139 140-149 150-159 160-165 170-176 179-189 190-199 200-209 210-229 230-234 235-238 239 "
    "240-246 "
    "249-259 260-269 270-279 280-289 290-294 295-299 300-316 317-319 320-327 330-337 338 339 340-349 350-359 "
    "360-379 380-389 390-392 393-398 401-405 410-414 415-417 420-429 430-438 440-449 451-459 460-466 470-478 "
    "480-488 490-496 500-508 510-519 520-529 530-539 540-543 550-553 555-558 560-569 570-579 580-589 590-599 "
    "600-608 610-612 614-616 617-629 630-639 640-649 650-659 660-669 670-677 678-679 680-686 690-698 700-709 "
    "710-719 720-724 725-729 730-739 740-759 760-763 764-779 780-789 790-796 797-799 800-804 805-809 810-819 "
    "820-829 830-839 840-848 850-854 860-869 870-879 880-887 890-897 900-904 905-909 910-919 920-924 925-929 "
    "930-939 940-949 950-957 958-959 960-979 980-989 990-995 996-999 "
    "E000 E001-E030 E800-E807 E810-E819 E820-E825 E826-E829 E830-E838 E840-E845 E846-E849 E850-E858 "
    "E860-E869 "
    "E870-E876 E878-E879 E880-E888 E890-E899 E900-E909 E910-E915 E916-E928 E929 E930-E949 E950-E959 "
    "E960-E969 "
    "E970-E979 E980-E989 E990-E999 "
    "V01-V09 V10-V19 V20-V29 V30-V39 V40-V49 V50-V59 V60-V69 V70-V82 V83-V84 V85 V86 V87 V88 V89 V90-V91";
constexpr std::string_view kIcd9Chapters =
    "001-139 140-239 240-279 280-289 290-319 320-389 390-459 460-519 520-579 580-629 630-679 680-709 710-739 "
    "740-759 760-779 780-799 800-999 E000-E999 V01-V91";

class Icd9Rule final : public HierarchyRule {
public:
    Icd9Rule() : m_blocks(rangesOf(kIcd9Blocks)), m_chapters(rangesOf(kIcd9Chapters)) {}
    [[nodiscard]] std::uint32_t levels() const override { return 5; }

    [[nodiscard]] bool appendPath(std::string_view value, std::vector<std::string>& path) const override {
        const std::string category = categoryOf(value);
        const Range* chapter = category.empty() ? nullptr : findRange(m_chapters, category);
        if (chapter == nullptr)
            return false;
        const Range* block = findRange(m_blocks, category);
        path.push_back(category);
        path.emplace_back(block == nullptr ? std::string_view(category) : block->text);
        path.emplace_back(chapter->text);
        path.emplace_back(kTop);
        return true;
    }

private:
    /// "250", "E909", "V57" with the leading zeros back; "" for anything else.
    static std::string categoryOf(std::string_view code) {
        const std::size_t dot = code.find('.');
        if (dot != std::string_view::npos) {
            const std::string_view detail = code.substr(dot + 1);
            if (detail.empty() || detail.size() > 2 || !parseUnsigned(detail))
                return {};
            code = code.substr(0, dot);
        }
        const char letter = code.empty() ? '\0' : upper(code[0]);
        const bool isLetter = letter == 'V' || letter == 'E';
        if (isLetter)
            code.remove_prefix(1);
        const auto number = parseUnsigned(code);
        if (!number || code.size() > 3)
            return {};
        if (letter == 'V')
            return code.size() == 2 ? format("V{:02}", *number) : std::string();
        if (letter == 'E')
            return code.size() == 3 ? format("E{:03}", *number) : std::string();
        return format("{:03}", *number);
    }

    std::vector<Range> m_blocks;
    std::vector<Range> m_chapters;
};

} // namespace

RulePtr makeIcd10Rule() {
    return std::make_shared<Icd10Rule>();
}

RulePtr makeIcd9Rule() {
    return std::make_shared<Icd9Rule>();
}

} // namespace mangrove::deid
