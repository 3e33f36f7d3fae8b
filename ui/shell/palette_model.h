// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <functional>
#include <vector>

namespace mangrove::ui {

/// Something the palette can do or go to.
struct PaletteEntry {
    QString text;
    QString group; ///< "Go to", "Data set"…
    QString icon;
    QString keys;     ///< shortcut as text
    QString keywords; ///< found by, not shown (the English text, the id)
    std::function<void()> run;
};

/// The entries that fit the pattern, best first. GUI thread.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role : int { GroupRole = Qt::UserRole + 1, IconRole, KeysRole };

    explicit PaletteModel(QObject* parent = nullptr);
    void setEntries(std::vector<PaletteEntry> entries);
    void setPattern(const QString& pattern);
    [[nodiscard]] const PaletteEntry& entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void rank();
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_order;
    QString m_pattern;
};

} // namespace mangrove::ui
