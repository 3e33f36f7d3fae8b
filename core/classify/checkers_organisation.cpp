// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/checker_parts.h"

namespace mangrove::classify {

namespace {

/// `letters`, a six-digit division and digits up to `length`: the insurance platform's codes.
Outcome platformCode(std::string_view value, std::string_view letters, std::size_t length) {
    if (value.size() != length)
        return no(CheckReason::Length);
    if (value.substr(0, letters.size()) != letters)
        return no(CheckReason::Prefix);
    if (!allDigits(value.substr(letters.size())))
        return no(CheckReason::Character);
    return isProvinceAt(value, letters.size()) ? kWeak : no(CheckReason::Division);
}

} // namespace

Outcome checkCnUscc(std::string_view value) {
    if (value.size() != 18)
        return no(CheckReason::Length);
    // what costs little first: nearly every other number of 18 symbols ends here
    if (isDigit(value[2]) && isDigit(value[3]) && !isProvinceAt(value, 2) && value.substr(2, 2) != "10")
        return no(CheckReason::Division);
    const char check = mod31(value);
    const bool lastKnown = std::string_view("IOSVZ").find(value[17]) == std::string_view::npos
                           && (isDigit(value[17]) || isUpper(value[17]));
    if (check == 0 || !lastKnown || !allDigits(value.substr(2, 6)))
        return no(CheckReason::Character);
    if (std::string_view("123456789ANY").find(value[0]) == std::string_view::npos)
        return no(CheckReason::Prefix);
    // 10 0000: registered with a central authority
    if (!isProvinceAt(value, 2) && value.substr(2, 2) != "10")
        return no(CheckReason::Division);
    return check == value[17] ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkCnOrgCode(std::string_view value) {
    const bool dashed = value.size() == 10 && value[8] == '-';
    if (value.size() != 9 && !dashed)
        return no(CheckReason::Length);
    if (!hasForm(value.substr(0, 8), "NNNNNNNN") || !(isDigit(value.back()) || value.back() == 'X'))
        return no(CheckReason::Character);
    return organisationCheck(value) == value.back() ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkCnMedicalInstitutionCode(std::string_view value) {
    const Outcome hospital = platformCode(value, "H", 12);
    return hospital.reason == CheckReason::Prefix ? platformCode(value, "P", 12) : hospital;
}

Outcome checkCnDoctorInsuranceCode(std::string_view value) {
    return platformCode(value, "D", 13);
}

Outcome checkCnNurseInsuranceCode(std::string_view value) {
    return platformCode(value, "N", 13);
}

Outcome checkCnPharmacistInsuranceCode(std::string_view value) {
    const Outcome pharmacist = platformCode(value, "HY", 14);
    return pharmacist.reason == CheckReason::Prefix ? platformCode(value, "HJ", 14) : pharmacist;
}

Outcome checkCnDoctorLicence(std::string_view value) {
    if (value.size() != 15)
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    if (value[0] != '1' && value[0] != '2')
        return no(CheckReason::Prefix);
    return isProvinceAt(value, 3) ? kWeak : no(CheckReason::Division);
}

Outcome checkCnDoctorQualification(std::string_view value) {
    // year 4, province 2, level 1, category 2, then a citizen number of 18 or 15
    if (value.size() != 27 && value.size() != 24)
        return no(CheckReason::Length);
    if (!allDigits(value.substr(0, 9)))
        return no(CheckReason::Character);
    const std::string_view person = value.substr(9);
    return person.size() == 18 ? checkCnResidentId(person) : checkCnResidentId15(person);
}

} // namespace mangrove::classify
