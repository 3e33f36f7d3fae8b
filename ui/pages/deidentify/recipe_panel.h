// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"
#include "deid/recipe.h"

#include <QString>
#include <QWidget>
#include <vector>

class QComboBox;
class QSlider;
class QVBoxLayout;

namespace mangrove::ui {

class TextLabel;

/// The recipe as a list: for each column what is done to it and, where it is generalised, how far (a slider
/// from the value itself to "*"). Every change gives a new recipe.
class RecipePanel : public QWidget {
    Q_OBJECT
public:
    explicit RecipePanel(QWidget* parent = nullptr);
    /// Replaces everything.
    void setRecipe(const deid::Recipe& recipe);
    [[nodiscard]] const deid::Recipe& recipe() const { return m_recipe; }
    /// What the last preview said: levels found by the search move the sliders without a change signal.
    void setMeasured(const std::vector<deid::AppliedColumn>& columns);
    /// The recipe cannot be changed while it is applied.
    void retranslate();

Q_SIGNALS:
    void changed();
    /// A row has the focus: the page says why this transform.
    void columnFocused(const QString& column);

private:
    struct Line {
        std::size_t attribute = 0;
        QComboBox* transform = nullptr;
        QSlider* slider = nullptr;
        TextLabel* level = nullptr;
        std::uint32_t maxLevel = 0;
    };
    void rebuild();
    void addLine(std::size_t attribute);
    void fillTransforms(Line& line);
    void choose(std::size_t line);
    void slide(std::size_t line, int level);
    void showLevel(Line& line, std::uint32_t level);

    deid::Recipe m_recipe;
    std::vector<deid::AppliedColumn> m_measured;
    std::vector<Line> m_lines;
    QVBoxLayout* m_layout;
};

} // namespace mangrove::ui
