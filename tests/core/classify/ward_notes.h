// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/classify/note_generator.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::test {

/// Which sentences and words a note is made of. The detector may be improved on the one, is measured on the
/// other, and the two share neither sentences nor words.
enum class NoteSplit { Development, HeldOut };

/// Writes labelled notes in the manner of a ward: progress notes, discharge summaries, nursing records,
/// referral letters, chats, telephone follow-ups, English letters. Sentences and words come from
/// tests/data/classification/notes-*.txt, which were written without regard to the detector's lists. Names
/// are frequent, rare, compound, of minorities and Latin ones. Same split and seed, same notes. One thread.
class WardNotes {
public:
    WardNotes(NoteSplit split, std::uint64_t seed);

    struct Entity {
        PlantedEntity planted;
        std::string_view
            sort; ///< of a name: "common", "rare", "compound", "minority", "Latin", "surname"; else ""
    };
    struct Note {
        std::string text;
        std::string style;
        std::vector<Entity> entities;
        std::vector<classify::KnownValue> known; ///< what the patient's own row would say
    };
    [[nodiscard]] Note next();

    /// False where the files of sentences are missing or a slot of theirs is unknown.
    [[nodiscard]] bool ok() const { return m_problem.empty(); }
    [[nodiscard]] const std::string& problem() const { return m_problem; }

private:
    struct Person {
        std::string name;
        std::string_view sort;
    };
    struct Slot {
        std::string text;
        std::string type; ///< empty: nothing that identifies
        std::string_view sort;
    };

    void readVocabulary();
    void readSentences(const std::string& file);
    const std::string& word(const std::string& list);
    std::uint64_t upTo(std::uint64_t from, std::uint64_t to) { return from + m_random.below(to - from + 1); }
    Person chinesePerson(bool mayBeLatin);
    Person latinPerson();
    std::string digits(std::size_t count);
    std::string day(bool english, std::uint64_t firstYear, std::uint64_t lastYear);
    std::string mobile();
    std::string residentId();
    std::string bankCard();
    std::string address();
    Slot fill(std::string_view slot);
    Slot identifier(std::string_view slot);
    Slot plain(std::string_view slot);
    void append(Note& note, std::string_view sentence);

    SeededRandom m_random;
    std::size_t m_parity;
    std::map<std::string, std::vector<std::string>> m_words;
    std::map<std::string, std::vector<std::string>> m_sentences; ///< by style
    std::vector<std::string> m_styles;
    std::string m_problem;
    Person m_patient; ///< of the note being written
    Person m_relative;
    std::string m_mobile;
    std::string m_id;
    std::string m_address;
    std::string m_record;
};

} // namespace mangrove::test
