// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/coded_note.h"
#include "theme/tokens.h"
#include "widgets/card.h"

#include <vector>

namespace mangrove::ui {

/// The notes of a report, a line each with the tone's icon; hidden while there are none.
class NotesCard : public Card {
    Q_OBJECT
public:
    /// Info or Warning.
    explicit NotesCard(Tone tone, QWidget* parent = nullptr);
    void setNotes(const QString& title, const std::vector<deid::CodedNote>& notes);

private:
    Tone m_tone;
    QWidget* m_lines = nullptr;
};

} // namespace mangrove::ui
