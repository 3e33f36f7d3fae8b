// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/kind_family.h"

#include <algorithm>
#include <array>

namespace mangrove::classify {

namespace {

template<std::size_t N>
bool isIn(std::string_view kind, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), kind) != list.end();
}

constexpr std::array<std::string_view, 4> kPhones{"cn-mobile", "cn-landline", "phone", "fax"};
constexpr std::array<std::string_view, 26> kIdentities{"cn-resident-id",
                                                       "cn-resident-id-15",
                                                       "cn-hmt-permit",
                                                       "cn-foreign-permanent-id",
                                                       "cn-passport",
                                                       "us-passport",
                                                       "cn-hk-macau-pass",
                                                       "cn-taiwan-pass",
                                                       "cn-home-return-permit",
                                                       "cn-taiwan-compatriot-permit",
                                                       "hk-id",
                                                       "tw-id",
                                                       "macao-id",
                                                       "cn-military-id",
                                                       "cn-birth-certificate",
                                                       "us-ssn",
                                                       "us-itin",
                                                       "kr-rrn",
                                                       "kr-frn",
                                                       "kr-passport",
                                                       "sg-nric",
                                                       "in-passport",
                                                       "in-voter",
                                                       "th-national-id",
                                                       "ph-national-id",
                                                       "passport-mrz"};
constexpr std::array<std::string_view, 3> kDates{"birth-date", "death-date", "event-date"};
constexpr std::array<std::string_view, 3> kCards{"bank-card", "credit-card", "iban"};
constexpr std::array<std::string_view, 3> kPostcodes{"cn-postcode", "us-zip", "uk-postcode"};

constexpr std::array<std::string_view, 9> kWordy{"person-name", "professional-name", "organisation-name",
                                                 "address",     "free-text",         "employer",
                                                 "birth-place", "native-place",      "department"};

constexpr std::array<std::string_view, 9> kOpaque{"patient-id",
                                                  "medical-record-no",
                                                  "encounter-no",
                                                  "order-no",
                                                  "organisation-id",
                                                  "professional-id",
                                                  "insurance-no",
                                                  "uuid",
                                                  "cn-insurance-person-no"};

struct Refinement {
    std::string_view kind;
    std::array<std::string_view, 6> to;
    std::size_t size;
};
constexpr std::array<Refinement, 9> kRefinements{{
    {"professional-id",
     {"cn-doctor-insurance-code", "cn-nurse-insurance-code", "cn-pharmacist-insurance-code",
      "cn-doctor-licence", "us-npi", "us-dea"},
     6},
    {"organisation-id", {"cn-uscc", "cn-medical-institution-code", "cn-org-code", "sg-uen", "kr-brn"}, 5},
    {"cn-medical-institution-code", {"cn-uscc"}, 1},
    {"cn-nhsa-drug-code", {"cn-nhsa-tcm-code", "cn-nhsa-consumable-code", "cn-drug-standard-code"}, 3},
    {"icd-10", {"icd-9", "icd-9-cm-3"}, 2},
    {"icd-9", {"icd-10"}, 1},
    {"us-passport", {"cn-passport", "kr-passport", "in-passport"}, 3},
    {"us-zip", {"cn-postcode", "uk-postcode"}, 2},
    {"cn-postcode", {"us-zip", "uk-postcode"}, 2},
}};

} // namespace

KindFamily familyOf(std::string_view kind) {
    if (isIn(kind, kPhones))
        return KindFamily::Phone;
    if (isIn(kind, kIdentities))
        return KindFamily::Identity;
    if (isIn(kind, kDates))
        return KindFamily::Date;
    if (isIn(kind, kCards))
        return KindFamily::Card;
    if (isIn(kind, kPostcodes))
        return KindFamily::PostalCode;
    return KindFamily::None;
}

std::span<const std::string_view> refinementsOf(std::string_view kind) {
    for (const Refinement& refinement : kRefinements)
        if (refinement.kind == kind)
            return std::span(refinement.to).first(refinement.size);
    return {};
}

bool isWordy(std::string_view kind) {
    return isIn(kind, kWordy);
}

bool isOpaqueKey(std::string_view kind) {
    return isIn(kind, kOpaque);
}

} // namespace mangrove::classify
