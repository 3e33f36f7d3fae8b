// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// How an argument of a note is to be shown.
enum class NoteArg : std::uint8_t {
    None,   ///< there is no such argument
    Name,   ///< of a column, or a list of them: as it is
    Number, ///< a count or a fraction, as base/number.h writes it
    Word    ///< a stable word of this room: a model, a measure, an attack, a reason
};

/// The static description of one sentence that reports may contain. All of them stand in notes.h, as errors
/// stand in errors.h, so that translations are made from them and a missing one is found.
struct NoteInfo {
    static constexpr std::size_t kMostArgs = 4;
    std::string_view code; ///< stable kebab-case; with the number of arguments it names the sentence
    std::string_view text; ///< English, with {0}, {1}… for the arguments
    std::array<NoteArg, kMostArgs> args{};
    [[nodiscard]] std::size_t argCount() const;
};

/// Something that must be known to read figures: a line of arithmetic, what a result rests on, what it does
/// not say. To be shown as it is, or translated by code and arguments.
struct CodedNote {
    std::string code;
    std::vector<std::string> args; ///< column names, numbers, words of this room; never cell values
    std::string text;              ///< English, filled in
    friend bool operator==(const CodedNote&, const CodedNote&) = default;
};

/// `args` are as many as the sentence has.
[[nodiscard]] CodedNote noteOf(const NoteInfo& info, std::vector<std::string> args = {});
/// The sentence behind a note; nullptr where a later version wrote it.
[[nodiscard]] const NoteInfo* infoOf(const CodedNote& note);
/// Every sentence of notes.h.
[[nodiscard]] std::span<const NoteInfo* const> allNotes();

} // namespace mangrove::deid
