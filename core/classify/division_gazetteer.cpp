// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/division_gazetteer.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace mangrove::classify {

namespace {

std::vector<Division> readDivisions() {
    std::vector<Division> read;
    constexpr std::size_t kDigits = 6;
    for (const std::string_view line : split(embeddedDivisions(), '\n'))
        if (line.size() > kDigits && line[0] != '#')
            read.push_back({line.substr(0, kDigits), line.substr(kDigits)});
    return read;
}

/// Edition of December 2002: codes that mean another county today (read in the public history of GB/T 2260).
constexpr std::array<Division, 5> kHainan2002{{{"469003", "儋州市"},
                                               {"469025", "定安县"},
                                               {"469027", "澄迈县"},
                                               {"469028", "临高县"},
                                               {"469030", "白沙黎族自治县"}}};

} // namespace

std::span<const Division> divisions() {
    static const std::vector<Division> all = readDivisions();
    return all;
}

const Division* findDivision(std::string_view code) {
    const auto all = divisions();
    const auto found =
        std::lower_bound(all.begin(), all.end(), code, [](const Division& division, std::string_view wanted) {
            return division.code < wanted;
        });
    return found != all.end() && found->code == code ? &*found : nullptr;
}

DivisionPlace resolveDivision(std::string_view code, DivisionEdition edition) {
    DivisionPlace place;
    if (code.size() < 2)
        return place;
    const std::array<char, 6> provinceCode{code[0], code[1], '0', '0', '0', '0'};
    if (const Division* const province = findDivision({provinceCode.data(), provinceCode.size()}))
        place.province = province->name;
    if (place.province.empty() || code.size() != 6 || code.substr(2) == "0000")
        return place;
    if (edition == DivisionEdition::Year2023) {
        if (const Division* const division = findDivision(code))
            place.place = division->name;
    } else if (edition == DivisionEdition::Year2002) {
        for (const Division& division : kHainan2002)
            if (division.code == code)
                place.place = division.name;
    }
    return place;
}

} // namespace mangrove::classify
