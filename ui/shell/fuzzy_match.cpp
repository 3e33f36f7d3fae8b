// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/fuzzy_match.h"

#include <QStringList>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kHit = 10;
constexpr int kWordStart = 30;
constexpr int kRun = 25;
constexpr int kExactStart = 60;
constexpr int kWorstGap = 15;

bool startsWord(const QString& text, qsizetype at) {
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

int wordScore(const QString& word, const QString& text) {
    // A contiguous hit beats scattered letters; try it first.
    const qsizetype whole = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (whole >= 0) {
        const int length = static_cast<int>(word.size());
        int score = length * (kHit + kRun);
        if (startsWord(text, whole))
            score += kWordStart;
        if (whole == 0)
            score += kExactStart;
        return score - static_cast<int>(std::min<qsizetype>(whole, kWorstGap));
    }
    int score = 0;
    qsizetype from = 0;
    qsizetype previous = -2;
    for (const QChar c : word) {
        const qsizetype at = text.indexOf(c, from, Qt::CaseInsensitive);
        if (at < 0)
            return 0;
        score += kHit;
        if (at == previous + 1)
            score += kRun;
        else if (startsWord(text, at))
            score += kWordStart;
        else
            score -= static_cast<int>(std::min<qsizetype>(at - from, kWorstGap));
        previous = at;
        from = at + 1;
    }
    return std::max(1, score);
}

} // namespace

int fuzzyScore(const QString& pattern, const QString& text) {
    const QStringList words = pattern.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return 1;
    int total = 0;
    for (const QString& word : words) {
        const int score = wordScore(word, text);
        if (score == 0)
            return 0;
        total += score;
    }
    return total;
}

} // namespace mangrove::ui
