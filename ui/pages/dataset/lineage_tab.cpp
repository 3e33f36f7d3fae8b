// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/lineage_tab.h"

#include "i18n/format.h"
#include "models/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/icon_label.h"
#include "widgets/key_value_list.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

/// A column of cards under a heading.
class LineageStage : public QWidget {
public:
    LineageStage(const QString& heading, const QString& nothing, std::size_t cards, QWidget* parent)
        : QWidget(parent), m_column(new QVBoxLayout(this)) {
        m_column->setContentsMargins(0, 0, 0, 0);
        m_column->setSpacing(space::k12);
        m_column->addWidget(new TextLabel(heading, TextStyle::Emphasis, TextRole::Secondary, this));
        if (cards == 0) {
            auto* none = new TextLabel(nothing, TextStyle::Body, TextRole::Muted, this);
            none->setWrapping(true);
            m_column->addWidget(none);
        }
    }
    Card* addCard(const QString& title, const std::vector<KeyValue>& facts) {
        auto* card = new Card(title, this);
        auto* list = new KeyValueList(card);
        list->setRows(facts);
        card->body()->addWidget(list);
        m_column->addWidget(card);
        return card;
    }
    void finish() { m_column->addStretch(); }

private:
    QVBoxLayout* m_column;
};

} // namespace

LineageTab::LineageTab(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* content = new QWidget(this);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, space::k16, 0, 0);
    m_row->setSpacing(space::k16);
    setWidget(content);
}

void LineageTab::setView(const std::shared_ptr<const DatasetView>& view, Instant now) {
    m_view = view;
    m_now = now;
    rebuild();
}

void LineageTab::retranslate() {
    rebuild();
}

void LineageTab::rebuild() {
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_view == nullptr)
        return;
    const auto arrow = [this] {
        m_row->addWidget(new IconLabel(QStringLiteral("arrow-right"), TextRole::Muted, size::kIcon, widget()),
                         0, Qt::AlignTop);
    };
    m_row->addWidget(makeSource(), 1);
    arrow();
    m_row->addWidget(makeReleases(), 1);
    arrow();
    m_row->addWidget(makePackages(), 1);
}

QWidget* LineageTab::makeSource() {
    const catalog::Dataset& dataset = m_view->summary.dataset;
    auto* stage = new LineageStage(tr("Source"), {}, 1, widget());
    stage->addCard(
        fromUtf8(dataset.name),
        {{tr("File"), fromUtf8(dataset.path), fromUtf8(dataset.path), true},
         {tr("Rows"), formatCount(dataset.rows)},
         {tr("Encoding"), fromUtf8(dataset.dialect.encoding)},
         {tr("SHA-256"), fromUtf8(dataset.sha256), {}, true},
         {tr("Registered"), formatRelative(dataset.registered, m_now), formatUtc(dataset.registered)},
         {tr("By"), fromUtf8(dataset.registeredBy.text())}});
    stage->finish();
    return stage;
}

QWidget* LineageTab::makeReleases() {
    auto* stage =
        new LineageStage(tr("De-identified tables"), tr("None has been made from this data set yet."),
                         m_view->releases.size(), widget());
    for (const catalog::Release& release : m_view->releases) {
        const QString id = fromUtf8(release.id.text());
        Card* card = stage->addCard(
            id, {{tr("Rows"), formatCount(release.rows)},
                 {tr("Columns"), formatCount(release.columns.size())},
                 {tr("Highest risk"), oneIn(release.highestRisk)},
                 {tr("GB/T 42460"), tr("level %1").arg(release.level42460)},
                 {tr("Recipe"), fromUtf8(release.recipeSha256), {}, true},
                 {tr("SHA-256"), fromUtf8(release.sha256), {}, true},
                 {tr("Made"), formatRelative(release.created, m_now), formatUtc(release.created)}});
        auto* open = new Button(tr("Show"), ButtonKind::Quiet, {}, card);
        open->setAccessibleName(tr("Show %1").arg(id));
        card->addHeaderWidget(open);
        const QString target = fromUtf8(m_view->summary.dataset.id.text());
        connect(open, &QAbstractButton::clicked, this,
                [this, target] { Q_EMIT opened(PageId::Deidentify, target); });
    }
    stage->finish();
    return stage;
}

QWidget* LineageTab::makePackages() {
    auto* stage = new LineageStage(tr("Packages"), tr("Nothing has left this workspace."),
                                   m_view->packages.size(), widget());
    for (const catalog::PackageRecord& package : m_view->packages) {
        const QString id = fromUtf8(package.id.text());
        Card* card = stage->addCard(
            id, {{tr("To"), fromUtf8(package.recipientOrganisation)},
                 {tr("Permit"), fromUtf8(package.permit.text())},
                 {tr("Table"), fromUtf8(package.release.text())},
                 {tr("Size"), formatBytes(package.bytes)},
                 {tr("SHA-256"), fromUtf8(package.sha256), {}, true},
                 {tr("Left"), formatRelative(package.created, m_now), formatUtc(package.created)}});
        auto* open = new Button(tr("Show"), ButtonKind::Quiet, {}, card);
        open->setAccessibleName(tr("Show %1").arg(id));
        card->addHeaderWidget(open);
        connect(open, &QAbstractButton::clicked, this, [this, id] { Q_EMIT opened(PageId::Handoff, id); });
    }
    stage->finish();
    return stage;
}

} // namespace mangrove::ui
