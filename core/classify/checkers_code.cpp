// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/checker_parts.h"

#include <algorithm>

namespace mangrove::classify {

Outcome checkCnDrugStandardCode(std::string_view value) {
    if (value.size() != 14)
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    if (value.substr(0, 3) != "869")
        return no(CheckReason::Prefix);
    return gs1Mod10(value) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkGtin(std::string_view value) {
    if (value.size() != 8 && (value.size() < 12 || value.size() > 14))
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    return gs1Mod10(value) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkCnDrugApproval(std::string_view value) {
    constexpr std::string_view kWords = "国药准字";
    const bool words = value.substr(0, kWords.size()) == kWords;
    std::string_view rest = words ? value.substr(kWords.size()) : value;
    if (words && !rest.empty() && rest[0] == ' ')
        rest.remove_prefix(1);
    if (rest.size() != 9 && rest.size() != 10)
        return no(CheckReason::Length);
    if (std::string_view("HZSBTFJ").find(rest[0]) == std::string_view::npos)
        return no(CheckReason::Prefix);
    if (rest.size() == 10 && rest[1] != 'J' && rest[1] != 'C')
        return no(CheckReason::Prefix);
    const std::string_view digits = rest.substr(rest.size() - 8);
    if (!allDigits(digits))
        return no(CheckReason::Character);
    // the year, 10 (the former ministry) or the province that first approved it
    const unsigned head = numberAt(digits, 0, 2);
    if (head != 10 && head != 19 && head != 20 && !isProvince(head))
        return no(CheckReason::Division);
    return words ? kStrong : kWeak;
}

Outcome checkCnDeviceRegistration(std::string_view value) {
    const auto word = value.find("械注");
    if (word > 3) // npos too
        return no(CheckReason::Prefix);
    std::string_view rest = value.substr(word + std::string_view("械注").size());
    const std::string_view way = rest.substr(0, 3);
    if (way != "准" && way != "进" && way != "许")
        return no(CheckReason::Prefix);
    rest.remove_prefix(3);
    if (rest.size() != 11)
        return no(CheckReason::Length);
    if (!allDigits(rest))
        return no(CheckReason::Character);
    return rest.substr(0, 2) == "20" && rest[4] >= '1' && rest[4] <= '3' ? kStrong : no(CheckReason::Range);
}

Outcome checkCnNhsaDrugCode(std::string_view value) {
    if (value.size() != 23)
        return no(CheckReason::Length);
    return hasForm(value, "XA99AAA999A999999999999") ? kStrong : no(CheckReason::Character);
}

Outcome checkCnNhsaTcmCode(std::string_view value) {
    if (value.size() != 20)
        return no(CheckReason::Length);
    if (hasForm(value, "ZA99AAA9999999999999"))
        return kStrong;
    return value[0] == 'T' && hasForm(value.substr(1), "9999999999999999999") ? kWeak
                                                                              : no(CheckReason::Character);
}

Outcome checkCnNhsaConsumableCode(std::string_view value) {
    if (value.size() != 20 && value.size() != 27)
        return no(CheckReason::Length);
    if (value[0] != 'C')
        return no(CheckReason::Prefix);
    return allDigits(value.substr(1)) ? kStrong : no(CheckReason::Character);
}

Outcome checkCnDrugTraceCode(std::string_view value) {
    if (value.size() != 20)
        return no(CheckReason::Length);
    return allDigits(value) ? kWeak : no(CheckReason::Character);
}

Outcome checkUdi(std::string_view value) {
    if (value.size() < 18 || value.substr(0, 4) != "(01)")
        return no(CheckReason::Prefix);
    if (!allDigits(value.substr(4, 14)))
        return no(CheckReason::Character);
    return gs1Mod10(value.substr(4, 14)) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkIcd10(std::string_view value) {
    // the dagger and asterisk of the double classification
    for (const std::string_view mark : {"+", "*", "\u2020", "\u271D"})
        if (value.ends_with(mark)) {
            value.remove_suffix(mark.size());
            break;
        }
    if (value.size() < 3 || value.size() > 12)
        return no(CheckReason::Length);
    if (!isUpper(value[0]) || !isDigit(value[1]) || !(isDigit(value[2]) || isUpper(value[2])))
        return no(CheckReason::Character);
    if (value.size() == 3)
        return kWeak;
    if (value[3] != '.') { // E119: without the point, as American tables write it
        const std::string_view rest = value.substr(3);
        const bool compact = rest.size() <= 4 && std::all_of(rest.begin(), rest.end(), [](char c) {
                                 return isDigit(c) || isUpper(c);
                             });
        return compact ? kWeak : no(CheckReason::Character);
    }
    if (value.size() == 4)
        return no(CheckReason::Character);
    const std::string_view rest = value.substr(4);
    if (rest.size() <= 2 || rest.size() == 4) { // international, or the American extension
        for (const char c : rest)
            if (!isDigit(c) && !isUpper(c))
                return no(CheckReason::Character);
        return kStrong;
    }
    const bool national = (isDigit(rest[0]) || rest[0] == 'x') && isDigit(rest[1]) && isDigit(rest[2]);
    if (rest.size() == 3) {
        const bool american = hasForm(rest, "NNN");
        return national || american ? kStrong : no(CheckReason::Character);
    }
    return national && rest.size() == 7 && rest[3] == 'x' && allDigits(rest.substr(4))
               ? kStrong
               : no(CheckReason::Character);
}

Outcome checkIcd9(std::string_view value) {
    const auto dot = value.find('.');
    const std::string_view head = value.substr(0, dot);
    const std::string_view tail = dot == std::string_view::npos ? std::string_view() : value.substr(dot + 1);
    if (dot != std::string_view::npos && (tail.size() > 2 || !allDigits(tail)))
        return no(CheckReason::Character);
    const bool plain = dot == std::string_view::npos && value.size() >= 4 && value.size() <= 5;
    if (plain && (isDigit(value[0]) || value[0] == 'V' || value[0] == 'E') && allDigits(value.substr(1)))
        return kWeak; // 0010, V1582: without the point
    if (!head.empty() && (head[0] == 'V' || head[0] == 'E'))
        return allDigits(head.substr(1)) && head.size() == (head[0] == 'V' ? 3U : 4U)
                   ? kWeak
                   : no(CheckReason::Length);
    if (head.empty() || head.size() > 3)
        return no(CheckReason::Length);
    return allDigits(head) ? kWeak : no(CheckReason::Character);
}

Outcome checkIcd9Cm3(std::string_view value) {
    if (value.size() < 2 || !isDigit(value[0]) || !isDigit(value[1]))
        return no(CheckReason::Character);
    if (value.size() == 2)
        return kWeak;
    if (value[2] != '.')
        return no(CheckReason::Character);
    const std::string_view rest = value.substr(3);
    if (rest.size() == 1 || rest.size() == 2 || rest.size() == 4)
        return allDigits(rest) ? kWeak : no(CheckReason::Character);
    if (rest.size() != 8)
        return no(CheckReason::Length);
    return hasForm(rest, "9999x999") ? kStrong : no(CheckReason::Character);
}

Outcome checkAtc(std::string_view value) {
    constexpr std::string_view kForm = "A99AA99";
    if (value.size() != 1 && value.size() != 3 && value.size() != 4 && value.size() != 5 && value.size() != 7)
        return no(CheckReason::Length);
    if (!hasForm(value, kForm.substr(0, value.size())))
        return no(CheckReason::Character);
    if (std::string_view("ABCDGHJLMNPRSV").find(value[0]) == std::string_view::npos)
        return no(CheckReason::Prefix);
    return value.size() >= 5 ? kStrong : kWeak;
}

Outcome checkLoinc(std::string_view value) {
    if (value.size() < 3 || value.size() > 9)
        return no(CheckReason::Length);
    const std::size_t dash = value.size() - 2;
    if (value[dash] != '-' || !isDigit(value.back()) || !allDigits(value.substr(0, dash)))
        return no(CheckReason::Character);
    std::array<char, 8> digits{};
    for (std::size_t i = 0; i < dash; ++i)
        digits[i] = value[i];
    digits[dash] = value.back();
    return luhn({digits.data(), dash + 1}) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkSnomedCt(std::string_view value) {
    if (value.size() < 6 || value.size() > 18)
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    if (value[0] == '0')
        return no(CheckReason::Prefix);
    // partition: 0x core (any length), 1x extension (a seven-digit namespace before it); x = 0 concept, 1
    // description, 2 relationship
    const char partition = value[value.size() - 3];
    const char component = value[value.size() - 2];
    const bool known = component <= '2' && (partition == '0' || (partition == '1' && value.size() >= 11));
    if (!known)
        return no(CheckReason::Range);
    return verhoeff(value) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkCas(std::string_view value) {
    if (value.size() < 7 || value.size() > 12)
        return no(CheckReason::Length);
    const std::size_t end = value.size();
    if (value[end - 2] != '-' || value[end - 5] != '-' || !isDigit(value[end - 1]) || !isDigit(value[end - 3])
        || !isDigit(value[end - 4]) || !allDigits(value.substr(0, end - 5)))
        return no(CheckReason::Character);
    unsigned sum = digitOf(value[end - 3]) + 2 * digitOf(value[end - 4]);
    unsigned weight = 3;
    for (std::size_t i = end - 5; i-- > 0;)
        sum += digitOf(value[i]) * weight++;
    return sum % 10 == digitOf(value[end - 1]) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkDicomUid(std::string_view value) {
    if (value.size() < 5 || value.size() > 64)
        return no(CheckReason::Length);
    std::size_t components = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] != '.') {
            if (!isDigit(value[i]))
                return no(CheckReason::Character);
            continue;
        }
        const std::size_t length = i - begin;
        if (length == 0 || (length > 1 && value[begin] == '0'))
            return no(CheckReason::Character);
        components += i < value.size() ? 1U : 0U;
        begin = i + 1;
    }
    if (value[0] > '2' || value[1] != '.')
        return no(CheckReason::Prefix);
    return components >= 6 ? kStrong : components >= 3 ? kWeak : no(CheckReason::Length);
}

/// dbSNP "rs7412", HGVS "NM_000041.4:c.388T>C" or "p.Arg158Cys", HLA nomenclature "HLA-B*57:01".
Outcome checkGeneticVariant(std::string_view value) {
    if (value.size() >= 4 && value.size() <= 14 && value.substr(0, 2) == "rs")
        return allDigits(value.substr(2)) ? kStrong : no(CheckReason::Character);
    if (value.substr(0, 4) == "HLA-")
        return value.find('*') != std::string_view::npos ? kStrong : kWeak;
    const auto colon = value.find(':');
    const std::string_view change = colon == std::string_view::npos ? value : value.substr(colon + 1);
    const bool level = change.size() >= 4
                       && std::string_view("cgmnpr").find(change[0]) != std::string_view::npos
                       && change[1] == '.';
    if (!level || (colon != std::string_view::npos && value.find('_') > colon))
        return no(CheckReason::Prefix);
    bool digit = false;
    bool letter = false;
    for (const char c : change.substr(2)) {
        digit = digit || isDigit(c);
        letter = letter || isAlpha(c);
    }
    return digit && letter ? kStrong : no(CheckReason::Character);
}

} // namespace mangrove::classify
