// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/kind_table.h"

#include "classify/value_form.h"

#include <algorithm>
#include <array>

namespace mangrove::classify {

namespace {

using namespace chars;

// Columns: kind (id, names, class, standard, check, level, decided by, chance, shape chance), checker, bytes
// from, bytes to, characters allowed, characters required. Chance rates: identifiers.md 4.5, confirmed by a
// test.
// clang-format off
constexpr auto kKinds = std::to_array<KindEntry>({
    {{"address", "postal address", "地址", IdentifierClass::Direct, "", "none", 4, DecidedBy::Both, 0.0001, 1.0}, checkAddress, 6, 400, kAny, 0},
    {{"age", "age", "年龄", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, checkAge, 1, 16, kAny, kDigit},
    {{"allergy", "allergy", "过敏史", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"amount", "amount of money", "金额", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"atc-code", "ATC drug class", "ATC药物分类", IdentifierClass::Code, "WHO ATC", "none", 2, DecidedBy::Values, 0.01, 1.0}, checkAtc, 1, 7, kUpper | kDigit, kUpper},
    {{"bank-card", "bank card number", "银行卡号", IdentifierClass::Direct, "ISO/IEC 7812-1", "Luhn", 4, DecidedBy::Values, 0.1, 1.0}, checkBankCard, 16, 23, kDigit | kSpace | kDash, kDigit},
    {{"bed-no", "bed", "床号", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"biometric", "biometric feature", "生物识别特征", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"birth-date", "birth date", "出生日期", IdentifierClass::Quasi, "ISO 8601", "calendar", 3, DecidedBy::Name, 1.0, 1.0}, checkDate, 6, 40, kAny, kDigit},
    {{"birth-date-part", "year, month or day of birth", "出生年/月/日", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"birth-place", "birth place", "出生地", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"blood-type", "blood group", "血型", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"cas-number", "CAS registry number", "CAS登记号", IdentifierClass::Code, "CAS", "mod 10, weights 1, 2, 3…", 1, DecidedBy::Values, 0.1, 1.0}, checkCas, 7, 12, kDigit | kDash, kDigit | kDash},
    {{"cn-birth-certificate", "medical certificate of birth", "出生医学证明编号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnBirthCertificate, 10, 10, kUpper | kDigit, kUpper | kDigit},
    {{"cn-device-registration", "device registration number", "医疗器械注册证号", IdentifierClass::Code, "", "none", 2, DecidedBy::Values, 0.0001, 1.0}, checkCnDeviceRegistration, 20, 26, kWide | kDigit, kWide | kDigit},
    {{"cn-division", "administrative division code", "行政区划代码", IdentifierClass::Quasi, "GB/T 2260", "none", 3, DecidedBy::Name, 1.0, 1.0}, checkCnDivision, 2, 12, kDigit, kDigit},
    {{"cn-doctor-insurance-code", "insurance code of a doctor", "医保医师代码", IdentifierClass::Professional, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnDoctorInsuranceCode, 13, 13, kUpper | kDigit, kUpper | kDigit},
    {{"cn-doctor-licence", "practice licence of a doctor", "医师执业证书编码", IdentifierClass::Professional, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnDoctorLicence, 15, 15, kDigit, kDigit},
    {{"cn-doctor-qualification", "doctor's qualification certificate", "医师资格证书编码", IdentifierClass::Direct, "", "MOD 11-2 of the inner citizen number", 4, DecidedBy::Values, 0.032, 1.0}, checkCnDoctorQualification, 24, 27, kDigit | kUpper | kLower, kDigit},
    {{"cn-drug-approval", "drug approval number", "国药准字", IdentifierClass::Code, "", "none", 2, DecidedBy::Values, 0.0001, 1.0}, checkCnDrugApproval, 9, 23, kWide | kUpper | kDigit | kSpace, kUpper | kDigit},
    {{"cn-drug-standard-code", "national drug standard code", "国家药品本位码", IdentifierClass::Code, "GB 18937", "GTIN-14 mod 10", 2, DecidedBy::Values, 0.1, 1.0}, checkCnDrugStandardCode, 14, 14, kDigit, kDigit},
    {{"cn-drug-trace-code", "drug pack traceability code", "药品追溯码", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, checkCnDrugTraceCode, 20, 20, kDigit, kDigit},
    {{"cn-foreign-permanent-id", "foreign permanent resident ID", "外国人永久居留身份证", IdentifierClass::Direct, "", "ISO 7064 MOD 11-2", 4, DecidedBy::Values, 0.091, 1.0}, checkCnForeignPermanentId, 15, 18, kDigit | kUpper | kLower, kDigit},
    {{"cn-health-code", "electronic health card or insurance voucher", "电子健康码/医保电子凭证", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnHealthCode, 16, 128, kUpper | kLower | kDigit | kDash | kOther, 0},
    {{"cn-hk-macau-pass", "exit permit for Hong Kong and Macau", "往来港澳通行证", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnHkMacauPass, 9, 9, kUpper | kDigit, kUpper | kDigit},
    {{"cn-hmt-permit", "residence permit of Hong Kong, Macau, Taiwan residents", "港澳台居民居住证", IdentifierClass::Direct, "GB 11643-1999", "ISO 7064 MOD 11-2", 4, DecidedBy::Values, 0.032, 0.001}, checkCnHmtPermit, 18, 18, kDigit | kUpper | kLower, kDigit},
    {{"cn-home-return-permit", "mainland travel permit of Hong Kong and Macau residents", "港澳居民来往内地通行证", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnHomeReturnPermit, 9, 11, kUpper | kDigit, kUpper | kDigit},
    {{"cn-insurance-person-no", "insurance person number", "医保人员编号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnInsurancePersonNo, 6, 32, kUpper | kLower | kDigit, kDigit},
    {{"cn-landline", "landline telephone", "固定电话", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.09, 1.0}, checkCnLandline, 10, 22, kDigit | kParen | kSpace | kDash, kDigit},
    {{"cn-medical-institution-code", "insurance code of a hospital or pharmacy", "定点医药机构代码", IdentifierClass::Organisation, "", "none", 1, DecidedBy::Name, 1.0, 1.0}, checkCnMedicalInstitutionCode, 12, 12, kUpper | kDigit, kUpper | kDigit},
    {{"cn-medical-institution-licence", "licence number of a medical institution", "医疗机构执业许可证登记号", IdentifierClass::Organisation, "", "none", 1, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"cn-military-id", "military identity document", "军官证/士兵证", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.0001, 1.0}, checkCnMilitaryId, 13, 24, kWide | kDigit, kWide | kDigit},
    {{"cn-mobile", "mobile telephone", "手机号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.056, 1.0}, checkCnMobile, 11, 19, kDigit | kSpace | kDash | kPlus, kDigit},
    {{"cn-nhsa-consumable-code", "insurance code of a consumable", "医保耗材代码", IdentifierClass::Code, "", "none", 2, DecidedBy::Values, 0.039, 1.0}, checkCnNhsaConsumableCode, 20, 27, kUpper | kDigit, kUpper | kDigit},
    {{"cn-nhsa-drug-code", "insurance code of a western drug", "医保西药代码", IdentifierClass::Code, "", "none", 2, DecidedBy::Values, 0.0001, 1.0}, checkCnNhsaDrugCode, 23, 23, kUpper | kDigit, kUpper | kDigit},
    {{"cn-nhsa-tcm-code", "insurance code of a Chinese medicine", "医保中成药代码", IdentifierClass::Code, "", "none", 2, DecidedBy::Values, 0.0001, 1.0}, checkCnNhsaTcmCode, 20, 20, kUpper | kDigit, kUpper | kDigit},
    {{"cn-nurse-insurance-code", "insurance code of a nurse", "医保护士代码", IdentifierClass::Professional, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnNurseInsuranceCode, 13, 13, kUpper | kDigit, kUpper | kDigit},
    {{"cn-org-code", "organisation code", "组织机构代码", IdentifierClass::Organisation, "GB 11714-1997", "MOD 11, weights 3 7 9 10 5 8 4 2", 1, DecidedBy::Values, 0.091, 1.0}, checkCnOrgCode, 9, 10, kUpper | kDigit | kDash, kDigit},
    {{"cn-passport", "Chinese passport", "护照号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnPassport, 9, 9, kUpper | kDigit, kDigit},
    {{"cn-pharmacist-insurance-code", "insurance code of a pharmacist or technician", "医保药师/技师代码", IdentifierClass::Professional, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnPharmacistInsuranceCode, 14, 14, kUpper | kDigit, kUpper | kDigit},
    {{"cn-plate", "vehicle plate", "车牌号", IdentifierClass::Direct, "GA 36", "none", 4, DecidedBy::Values, 0.001, 1.0}, checkCnPlate, 9, 16, kWide | kUpper | kDigit | kDash | kSpace, kWide | kUpper},
    {{"cn-postcode", "postcode", "邮政编码", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, checkCnPostcode, 6, 6, kDigit, kDigit},
    {{"cn-resident-id", "resident identity number", "居民身份证号", IdentifierClass::Direct, "GB 11643-1999", "ISO 7064 MOD 11-2", 4, DecidedBy::Values, 0.032, 0.05}, checkCnResidentId, 18, 18, kDigit | kUpper | kLower, kDigit},
    {{"cn-resident-id-15", "resident identity number, 15 digits", "居民身份证号（15位）", IdentifierClass::Direct, "GB 11643-1989", "none", 4, DecidedBy::Values, 0.013, 1.0}, checkCnResidentId15, 15, 15, kDigit, kDigit},
    {{"cn-social-security-card", "social security card number", "社会保障卡号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnSocialSecurityCard, 8, 20, kUpper | kLower | kDigit, 0},
    {{"cn-taiwan-compatriot-permit", "mainland travel permit of Taiwan residents", "台湾居民来往大陆通行证", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnTaiwanCompatriotPermit, 8, 10, kDigit, kDigit},
    {{"cn-taiwan-pass", "exit permit for Taiwan", "往来台湾通行证", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkCnTaiwanPass, 9, 9, kUpper | kDigit, kUpper | kDigit},
    {{"cn-uscc", "unified social credit code", "统一社会信用代码", IdentifierClass::Organisation, "GB 32100-2015", "MOD 31, weights 3^i", 1, DecidedBy::Values, 0.029, 1.0}, checkCnUscc, 18, 18, kUpper | kDigit, kDigit},
    {{"code-system", "URI of a code system", "编码体系标识", IdentifierClass::Code, "RFC 3986", "none", 1, DecidedBy::Name, 1.0, 1.0}, checkCodeSystem, 7, 2000, kAny, kColon},
    {{"credit-card", "credit card number", "信用卡号", IdentifierClass::Direct, "ISO/IEC 7812-1", "Luhn", 4, DecidedBy::Values, 0.1, 1.0}, checkCreditCard, 13, 23, kDigit | kSpace | kDash, kDigit},
    {{"crypto-wallet", "wallet of a cryptocurrency", "加密货币钱包地址", IdentifierClass::Direct, "BIP 173, BIP 350, EIP-55", "double SHA-256, BCH code or Keccak-256", 4, DecidedBy::Values, 0.0001, 1.0}, checkCryptoWallet, 26, 62, kUpper | kLower | kDigit, kDigit},
    {{"death-date", "date of death", "死亡日期", IdentifierClass::Quasi, "ISO 8601", "calendar", 3, DecidedBy::Name, 1.0, 1.0}, checkDate, 6, 40, kAny, kDigit},
    {{"department", "department", "科室", IdentifierClass::None, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"device-id", "device serial number", "设备序列号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"diagnosis", "diagnosis in words", "诊断名称", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"dicom-uid", "DICOM unique identifier", "DICOM唯一标识", IdentifierClass::Direct, "DICOM PS3.5 9", "none", 4, DecidedBy::Values, 0.0001, 1.0}, checkDicomUid, 5, 64, kDigit | kDot, kDigit | kDot},
    {{"driver-licence", "driver's licence", "驾驶证号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"education", "education", "文化程度", IdentifierClass::Quasi, "GB/T 4658", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"email", "e-mail address", "电子邮箱", IdentifierClass::Direct, "RFC 5322", "none", 4, DecidedBy::Values, 0.0001, 1.0}, checkEmail, 5, 254, kAny, kAt | kDot},
    {{"employer", "employer", "工作单位", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"encounter-no", "visit, stay or settlement number", "就诊/结算流水号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkRecordNo, 2, 40, kUpper | kLower | kDigit | kDash | kSlash | kOther, 0},
    {{"ethnic-group", "ethnic group", "民族", IdentifierClass::Quasi, "GB/T 3304", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"event-date", "date of an event", "事件日期", IdentifierClass::Quasi, "ISO 8601", "calendar", 3, DecidedBy::Values, 0.001, 1.0}, checkDate, 6, 40, kAny, kDigit},
    {{"face-photo", "full-face photograph", "面部照片", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"fax", "fax number", "传真", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"free-text", "free text", "自由文本", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Both, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"genetic-data", "genetic data", "遗传信息", IdentifierClass::Sensitive, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"genetic-variant", "genetic variant", "基因变异", IdentifierClass::Sensitive, "HGVS, dbSNP, HLA", "none", 4, DecidedBy::Values, 0.0005, 1.0}, checkGeneticVariant, 4, 128, kAny, kDigit},
    {{"gtin", "trade item number", "商品条码", IdentifierClass::Code, "GS1 GTIN", "mod 10, weights 3, 1", 1, DecidedBy::Values, 0.1, 1.0}, checkGtin, 8, 14, kDigit, kDigit},
    {{"hk-id", "Hong Kong identity card", "香港身份证", IdentifierClass::Direct, "", "MOD 11, weights 9…2", 4, DecidedBy::Values, 0.091, 1.0}, checkHkId, 8, 11, kUpper | kDigit | kParen, kUpper | kDigit},
    {{"iban", "international bank account number", "国际银行账号", IdentifierClass::Direct, "ISO 13616", "MOD 97-10", 4, DecidedBy::Values, 0.0104, 1.0}, checkIban, 15, 42, kUpper | kDigit | kSpace, kUpper | kDigit},
    {{"icd-10", "ICD-10 diagnosis code", "ICD-10疾病编码", IdentifierClass::Sensitive, "ICD-10", "none", 3, DecidedBy::Values, 0.01, 1.0}, checkIcd10, 3, 15, kUpper | kDigit | kDot | kLower | kPlus | kOther | kWide, kUpper | kDigit},
    {{"icd-9", "ICD-9 diagnosis code", "ICD-9疾病编码", IdentifierClass::Sensitive, "ICD-9-CM", "none", 3, DecidedBy::Name, 1.0, 1.0}, checkIcd9, 1, 6, kUpper | kDigit | kDot, kDigit},
    {{"icd-9-cm-3", "ICD-9-CM-3 procedure code", "ICD-9-CM-3手术编码", IdentifierClass::Sensitive, "ICD-9-CM-3", "none", 3, DecidedBy::Values, 0.01, 1.0}, checkIcd9Cm3, 2, 11, kDigit | kDot | kLower, kDigit},
    {{"imei", "mobile device number", "移动设备识别码", IdentifierClass::Direct, "3GPP TS 23.003", "Luhn", 4, DecidedBy::Values, 0.1, 1.0}, checkImei, 15, 18, kDigit | kDash | kSpace, kDigit},
    {{"in-aadhaar", "Indian Aadhaar number", "印度身份号码", IdentifierClass::Direct, "", "Verhoeff", 4, DecidedBy::Values, 0.08, 1.0}, checkInAadhaar, 12, 14, kDigit | kSpace | kDash | kColon, kDigit},
    {{"in-gstin", "Indian goods and services tax number", "印度商品服务税号", IdentifierClass::Direct, "", "Luhn mod 36", 4, DecidedBy::Values, 0.0001, 1.0}, checkInGstin, 15, 15, kUpper | kDigit, kUpper | kDigit},
    {{"in-pan", "Indian tax number", "印度税号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.01, 1.0}, checkInPan, 10, 10, kUpper | kDigit, kUpper | kDigit},
    {{"in-passport", "Indian passport", "印度护照", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkInPassport, 8, 8, kUpper | kDigit, kUpper | kDigit},
    {{"in-voter", "Indian voter card", "印度选民证号", IdentifierClass::Direct, "", "Luhn", 4, DecidedBy::Name, 1.0, 1.0}, checkInVoter, 10, 10, kUpper | kDigit, kUpper | kDigit},
    {{"income", "income", "收入", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"insurance-no", "health plan number", "医疗保险号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"insurance-type", "kind of insurance", "险种类型", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"ip-address", "IP address", "IP地址", IdentifierClass::Direct, "RFC 791, RFC 4291", "none", 4, DecidedBy::Values, 0.0001, 1.0}, checkIpAddress, 3, 64, kDigit | kLower | kUpper | kDot | kColon | kSlash | kOther, 0},
    {{"kr-brn", "Korean business registration number", "韩国企业登记号", IdentifierClass::Organisation, "", "mod 10", 1, DecidedBy::Name, 1.0, 1.0}, checkKrBrn, 10, 12, kDigit | kDash, kDigit},
    {{"kr-frn", "Korean registration number of a foreigner", "韩国外国人登记号", IdentifierClass::Direct, "", "MOD 11", 4, DecidedBy::Values, 0.1, 1.0}, checkKrFrn, 13, 14, kDigit | kDash, kDigit},
    {{"kr-passport", "Korean passport", "韩国护照", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkKrPassport, 9, 9, kUpper | kDigit, kUpper | kDigit},
    {{"kr-rrn", "Korean resident number", "韩国居民登记号", IdentifierClass::Direct, "", "MOD 11", 4, DecidedBy::Values, 0.1, 1.0}, checkKrRrn, 13, 14, kDigit | kDash, kDigit},
    {{"lab-result", "laboratory result", "检验结果", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"language", "language", "语言", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"latitude-longitude", "geographic coordinate", "经纬度", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkLatitudeLongitude, 3, 24, kDigit | kDot | kDash, kDigit},
    {{"loinc", "LOINC code", "LOINC代码", IdentifierClass::Code, "LOINC", "Luhn", 2, DecidedBy::Values, 0.1, 1.0}, checkLoinc, 3, 9, kDigit | kDash, kDigit | kDash},
    {{"lot-no", "lot number of a drug or device", "批号", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"mac-address", "MAC address", "MAC地址", IdentifierClass::Direct, "IEEE 802", "none", 4, DecidedBy::Values, 0.0001, 1.0}, checkMacAddress, 12, 17, kDigit | kUpper | kLower | kColon | kDash | kDot, 0},
    {{"macao-id", "Macao identity card", "澳门身份证", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkMacaoId, 8, 10, kDigit | kParen, kDigit},
    {{"marital-status", "marital status", "婚姻状况", IdentifierClass::Quasi, "GB/T 2261.2", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"medical-record-no", "medical record number", "病案号/住院号/门诊号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkRecordNo, 2, 40, kUpper | kLower | kDigit | kDash | kSlash | kOther, 0},
    {{"medication", "drug in words", "药品名称", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"nationality", "nationality", "国籍", IdentifierClass::Quasi, "GB/T 2659", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"native-place", "native place", "籍贯", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"occupation", "occupation", "职业", IdentifierClass::Quasi, "GB/T 6565", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"order-no", "order, prescription, specimen or report number", "医嘱/处方/标本/报告号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkRecordNo, 2, 40, kUpper | kLower | kDigit | kDash | kSlash | kOther, 0},
    {{"organisation-id", "identifier of an organisation", "机构标识", IdentifierClass::Organisation, "", "none", 1, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"organisation-name", "name of an organisation", "机构名称", IdentifierClass::Organisation, "", "none", 1, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"passport-mrz", "machine-readable zone of a passport", "护照机读码", IdentifierClass::Direct, "ICAO 9303", "weights 7, 3, 1", 4, DecidedBy::Values, 0.001, 1.0}, checkPassportMrz, 36, 96, kUpper | kDigit | kSpace | kOther, kUpper | kDigit},
    {{"patient-id", "identifier of a person in a system", "患者标识", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"person-name", "name of a person", "姓名", IdentifierClass::Direct, "", "none", 4, DecidedBy::Both, 0.2, 1.0}, checkPersonName, 2, 80, kAny, 0},
    {{"person-type", "kind of insured person", "人员类别", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"ph-national-id", "Philippine identity number", "菲律宾身份号码", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkPhNationalId, 12, 19, kDigit | kDash | kSpace, kDigit},
    {{"phone", "telephone, international", "国际电话", IdentifierClass::Direct, "ITU-T E.164", "none", 4, DecidedBy::Values, 0.05, 1.0}, checkPhone, 7, 24, kDigit | kSpace | kDash | kDot | kParen | kPlus, kDigit},
    {{"procedure", "procedure in words", "手术操作名称", IdentifierClass::Sensitive, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"professional-id", "identifier of a professional", "医务人员标识", IdentifierClass::Professional, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"professional-name", "name of a professional", "医务人员姓名", IdentifierClass::Professional, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkPersonName, 2, 80, kAny, 0},
    {{"qq-id", "QQ number", "QQ号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkQqId, 5, 11, kDigit, kDigit},
    {{"race", "race", "种族", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"region", "region, town or country", "地区", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"relation", "relation to the person", "与患者关系", IdentifierClass::Quasi, "", "none", 2, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"religion", "religion", "宗教信仰", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, nullptr, 0, 0, 0, 0},
    {{"sex", "sex", "性别", IdentifierClass::Quasi, "GB/T 2261.1", "none", 2, DecidedBy::Values, 0.01, 1.0}, checkSex, 1, 24, kAny, 0},
    {{"sg-nric", "Singapore identity number", "新加坡身份号码", IdentifierClass::Direct, "", "MOD 11, letter", 4, DecidedBy::Values, 0.05, 1.0}, checkSgNric, 9, 9, kUpper | kDigit, kUpper | kDigit},
    {{"sg-uen", "Singapore entity number", "新加坡企业注册号", IdentifierClass::Organisation, "", "MOD 11, letter", 1, DecidedBy::Values, 0.04, 1.0}, checkSgUen, 9, 10, kUpper | kDigit, kUpper | kDigit},
    {{"snomed-ct", "SNOMED CT identifier", "SNOMED CT标识", IdentifierClass::Code, "SNOMED CT", "Verhoeff", 2, DecidedBy::Values, 0.089, 1.0}, checkSnomedCt, 6, 18, kDigit, kDigit},
    {{"th-national-id", "Thai identity number", "泰国身份号码", IdentifierClass::Direct, "", "MOD 11", 4, DecidedBy::Values, 0.1, 1.0}, checkThNationalId, 13, 17, kDigit | kDash | kSpace, kDigit},
    {{"tw-id", "Taiwan identity number", "台湾身份证", IdentifierClass::Direct, "", "MOD 10", 4, DecidedBy::Values, 0.04, 1.0}, checkTwId, 10, 10, kUpper | kDigit, kUpper | kDigit},
    {{"udi", "unique device identifier with serial or lot", "医疗器械唯一标识", IdentifierClass::Direct, "GS1", "GTIN mod 10", 4, DecidedBy::Values, 0.0011, 1.0}, checkUdi, 18, 200, kAny, kParen | kDigit},
    {{"uk-nhs-number", "UK NHS number", "英国NHS号", IdentifierClass::Direct, "", "MOD 11, weights 10…2", 4, DecidedBy::Values, 0.091, 1.0}, checkUkNhs, 10, 12, kDigit | kSpace | kDash, kDigit},
    {{"uk-nino", "UK national insurance number", "英国国民保险号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.084, 1.0}, checkUkNino, 9, 13, kUpper | kLower | kDigit | kSpace, kDigit},
    {{"uk-postcode", "UK postcode", "英国邮编", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Values, 0.025, 1.0}, checkUkPostcode, 5, 8, kUpper | kDigit | kSpace, kUpper | kDigit},
    {{"url", "web address", "网址", IdentifierClass::Direct, "RFC 3986", "none", 4, DecidedBy::Values, 0.0001, 1.0}, checkUrl, 7, 2000, kAny, kDot},
    {{"us-aba", "US bank routing number", "美国银行路由号", IdentifierClass::Organisation, "ABA", "MOD 10, weights 3 7 1", 1, DecidedBy::Name, 1.0, 1.0}, checkUsAba, 9, 11, kDigit | kDash, kDigit},
    {{"us-dea", "US DEA number", "美国DEA号", IdentifierClass::Professional, "", "mod 10", 4, DecidedBy::Values, 0.1, 1.0}, checkUsDea, 9, 9, kUpper | kLower | kDigit, kDigit},
    {{"us-itin", "US taxpayer number", "美国个人纳税号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.08, 1.0}, checkUsItin, 9, 11, kDigit | kDash | kSpace | kDot, kDigit},
    {{"us-mbi", "US Medicare number", "美国医保受益人号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.01, 1.0}, checkUsMbi, 11, 13, kUpper | kLower | kDigit | kDash, kDigit},
    {{"us-npi", "US provider number", "美国医疗提供者号", IdentifierClass::Professional, "", "Luhn with 80840", 4, DecidedBy::Values, 0.1, 1.0}, checkUsNpi, 10, 12, kDigit | kDash | kSpace, kDigit},
    {{"us-passport", "US passport", "美国护照", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkUsPassport, 9, 9, kUpper | kDigit, kDigit},
    {{"us-ssn", "US social security number", "美国社会保障号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Values, 0.01, 0.01}, checkUsSsn, 9, 11, kDigit | kDash | kSpace | kDot, kDigit},
    {{"us-zip", "US ZIP code", "美国邮编", IdentifierClass::Quasi, "", "none", 3, DecidedBy::Name, 1.0, 1.0}, checkUsZip, 5, 10, kDigit | kDash, kDigit},
    {{"uuid", "UUID", "UUID", IdentifierClass::Direct, "RFC 9562", "none", 4, DecidedBy::Values, 0.0001, 1.0}, checkUuid, 36, 36, kDigit | kUpper | kLower | kDash, kDash},
    {{"vin", "vehicle identification number", "车辆识别代号", IdentifierClass::Direct, "ISO 3779", "MOD 11, position 9", 4, DecidedBy::Values, 0.091, 1.0}, checkVin, 17, 17, kUpper | kLower | kDigit, kDigit},
    {{"wechat-id", "WeChat name", "微信号", IdentifierClass::Direct, "", "none", 4, DecidedBy::Name, 1.0, 1.0}, checkWechatId, 6, 20, kUpper | kLower | kDigit | kDash | kOther, 0},
});
// clang-format on

constexpr bool sortedById() {
    for (std::size_t i = 1; i < kKinds.size(); ++i)
        if (!(kKinds[i - 1].kind.id < kKinds[i].kind.id))
            return false;
    return true;
}
static_assert(sortedById(), "findIdentifierKind searches by halves");

constexpr auto makeKinds() {
    std::array<IdentifierKind, kKinds.size()> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        kinds[i] = kKinds[i].kind;
    return kinds;
}
constexpr auto kPublicKinds = makeKinds();

} // namespace

std::span<const KindEntry> kindTable() {
    return kKinds;
}

std::span<const IdentifierKind> identifierKinds() {
    return kPublicKinds;
}

const IdentifierKind* findIdentifierKind(std::string_view id) {
    const auto* const found = std::lower_bound(
        kPublicKinds.begin(), kPublicKinds.end(), id,
        [](const IdentifierKind& kind, std::string_view wanted) { return kind.id < wanted; });
    return found != kPublicKinds.end() && found->id == id ? found : nullptr;
}

} // namespace mangrove::classify
