// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "demo/vocabulary.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::demo {

using Day = std::chrono::sys_days;

/// A synthetic patient. What cannot belong to anybody real, and why, stands in demo/generator.h.
struct Patient {
    std::string name;
    bool male = false;
    Day birth{};
    std::string citizenNumber; ///< GB 11643, right check digit
    std::string phone;
    const Division* home = nullptr;
    std::string address;
    std::string personNumber;  ///< PSN_NO, 20 digits
    std::string recordNumber;  ///< 病案号, 10 digits with leading zeros
    std::string relative;      ///< name of the contact person
    std::string_view relation; ///< 配偶, 之子…
    std::string_view occupation;
    std::string_view insurance; ///< INSUTYPE: "310" employees, "390" residents, empty = self-paying
    std::uint32_t visits = 0;   ///< so far
    Day lastDischarge{};
};

/// A doctor of the hospital.
struct Doctor {
    std::string name;
    std::string code; ///< insurance doctor code D + division + 6 digits
    std::string_view department;
};

/// A person's name: surname (by frequency of the list's order) and one or two given characters.
[[nodiscard]] std::string makeName(RandomSource& random, bool male);
/// `number` must be unique in the extract; it feeds the person and record numbers.
[[nodiscard]] Patient makePatient(RandomSource& random, std::uint64_t number, int age, Day admission);
/// Four doctors for each department of the diagnoses, in their order.
[[nodiscard]] std::vector<Doctor> makeDoctors(RandomSource& random);

/// The eighteenth character of a citizen number (ISO 7064 MOD 11-2). Precondition: 17 digits.
[[nodiscard]] char citizenCheckDigit(std::string_view digits17);
/// The last digit of a drug standard code (本位码), GTIN-14 weights 3, 1 from the right. Precondition: 13
/// digits.
[[nodiscard]] char drugStandardCheckDigit(std::string_view digits13);
/// The last symbol of a unified social credit code (GB 32100-2015). Precondition: 17 of its 31 symbols.
[[nodiscard]] char creditCodeCheckSymbol(std::string_view symbols17);

/// A standard normal variate (polar method), and exp(ln(median) + sigma z).
[[nodiscard]] double normal(RandomSource& random);
[[nodiscard]] double logNormal(RandomSource& random, double median, double sigma);
/// `value` in decimal with leading zeros to at least `width` digits, appended.
void appendPadded(std::string& text, std::uint64_t value, int width);
/// "2025-03-01", appended.
void appendDate(std::string& text, Day day);

/// A uniformly chosen element. Precondition: not empty.
template<typename Range>
[[nodiscard]] const auto& pick(RandomSource& random, const Range& range) {
    return range[static_cast<std::size_t>(random.below(std::size(range)))];
}

} // namespace mangrove::demo
