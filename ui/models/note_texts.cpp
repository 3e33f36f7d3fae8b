// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/note_texts.h"

#include "base/error.h"
#include "base/number.h"
#include "i18n/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace mangrove::ui {

namespace {

struct NoteWord {
    std::string_view core;
    const char* shown;
};

constexpr std::array kNoteWords{
    // models
    NoteWord{"k-anonymity", QT_TRANSLATE_NOOP("NoteWords", "k-anonymity")},
    NoteWord{"gbt-39725", QT_TRANSLATE_NOOP("NoteWords", "GB/T 39725")},
    NoteWord{"gbt-42460", QT_TRANSLATE_NOOP("NoteWords", "GB/T 42460")},
    NoteWord{"l-diversity", QT_TRANSLATE_NOOP("NoteWords", "l-diversity")},
    NoteWord{"t-closeness", QT_TRANSLATE_NOOP("NoteWords", "t-closeness")},
    NoteWord{"delta-disclosure", QT_TRANSLATE_NOOP("NoteWords", "δ-disclosure privacy")},
    NoteWord{"beta-likeness", QT_TRANSLATE_NOOP("NoteWords", "β-likeness")},
    NoteWord{"delta-presence", QT_TRANSLATE_NOOP("NoteWords", "δ-presence")},
    NoteWord{"k-map", QT_TRANSLATE_NOOP("NoteWords", "k-map")},
    NoteWord{"average-risk", QT_TRANSLATE_NOOP("NoteWords", "average risk")},
    NoteWord{"highest-risk", QT_TRANSLATE_NOOP("NoteWords", "highest risk")},
    NoteWord{"sample-uniqueness", QT_TRANSLATE_NOOP("NoteWords", "unique records")},
    NoteWord{"population-uniqueness", QT_TRANSLATE_NOOP("NoteWords", "population uniqueness")},
    NoteWord{"km-anonymity", QT_TRANSLATE_NOOP("NoteWords", "k^m-anonymity")},
    // measures
    NoteWord{"loss", QT_TRANSLATE_NOOP("NoteWords", "Loss")},
    NoteWord{"aecs", QT_TRANSLATE_NOOP("NoteWords", "average class size")},
    NoteWord{"discernibility", QT_TRANSLATE_NOOP("NoteWords", "discernibility")},
    NoteWord{"discernibility-star", QT_TRANSLATE_NOOP("NoteWords", "monotonic discernibility")},
    NoteWord{"entropy", QT_TRANSLATE_NOOP("NoteWords", "non-uniform entropy")},
    NoteWord{"entropy-monotonic", QT_TRANSLATE_NOOP("NoteWords", "monotonic non-uniform entropy")},
    NoteWord{"entropy-normalized", QT_TRANSLATE_NOOP("NoteWords", "normalized non-uniform entropy")},
    NoteWord{"precision", QT_TRANSLATE_NOOP("NoteWords", "precision")},
    NoteWord{"height", QT_TRANSLATE_NOOP("NoteWords", "height")},
    NoteWord{"kl-divergence", QT_TRANSLATE_NOOP("NoteWords", "Kullback-Leibler divergence")},
    NoteWord{"ambiguity", QT_TRANSLATE_NOOP("NoteWords", "ambiguity")},
    // attacks
    NoteWord{"singling-out-univariate", QT_TRANSLATE_NOOP("NoteWords", "singling out by one column")},
    NoteWord{"singling-out-multivariate", QT_TRANSLATE_NOOP("NoteWords", "singling out by several columns")},
    NoteWord{"linkability", QT_TRANSLATE_NOOP("NoteWords", "linkability")},
    NoteWord{"inference", QT_TRANSLATE_NOOP("NoteWords", "inference")},
    // why a column is of no use to an attacker
    NoteWord{"keyed", QT_TRANSLATE_NOOP("NoteWords", "codes made with a key")},
    NoteWord{"permuted", QT_TRANSLATE_NOOP("NoteWords", "cells have changed places")},
    NoteWord{"suppressed", QT_TRANSLATE_NOOP("NoteWords", "suppressed")},
    NoteWord{"perturbed", QT_TRANSLATE_NOOP("NoteWords", "changed by random amounts")},
    NoteWord{"labels-unknown", QT_TRANSLATE_NOOP("NoteWords", "labels that are no values")},
    NoteWord{"not-released", QT_TRANSLATE_NOOP("NoteWords", "not in the release")},
    // ways of sharing, GB/T 37964 3.12 to 3.14
    NoteWord{"public", QT_TRANSLATE_NOOP("NoteWords", "completely public")},
    NoteWord{"controlled", QT_TRANSLATE_NOOP("NoteWords", "controlled public")},
    NoteWord{"enclave", QT_TRANSLATE_NOOP("NoteWords", "enclave public")},
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
    const auto* const known = std::find_if(kNoteWords.begin(), kNoteWords.end(),
                                           [&](const NoteWord& one) { return one.core == word; });
    if (known == kNoteWords.end())
        return std::nullopt;
    return QCoreApplication::translate("NoteWords", known->shown);
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
