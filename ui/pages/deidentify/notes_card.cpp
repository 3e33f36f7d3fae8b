// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/notes_card.h"

#include "models/note_texts.h"
#include "widgets/icon_label.h"
#include "widgets/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace mangrove::ui {

NotesCard::NotesCard(Tone tone, QWidget* parent) : Card({}, parent), m_tone(tone) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void NotesCard::setNotes(const QString& title, const std::vector<deid::CodedNote>& notes) {
    setTitle(title);
    delete m_lines;
    m_lines = new QWidget(this);
    auto* grid = new QGridLayout(m_lines);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::k8);
    grid->setVerticalSpacing(space::k8);
    grid->setColumnStretch(1, 1);
    const bool warning = m_tone == Tone::Warning;
    int row = 0;
    for (const deid::CodedNote& note : notes) {
        grid->addWidget(new IconLabel(warning ? QStringLiteral("warning") : QStringLiteral("info"),
                                      warning ? TextRole::Warning : TextRole::Info, size::kIconSmall,
                                      m_lines),
                        row, 0, Qt::AlignTop);
        auto* text = new TextLabel(noteText(note), TextStyle::Body, TextRole::Primary, m_lines);
        text->setWrapping(true);
        grid->addWidget(text, row++, 1);
    }
    body()->addWidget(m_lines);
    setVisible(!notes.empty());
}

} // namespace mangrove::ui
