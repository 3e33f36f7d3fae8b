// SPDX-License-Identifier: GPL-3.0-or-later
#include "ward_notes.h"

#include "base/format.h"
#include "base/text.h"
#include "classify/check_digits.h"
#include "support/temp_dir.h"

#include <algorithm>
#include <array>

namespace mangrove::test {

namespace {

constexpr std::array<std::string_view, 12> kMonthNames{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

std::uint64_t codePoints(std::string_view text) {
    return static_cast<std::uint64_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

WardNotes::WardNotes(NoteSplit split, std::uint64_t seed)
    : m_random(seed), m_parity(split == NoteSplit::Development ? 0 : 1) {
    readVocabulary();
    readSentences(split == NoteSplit::Development ? "notes-development.txt" : "notes-held-out.txt");
}

void WardNotes::readVocabulary() {
    const std::string bytes = readAll(testData() / "classification/notes-vocabulary.txt");
    std::string list;
    for (const std::string_view line : split(bytes, '\n')) {
        if (line.starts_with("## ")) {
            list = line.substr(3);
            continue;
        }
        if (line.empty() || line.starts_with("#"))
            continue;
        const auto words = split(line, ' ');
        for (std::size_t i = m_parity; i < words.size(); i += 2) {
            std::string word(words[i]);
            std::replace(word.begin(), word.end(), '_', ' ');
            m_words[list].push_back(std::move(word));
        }
    }
}

void WardNotes::readSentences(const std::string& file) {
    const std::string bytes = readAll(testData() / "classification" / file);
    for (const std::string_view line : split(bytes, '\n')) {
        const auto bar = line.find(" | ");
        if (line.empty() || line.starts_with("#") || bar == std::string_view::npos)
            continue;
        const std::string style(line.substr(0, bar));
        if (m_sentences.find(style) == m_sentences.end())
            m_styles.push_back(style);
        m_sentences[style].emplace_back(line.substr(bar + 3));
    }
    if (m_styles.empty())
        m_problem = file + " holds no sentences";
}

const std::string& WardNotes::word(const std::string& list) {
    const auto found = m_words.find(list);
    if (found == m_words.end()) {
        m_problem = "no list " + list;
        static const std::string kNone = "?";
        return kNone;
    }
    return found->second[m_random.below(found->second.size())];
}

WardNotes::Person WardNotes::latinPerson() {
    return {word("latin-name"), "Latin"};
}

WardNotes::Person WardNotes::chinesePerson(bool mayBeLatin) {
    const std::uint64_t dice = m_random.below(100);
    if (dice >= 95 && mayBeLatin)
        return latinPerson();
    if (dice >= 85 && dice < 95)
        return {word("minority-name"), "minority"};
    const bool compound = dice >= 75 && dice < 85;
    const bool rare = dice >= 60 && dice < 75;
    std::string name = word(compound ? "compound-surname" : rare ? "rare-surname" : "surname");
    name += word(m_random.below(4) == 0 ? "given-one" : "given-two");
    return {std::move(name), compound ? "compound" : rare ? "rare" : "common"};
}

std::string WardNotes::digits(std::size_t count) {
    std::string text;
    while (text.size() < count)
        text += static_cast<char>('0' + static_cast<int>(m_random.below(10)));
    return text;
}

std::string WardNotes::day(bool english, std::uint64_t firstYear, std::uint64_t lastYear) {
    const std::uint64_t year = upTo(firstYear, lastYear);
    const std::uint64_t month = upTo(1, 12);
    const std::uint64_t date = upTo(1, 28);
    switch (m_random.below(4)) {
    case 0:
        return format("{:04}-{:02}-{:02}", year, month, date);
    case 1:
        return english ? format("{} {}, {}", kMonthNames.at(month - 1), date, year)
                       : format("{}年{}月{}日", year, month, date);
    case 2:
        return english ? format("{:02}/{:02}/{}", month, date, year)
                       : format("{}.{:02}.{:02}", year, month, date);
    default:
        return english            ? format("{} {} {}", date, kMonthNames.at(month - 1).substr(0, 3), year)
               : firstYear > 2000 ? format("{}月{}日", month, date)
                                  : format("{}/{}/{}", year, month, date);
    }
}

std::string WardNotes::mobile() {
    constexpr std::array<std::string_view, 6> kPrefixes{"138", "159", "186", "177", "199", "150"};
    const std::string number = std::string(kPrefixes.at(m_random.below(kPrefixes.size()))) + digits(8);
    if (m_random.below(5) == 0)
        return number.substr(0, 3) + "-" + number.substr(3, 4) + "-" + number.substr(7);
    return number;
}

std::string WardNotes::residentId() {
    // births 1901 to 1919: nobody living
    std::string number =
        format("46010519{:02}{:02}{:02}99{}", upTo(1, 19), upTo(1, 12), upTo(1, 28), m_random.below(10));
    number += classify::mod11_2(number);
    return number;
}

std::string WardNotes::bankCard() {
    std::string card = "621700" + digits(12);
    for (char last = '0'; last <= '9'; ++last)
        if (classify::luhn(card + last))
            return card + last;
    return card;
}

std::string WardNotes::address() {
    std::string text = word("place");
    switch (m_random.below(3)) {
    case 0:
        return text + word("road") + format("{}号{}栋{}室", upTo(1, 99), upTo(1, 9), upTo(101, 909));
    case 1:
        return text + word("village") + format("{}组{}号", upTo(1, 9), upTo(1, 99));
    default:
        return text + word("estate") + format("{}单元{}", upTo(1, 4), upTo(101, 909));
    }
}

WardNotes::Slot WardNotes::identifier(std::string_view slot) {
    const auto named = [](Person person, const char* type) {
        return Slot{std::move(person.name), type, person.sort};
    };
    if (slot == "pn")
        return named(m_patient, "person-name");
    if (slot == "rn")
        return named(m_relative, "person-name");
    if (slot == "dn" || slot == "nn")
        return named(chinesePerson(false), "professional-name");
    if (slot == "psn")
        return {word("surname"), "person-name", "surname"};
    if (slot == "dsn")
        return {word("surname"), "professional-name", "surname"};
    if (slot == "en")
        return named(latinPerson(), "person-name");
    if (slot == "edn")
        return named(latinPerson(), "professional-name");
    if (slot == "pef")
        return {word("latin-family"), "person-name", "Latin"};
    if (slot == "def")
        return {word("latin-family"), "professional-name", "Latin"};
    if (slot == "mob")
        return {m_mobile, "cn-mobile", ""};
    if (slot == "tel")
        return {"0898-6" + digits(7), "cn-landline", ""};
    if (slot == "id")
        return {m_id, "cn-resident-id", ""};
    if (slot == "addr")
        return {m_address, "address", ""};
    if (slot == "city")
        return {word("place"), "region", ""};
    if (slot == "date")
        return {day(false, 2021, 2025), "event-date", ""};
    if (slot == "bd")
        return {day(false, 1935, 1999), "birth-date", ""};
    if (slot == "edate")
        return {day(true, 2021, 2025), "event-date", ""};
    if (slot == "ebd")
        return {day(true, 1935, 1999), "birth-date", ""};
    if (slot == "mrn")
        return {m_record, "medical-record-no", ""};
    if (slot == "emp")
        return {word("employer"), "employer", ""};
    if (slot == "mail")
        return {"u" + digits(6) + "@example.com", "email", ""};
    if (slot == "wx")
        return {"wx_" + digits(7), "wechat-id", ""};
    if (slot == "bed")
        return {std::to_string(upTo(1, 60)), "bed-no", ""};
    if (slot == "card")
        return {bankCard(), "bank-card", ""};
    if (slot == "ephone")
        return {format("({}) 555-01{}", upTo(201, 989), digits(2)), "phone", ""};
    if (slot == "eaddr")
        return {word("english-place"), "address", ""};
    return {};
}

WardNotes::Slot WardNotes::plain(std::string_view slot) {
    const std::pair<std::string_view, const char*> lists[] = {
        {"rel", "relation"},    {"drug", "drug"},     {"eponym", "eponym"},      {"dept", "department"},
        {"finding", "finding"}, {"hosp", "hospital"}, {"edrug", "english-drug"}, {"eepo", "english-eponym"}};
    for (const auto& [name, list] : lists)
        if (slot == name)
            return {word(list), "", ""};
    if (slot == "sex")
        return {m_random.below(2) == 0 ? "男" : "女", "", ""};
    if (slot == "age")
        return {std::to_string(upTo(18, 88)), "", ""};
    if (slot == "n")
        return {std::to_string(upTo(2, 60)), "", ""};
    if (slot == "lab")
        return {format("{}.{}", upTo(1, 30), m_random.below(10)), "", ""};
    if (slot == "temp")
        return {format("{}.{}", upTo(36, 39), m_random.below(10)), "", ""};
    if (slot == "bp")
        return {format("{}/{}", upTo(95, 190), upTo(55, 110)), "", ""};
    if (slot == "time")
        return {format("{:02}:{:02}", m_random.below(24), m_random.below(60)), "", ""};
    m_problem = "unknown slot " + std::string(slot);
    return {};
}

WardNotes::Slot WardNotes::fill(std::string_view slot) {
    Slot made = identifier(slot);
    return made.text.empty() ? plain(slot) : made;
}

void WardNotes::append(Note& note, std::string_view sentence) {
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        note.text += sentence.substr(0, open);
        if (open == std::string_view::npos)
            return;
        const auto close = sentence.find('}', open);
        const Slot slot = fill(sentence.substr(open + 1, close - open - 1));
        const std::uint64_t start = codePoints(note.text);
        note.text += slot.text;
        if (!slot.type.empty())
            note.entities.push_back({{slot.type, start, codePoints(note.text)}, slot.sort});
        sentence.remove_prefix(close + 1);
    }
}

WardNotes::Note WardNotes::next() {
    m_patient = chinesePerson(true);
    m_relative = chinesePerson(false);
    m_mobile = mobile();
    m_id = residentId();
    m_address = address();
    m_record = m_random.below(2) == 0 ? "ZY" + digits(8) : digits(9);
    Note note;
    note.style = m_styles[m_random.below(m_styles.size())];
    const auto& sentences = m_sentences[note.style];
    const std::uint64_t count = upTo(3, 7);
    for (std::uint64_t i = 0; i < count; ++i) {
        if (i > 0)
            note.text += '\n';
        append(note, sentences[m_random.below(sentences.size())]);
    }
    note.known = {{"person-name", m_patient.name}, {"person-name", m_relative.name},
                  {"cn-mobile", m_mobile},         {"cn-resident-id", m_id},
                  {"address", m_address},          {"medical-record-no", m_record}};
    return note;
}

} // namespace mangrove::test
