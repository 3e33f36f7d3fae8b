// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette_model.h"

#include "shell/fuzzy_match.h"

#include <algorithm>

namespace mangrove::ui {

namespace {
constexpr std::size_t kMostShown = 50;
}

PaletteModel::PaletteModel(QObject* parent) : QAbstractListModel(parent) {}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries) {
    beginResetModel();
    m_entries = std::move(entries);
    rank();
    endResetModel();
}

void PaletteModel::setPattern(const QString& pattern) {
    beginResetModel();
    m_pattern = pattern;
    rank();
    endResetModel();
}

const PaletteEntry& PaletteModel::entry(int row) const {
    return m_entries.at(m_order.at(static_cast<std::size_t>(row)));
}

void PaletteModel::rank() {
    std::vector<std::pair<int, std::size_t>> scored;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry& entry = m_entries[i];
        const int score =
            std::max(fuzzyScore(m_pattern, entry.text), fuzzyScore(m_pattern, entry.keywords) / 2);
        if (score > 0)
            scored.emplace_back(score, i);
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_order.clear();
    for (const auto& [score, index] : scored) {
        if (m_order.size() < kMostShown)
            m_order.push_back(index);
    }
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case GroupRole:
        return shown.group;
    case IconRole:
        return shown.icon;
    case KeysRole:
        return shown.keys;
    default:
        return {};
    }
}

} // namespace mangrove::ui
