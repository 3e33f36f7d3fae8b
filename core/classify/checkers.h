// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mangrove::classify {

/// The first thing wrong with a value; the words are those of CheckVerdict::reason.
enum class CheckReason : std::uint8_t {
    Ok,
    Empty,
    Length,
    Character,
    Prefix,
    Division,
    Date,
    CheckDigit,
    Range,
    Reserved,
    NoShape
};
[[nodiscard]] std::string_view toText(CheckReason reason);

/// How much a value says for a kind.
enum class Strength : std::uint8_t {
    None,  ///< it is not of the kind
    Near,  ///< right shape, one thing wrong (check digit, impossible date, reserved block): a typing error
    Weak,  ///< valid, but so are many other things of this look; counts only beside a column name or label
    Strong ///< valid and telling
};

struct Outcome {
    CheckReason reason = CheckReason::Ok;
    Strength strength = Strength::Strong;

    [[nodiscard]] constexpr bool valid() const { return reason == CheckReason::Ok; }
};
[[nodiscard]] constexpr Outcome no(CheckReason reason) {
    return {reason, Strength::None};
}
[[nodiscard]] constexpr Outcome near(CheckReason reason) {
    return {reason, Strength::Near};
}
inline constexpr Outcome kStrong{CheckReason::Ok, Strength::Strong};
inline constexpr Outcome kWeak{CheckReason::Ok, Strength::Weak};

/// Judges one normalised value (see normaliseValue). No allocation, linear time, any bytes allowed.
using Checker = Outcome (*)(std::string_view);

// Chinese persons (checkers_china.cpp; identifiers.md 4.1)
Outcome checkCnResidentId(std::string_view value);
Outcome checkCnResidentId15(std::string_view value);
Outcome checkCnHmtPermit(std::string_view value);
Outcome checkCnForeignPermanentId(std::string_view value);
Outcome checkCnPassport(std::string_view value);
Outcome checkCnHkMacauPass(std::string_view value);
Outcome checkCnTaiwanPass(std::string_view value);
Outcome checkCnHomeReturnPermit(std::string_view value);
Outcome checkCnTaiwanCompatriotPermit(std::string_view value);
Outcome checkHkId(std::string_view value);
Outcome checkMacaoId(std::string_view value);
Outcome checkTwId(std::string_view value);
Outcome checkCnMilitaryId(std::string_view value);
Outcome checkCnBirthCertificate(std::string_view value);
Outcome checkCnSocialSecurityCard(std::string_view value);
Outcome checkCnInsurancePersonNo(std::string_view value);
Outcome checkCnHealthCode(std::string_view value);
Outcome checkCnMobile(std::string_view value);
Outcome checkCnLandline(std::string_view value);
Outcome checkWechatId(std::string_view value);
Outcome checkQqId(std::string_view value);
Outcome checkBankCard(std::string_view value);
Outcome checkCnPlate(std::string_view value);
Outcome checkCnPostcode(std::string_view value);
Outcome checkRecordNo(std::string_view value);
Outcome checkCnDivision(std::string_view value);

// Organisations and professionals (checkers_organisation.cpp; 4.2)
Outcome checkCnUscc(std::string_view value);
Outcome checkCnOrgCode(std::string_view value);
Outcome checkCnMedicalInstitutionCode(std::string_view value);
Outcome checkCnDoctorInsuranceCode(std::string_view value);
Outcome checkCnNurseInsuranceCode(std::string_view value);
Outcome checkCnPharmacistInsuranceCode(std::string_view value);
Outcome checkCnDoctorLicence(std::string_view value);
Outcome checkCnDoctorQualification(std::string_view value);

// Codes (checkers_code.cpp; 4.3)
Outcome checkCnDrugStandardCode(std::string_view value);
Outcome checkGtin(std::string_view value);
Outcome checkCnDrugApproval(std::string_view value);
Outcome checkCnDeviceRegistration(std::string_view value);
Outcome checkCnNhsaDrugCode(std::string_view value);
Outcome checkCnNhsaTcmCode(std::string_view value);
Outcome checkCnNhsaConsumableCode(std::string_view value);
Outcome checkCnDrugTraceCode(std::string_view value);
Outcome checkUdi(std::string_view value);
Outcome checkIcd10(std::string_view value);
Outcome checkIcd9(std::string_view value);
Outcome checkIcd9Cm3(std::string_view value);
Outcome checkAtc(std::string_view value);
Outcome checkLoinc(std::string_view value);
Outcome checkSnomedCt(std::string_view value);
Outcome checkCas(std::string_view value);
Outcome checkDicomUid(std::string_view value);
Outcome checkGeneticVariant(std::string_view value);

// Everywhere (checkers_common.cpp)
Outcome checkEmail(std::string_view value);
Outcome checkUrl(std::string_view value);
/// A URL or URN that names a code system, profile or extension (FHIR).
Outcome checkCodeSystem(std::string_view value);
Outcome checkIpAddress(std::string_view value);
Outcome checkMacAddress(std::string_view value);
Outcome checkImei(std::string_view value);
Outcome checkVin(std::string_view value);
Outcome checkUuid(std::string_view value);
Outcome checkCreditCard(std::string_view value);
Outcome checkIban(std::string_view value);
Outcome checkPhone(std::string_view value);
/// How many symbols the IBAN of a country has, 0 where the registry knows none.
[[nodiscard]] std::size_t ibanLength(std::string_view country);

// Documents and accounts of any country (checkers_document.cpp; 4.1, 4.4)
/// Bitcoin (base58check, BIP 173, BIP 350) and Ethereum (EIP-55) addresses. OpenSSL's SHA-256 allocates.
Outcome checkCryptoWallet(std::string_view value);
/// ICAO 9303: the data line of a passport (44) or card (36), alone or after its first line, or the three
/// lines of a card (30 each); lines may be parted by a line break, blank or '|'.
Outcome checkPassportMrz(std::string_view value);
/// PhilSys number (12 digits) or card number (16 digits); their check digits are not published.
Outcome checkPhNationalId(std::string_view value);

// Attributes (checkers_attribute.cpp)
Outcome checkDate(std::string_view value);
Outcome checkAge(std::string_view value);
Outcome checkSex(std::string_view value);
Outcome checkPersonName(std::string_view value);
Outcome checkAddress(std::string_view value);
Outcome checkLatitudeLongitude(std::string_view value);

// Other countries (checkers_world.cpp; 4.4)
Outcome checkUsSsn(std::string_view value);
Outcome checkUsItin(std::string_view value);
Outcome checkUsNpi(std::string_view value);
Outcome checkUsDea(std::string_view value);
Outcome checkUsMbi(std::string_view value);
Outcome checkUsAba(std::string_view value);
Outcome checkUsPassport(std::string_view value);
Outcome checkUsZip(std::string_view value);
Outcome checkUkNhs(std::string_view value);
Outcome checkUkNino(std::string_view value);
Outcome checkUkPostcode(std::string_view value);
Outcome checkKrRrn(std::string_view value);
Outcome checkKrFrn(std::string_view value);
Outcome checkKrBrn(std::string_view value);
Outcome checkKrPassport(std::string_view value);
Outcome checkSgNric(std::string_view value);
Outcome checkSgUen(std::string_view value);
Outcome checkInAadhaar(std::string_view value);
Outcome checkInPan(std::string_view value);
Outcome checkInGstin(std::string_view value);
Outcome checkInPassport(std::string_view value);
Outcome checkInVoter(std::string_view value);
Outcome checkThNationalId(std::string_view value);

} // namespace mangrove::classify
