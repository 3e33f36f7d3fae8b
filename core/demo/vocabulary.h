// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mangrove::demo {

/// The words the demo data are made of. Constant, thread-safe.

/// A disease with the national clinical ICD-10 code, and what a stay for it looks like.
struct Diagnosis {
    std::string_view code;
    std::string_view name;
    std::string_view department;
    std::string_view complaint; ///< "咳嗽、咳痰3天": follows 主诉
    std::string_view operation; ///< ICD-9-CM-3 clinical code, or empty
    int weight;                 ///< relative frequency
    int minAge;
    int maxAge;
    double stayMedian; ///< days
    double costPerDay; ///< yuan, median
    char drugGroup;    ///< key into Drug::groups
};

/// A drug with the leading part of its NHSA code: X + ATC level 4 + name + form (14 of 23 characters) of
/// western drugs, Z + class + name (11 of 20) of Chinese patent medicines; specification, pack and maker are
/// invented.
struct Drug {
    std::string_view name;
    std::string_view specification;
    std::string_view unit;
    std::string_view codePrefix; ///< see above
    std::string_view approval;   ///< H, Z or S: the letter after 国药准字
    double price;                ///< yuan a unit
    std::string_view groups;     ///< the drug groups of diagnoses it is given for
};

/// A county-level division of Hainan (GB/T 2260) with streets or towns.
struct Division {
    std::string_view code;  ///< 6 digits
    std::string_view name;  ///< 海南省海口市龙华区
    std::string_view towns; ///< blank-separated
    int weight;
};

[[nodiscard]] std::span<const Diagnosis> diagnoses();
[[nodiscard]] std::span<const Drug> drugs();
[[nodiscard]] std::span<const Division> divisions();
[[nodiscard]] std::span<const std::string_view> surnames();
[[nodiscard]] std::span<const std::string_view> maleCharacters();
[[nodiscard]] std::span<const std::string_view> femaleCharacters();
[[nodiscard]] std::span<const std::string_view> roads();
[[nodiscard]] std::span<const std::string_view> occupations();

} // namespace mangrove::demo
