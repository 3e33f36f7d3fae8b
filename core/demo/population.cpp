// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/population.h"

#include <array>
#include <cmath>

namespace mangrove::demo {

namespace {

struct Relation {
    std::string_view word;
    bool male;
};

constexpr std::array kAdultRelations{Relation{"之妻", false}, Relation{"之夫", true}, Relation{"之子", true},
                                     Relation{"之女", false}};
constexpr std::array kChildRelations{Relation{"之母", false}, Relation{"之父", true}};

const Division& pickDivision(RandomSource& random) {
    int total = 0;
    for (const Division& division : divisions())
        total += division.weight;
    int left = static_cast<int>(random.below(static_cast<std::uint64_t>(total)));
    for (const Division& division : divisions()) {
        left -= division.weight;
        if (left < 0)
            return division;
    }
    return divisions().front();
}

std::string makePhone(RandomSource& random) {
    static constexpr std::array<std::string_view, 5> kSegments{"162", "165", "167", "170", "171"};
    std::string phone(pick(random, kSegments));
    phone += "000";
    appendPadded(phone, random.below(100'000), 5);
    return phone;
}

std::string makeAddress(RandomSource& random, const Division& home) {
    std::size_t towns = 1;
    for (const char c : home.towns)
        towns += c == ' ' ? 1 : 0;
    std::string_view rest = home.towns;
    for (std::uint64_t skip = random.below(towns); skip > 0; --skip)
        rest.remove_prefix(rest.find(' ') + 1);
    std::string address(home.name);
    address += rest.substr(0, rest.find(' '));
    address += pick(random, roads());
    address += std::to_string(1 + random.below(180));
    address += "号";
    if (random.below(2) == 0) {
        address += std::to_string(1 + random.below(18));
        address += "栋";
        address += std::to_string(101 + random.below(28) * 100 + random.below(4));
        address += "室";
    }
    return address;
}

/// Month, day, sex and division of the person, a birth year of 1901–1919, sequence 990–999.
std::string makeCitizenNumber(RandomSource& random, const Patient& patient) {
    const std::chrono::year_month_day birth{patient.birth};
    std::string digits(patient.home->code);
    appendPadded(digits, 1901 + random.below(19), 4);
    appendPadded(digits, static_cast<unsigned>(birth.month()), 2);
    appendPadded(digits, static_cast<unsigned>(birth.day()), 2);
    appendPadded(digits, 990 + random.below(5) * 2 + (patient.male ? 1 : 0), 3);
    digits += citizenCheckDigit(digits);
    return digits;
}

Day makeBirth(RandomSource& random, int age, Day admission) {
    using namespace std::chrono;
    const year_month_day today{admission};
    // from one day after the birthday to come back to the birthday just gone
    const Day latest = sys_days{year{static_cast<int>(today.year()) - age} / today.month() / day{1}};
    const Day birth = latest - days{static_cast<int>(random.below(330))};
    const year_month_day date{birth};
    // 29 February does not exist in most birth years of the citizen numbers
    return date.month() == February && date.day() == day{29} ? birth - days{1} : birth;
}

} // namespace

char citizenCheckDigit(std::string_view digits17) {
    static constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += (digits17[i] - '0') * kWeights[i];
    return std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)];
}

char drugStandardCheckDigit(std::string_view digits13) {
    int sum = 0;
    for (std::size_t i = 0; i < 13; ++i)
        sum += (digits13[i] - '0') * (i % 2 == 0 ? 3 : 1);
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

char creditCodeCheckSymbol(std::string_view symbols17) {
    static constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0;
    int weight = 1;
    for (std::size_t i = 0; i < 17; ++i) {
        sum += static_cast<int>(kSymbols.find(symbols17[i])) * weight;
        weight = weight * 3 % 31;
    }
    return kSymbols[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

std::string makeName(RandomSource& random, bool male) {
    // squaring favours the front of the list: frequent surnames come first
    const double place = random.unit() * random.unit() * static_cast<double>(surnames().size());
    std::string name(surnames()[static_cast<std::size_t>(place)]);
    const auto characters = male ? maleCharacters() : femaleCharacters();
    name += pick(random, characters);
    if (random.below(4) != 0)
        name += pick(random, characters);
    return name;
}

Patient makePatient(RandomSource& random, std::uint64_t number, int age, Day admission) {
    Patient patient;
    patient.male = random.below(2) == 0;
    patient.name = makeName(random, patient.male);
    patient.birth = makeBirth(random, age, admission);
    patient.home = &pickDivision(random);
    patient.address = makeAddress(random, *patient.home);
    patient.citizenNumber = makeCitizenNumber(random, patient);
    patient.phone = makePhone(random);
    patient.personNumber = "46000000";
    appendPadded(patient.personNumber, 100'000'000'000 + number * 7919, 12);
    appendPadded(patient.recordNumber, 2'500'000 + number, 10);
    if (age < 15) {
        const Relation& relation = pick(random, kChildRelations);
        patient.relative = makeName(random, relation.male);
        patient.relation = relation.word;
        patient.occupation = age < 6 ? "其他" : "学生";
        patient.insurance = "390";
        return patient;
    }
    const Relation& relation = kAdultRelations[static_cast<std::size_t>(
        random.below(2) == 0 ? (patient.male ? 0 : 1) : 2 + random.below(2))];
    patient.relative = makeName(random, relation.male);
    patient.relation = relation.word;
    patient.occupation = age >= 62 && random.below(3) != 0 ? "退（离）休人员" : pick(random, occupations());
    if (patient.occupation == "学生" && age > 25)
        patient.occupation = "职员";
    const std::uint64_t payer = random.below(100);
    patient.insurance = payer < 42 ? "310" : payer < 92 ? "390" : "";
    return patient;
}

std::vector<Doctor> makeDoctors(RandomSource& random) {
    std::vector<Doctor> doctors;
    for (const Diagnosis& diagnosis : diagnoses()) {
        bool known = false;
        for (const Doctor& doctor : doctors)
            known = known || doctor.department == diagnosis.department;
        for (int i = 0; !known && i < 4; ++i) {
            std::string code = "D460106";
            appendPadded(code, 990'001 + doctors.size(), 6);
            doctors.push_back(
                {makeName(random, random.below(2) == 0), std::move(code), diagnosis.department});
        }
    }
    return doctors;
}

double normal(RandomSource& random) {
    double u = 0;
    double s = 0;
    do {
        u = 2 * random.unit() - 1;
        const double v = 2 * random.unit() - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    return u * std::sqrt(-2 * std::log(s) / s);
}

double logNormal(RandomSource& random, double median, double sigma) {
    return median * std::exp(sigma * normal(random));
}

void appendPadded(std::string& text, std::uint64_t value, int width) {
    const std::string digits = std::to_string(value);
    for (auto missing = static_cast<int>(digits.size()); missing < width; ++missing)
        text += '0';
    text += digits;
}

void appendDate(std::string& text, Day day) {
    const std::chrono::year_month_day date{day};
    appendPadded(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    text += '-';
    appendPadded(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    appendPadded(text, static_cast<unsigned>(date.day()), 2);
}

} // namespace mangrove::demo
