// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows_model.h"
#include "profile/column_relations.h"
#include "widgets/card.h"

#include <optional>

namespace mangrove::ui {

class DataTable;
class FilterChipRow;
class TextLabel;

/// Which columns of a table say something about others: dependencies, correlations and associations in one
/// table, each with a sentence of what it means. Filter chips by kind.
class ColumnRelationsCard : public Card {
    Q_OBJECT
public:
    explicit ColumnRelationsCard(QWidget* parent = nullptr);
    void setRelations(profile::ColumnRelations relations);
    void retranslate();
    bool clearFilters();
    void focusFilter();

private:
    enum class Kind : std::uint8_t { Determines, Correlates, GoesWith };
    struct Relation {
        Kind kind = Kind::Determines;
        QString from;
        QString to;
        double strength = 0;         ///< mu, the greater of r and rho with its sign, or V
        std::optional<double> error; ///< of a dependency
        quint64 support = 0;         ///< rows that could contradict
        QString meaning;
        QString details; ///< tooltip of the strength
    };
    using RelationModel = RowsModel<Relation>;

    [[nodiscard]] static ChipLook look(Kind kind);
    [[nodiscard]] QString name(std::uint32_t column) const;
    [[nodiscard]] Relation of(const profile::Dependency& found) const;
    [[nodiscard]] Relation of(const profile::Correlation& found) const;
    [[nodiscard]] Relation of(const profile::Association& found) const;
    void setColumns();
    void showRelations();
    void applyFilter();

    TextLabel* m_summary;
    FilterChipRow* m_chips;
    DataTable* m_table;
    TextLabel* m_more;
    TextLabel* m_measures;
    RelationModel* m_model;
    std::optional<profile::ColumnRelations> m_relations;
    std::vector<Relation> m_all;
};

} // namespace mangrove::ui
