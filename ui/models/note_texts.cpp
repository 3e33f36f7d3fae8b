// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/note_texts.h"

#include "base/error.h"
#include "base/number.h"
#include "i18n/format.h"
#include "i18n/word_table.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace mangrove::ui {

namespace {

constexpr std::array kNoteWords{
    // models
    WordText{"k-anonymity", QT_TRANSLATE_NOOP("NoteWords", "k-anonymity")},
    WordText{"gbt-39725", QT_TRANSLATE_NOOP("NoteWords", "GB/T 39725")},
    WordText{"gbt-42460", QT_TRANSLATE_NOOP("NoteWords", "GB/T 42460")},
    WordText{"l-diversity", QT_TRANSLATE_NOOP("NoteWords", "l-diversity")},
    WordText{"t-closeness", QT_TRANSLATE_NOOP("NoteWords", "t-closeness")},
    WordText{"delta-disclosure", QT_TRANSLATE_NOOP("NoteWords", "δ-disclosure privacy")},
    WordText{"beta-likeness", QT_TRANSLATE_NOOP("NoteWords", "β-likeness")},
    WordText{"delta-presence", QT_TRANSLATE_NOOP("NoteWords", "δ-presence")},
    WordText{"k-map", QT_TRANSLATE_NOOP("NoteWords", "k-map")},
    WordText{"average-risk", QT_TRANSLATE_NOOP("NoteWords", "average risk")},
    WordText{"highest-risk", QT_TRANSLATE_NOOP("NoteWords", "highest risk")},
    WordText{"sample-uniqueness", QT_TRANSLATE_NOOP("NoteWords", "unique records")},
    WordText{"population-uniqueness", QT_TRANSLATE_NOOP("NoteWords", "population uniqueness")},
    WordText{"km-anonymity", QT_TRANSLATE_NOOP("NoteWords", "k^m-anonymity")},
    // measures
    WordText{"loss", QT_TRANSLATE_NOOP("NoteWords", "Loss")},
    WordText{"aecs", QT_TRANSLATE_NOOP("NoteWords", "average class size")},
    WordText{"discernibility", QT_TRANSLATE_NOOP("NoteWords", "discernibility")},
    WordText{"discernibility-star", QT_TRANSLATE_NOOP("NoteWords", "monotonic discernibility")},
    WordText{"entropy", QT_TRANSLATE_NOOP("NoteWords", "non-uniform entropy")},
    WordText{"entropy-monotonic", QT_TRANSLATE_NOOP("NoteWords", "monotonic non-uniform entropy")},
    WordText{"entropy-normalized", QT_TRANSLATE_NOOP("NoteWords", "normalized non-uniform entropy")},
    WordText{"precision", QT_TRANSLATE_NOOP("NoteWords", "precision")},
    WordText{"height", QT_TRANSLATE_NOOP("NoteWords", "height")},
    WordText{"kl-divergence", QT_TRANSLATE_NOOP("NoteWords", "Kullback-Leibler divergence")},
    WordText{"ambiguity", QT_TRANSLATE_NOOP("NoteWords", "ambiguity")},
    // attacks
    WordText{"singling-out-univariate", QT_TRANSLATE_NOOP("NoteWords", "singling out by one column")},
    WordText{"singling-out-multivariate", QT_TRANSLATE_NOOP("NoteWords", "singling out by several columns")},
    WordText{"linkability", QT_TRANSLATE_NOOP("NoteWords", "linkability")},
    WordText{"inference", QT_TRANSLATE_NOOP("NoteWords", "inference")},
    // why a column is of no use to an attacker
    WordText{"keyed", QT_TRANSLATE_NOOP("NoteWords", "codes made with a key")},
    WordText{"permuted", QT_TRANSLATE_NOOP("NoteWords", "cells have changed places")},
    WordText{"suppressed", QT_TRANSLATE_NOOP("NoteWords", "suppressed")},
    WordText{"perturbed", QT_TRANSLATE_NOOP("NoteWords", "changed by random amounts")},
    WordText{"labels-unknown", QT_TRANSLATE_NOOP("NoteWords", "labels that are no values")},
    WordText{"not-released", QT_TRANSLATE_NOOP("NoteWords", "not in the release")},
    // ways of sharing, GB/T 37964 3.12 to 3.14
    WordText{"public", QT_TRANSLATE_NOOP("NoteWords", "completely public")},
    WordText{"controlled", QT_TRANSLATE_NOOP("NoteWords", "controlled public")},
    WordText{"enclave", QT_TRANSLATE_NOOP("NoteWords", "enclave public")},
};

/// Four digits after the point; smaller numbers keep two figures that say something.
QString numberText(const std::string& argument) {
    constexpr double kSmall = 0.0005;
    const auto number = parseDouble(argument);
    if (!number.has_value())
        return fromUtf8(argument);
    if (*number != 0 && std::abs(*number) < kSmall)
        return QLocale().toString(*number, 'g', 2);
    return formatDecimal(*number, 4);
}

QString argumentOf(deid::NoteArg kind, const std::string& argument) {
    switch (kind) {
    case deid::NoteArg::Number:
        return numberText(argument);
    case deid::NoteArg::Word:
        return noteWord(argument).value_or(fromUtf8(argument));
    case deid::NoteArg::Name:
    case deid::NoteArg::None:
        break;
    }
    return fromUtf8(argument);
}

} // namespace

std::optional<QString> noteWord(std::string_view word) {
    return wordText(kNoteWords, "NoteWords", word);
}

QString noteText(const deid::CodedNote& note) {
    const deid::NoteInfo* info = deid::infoOf(note);
    if (info == nullptr)
        return fromUtf8(note.text);
    // The catalogue holds the English sentence of every NoteInfo in the context "Notes" (tests/ui checks
    // that).
    const QByteArray english(info->text.data(), static_cast<qsizetype>(info->text.size()));
    const QString sentence = QCoreApplication::translate("Notes", english.constData());
    std::vector<std::string> arguments;
    for (std::size_t i = 0; i < note.args.size(); ++i)
        arguments.push_back(toUtf8(argumentOf(info->args.at(i), note.args[i])));
    return fromUtf8(fillPlaceholders(toUtf8(sentence), arguments));
}

} // namespace mangrove::ui
