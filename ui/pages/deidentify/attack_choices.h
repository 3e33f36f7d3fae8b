// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"
#include "deid/recipe.h"
#include "workspace/recipe_trials.h"

#include <QWidget>

namespace mangrove::ui {

class Button;
class ColumnsBox;
class IconButton;

/// What simulated attackers know, what they want to find out, and whom their success is compared with.
class AttackChoices : public QWidget {
    Q_OBJECT
public:
    explicit AttackChoices(QWidget* parent = nullptr);
    /// Written columns can be chosen. Proposed are the quasi-identifiers as known, the sensitive columns as
    /// secrets.
    void setRecipe(const deid::Recipe& recipe, const std::vector<deid::AppliedColumn>& columns);
    /// Where one party of the linkability attack is chosen alone, the other one knows the other known
    /// columns.
    [[nodiscard]] workspace::RecipeAttack attack() const;
    /// Records of people who are not in the data set; empty = none.
    void setControlFile(const QString& path);
    /// Another data set: as proposed again, without a control file. Without a signal.
    void clear();
    void retranslate();

Q_SIGNALS:
    void changed();
    /// A person wants to choose the control file.
    void controlFileRequested();

private:
    void showControl();

    ColumnsBox* m_known;
    ColumnsBox* m_secrets;
    ColumnsBox* m_first;
    ColumnsBox* m_second;
    Button* m_control;
    IconButton* m_noControl;
    QString m_controlFile;
    QStringList m_proposedKnown;
};

} // namespace mangrove::ui
