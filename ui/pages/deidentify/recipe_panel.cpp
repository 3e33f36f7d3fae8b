// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/recipe_panel.h"

#include "i18n/format.h"
#include "models/words.h"
#include "widgets/elided_label.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kTransformWidth = 132;
constexpr int kLevelWidth = 72;

/// Transforms that do something sensible without parameters, or with the ones choose() gives them.
bool worksByItself(deid::TransformType type) {
    using deid::TransformType;
    return type == TransformType::Suppress || type == TransformType::Mask || type == TransformType::Pseudonym
           || type == TransformType::Surrogate || type == TransformType::TruncateDate
           || type == TransformType::Permute || type == TransformType::RedactText;
}

/// What a person may choose for this attribute. Generalising needs a hierarchy, others parameters or another
/// column: these are offered where the recipe has them.
std::vector<deid::TransformType> choices(const deid::Attribute& attribute) {
    std::vector<deid::TransformType> list;
    const deid::TransformType current = deid::effectiveTransform(attribute).type;
    for (const deid::TransformInfo& info : deid::transformInfos()) {
        const bool possible = info.type == deid::TransformType::Generalise ? !attribute.hierarchy.empty()
                              : info.type == deid::TransformType::Keep
                                  ? attribute.role != deid::AttributeRole::Direct
                                  : worksByItself(info.type);
        if (possible || info.type == current)
            list.push_back(info.type);
    }
    return list;
}

} // namespace

RecipePanel::RecipePanel(QWidget* parent) : QWidget(parent) {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::k4);
}

void RecipePanel::setRecipe(const deid::Recipe& recipe) {
    m_recipe = recipe;
    m_measured.clear();
    rebuild();
}

void RecipePanel::retranslate() {
    rebuild();
}

void RecipePanel::rebuild() {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    m_lines.clear();
    for (std::size_t i = 0; i < m_recipe.attributes.size(); ++i)
        addLine(i);
    m_layout->addStretch();
    if (!m_measured.empty())
        setMeasured(std::vector(m_measured));
}

void RecipePanel::addLine(std::size_t attribute) {
    const deid::Attribute& what = m_recipe.attributes[attribute];
    const std::size_t index = m_lines.size();
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    const QString name = fromUtf8(what.column);
    auto* label = new ElidedLabel(name, TextStyle::Body, TextRole::Primary, box);
    label->setToolTip(attributeRoleText(what.role));
    row->addWidget(label, 1);
    Line line;
    line.attribute = attribute;
    line.transform = new QComboBox(box);
    line.transform->setFixedWidth(kTransformWidth);
    line.transform->setAccessibleName(tr("What is done to %1").arg(name));
    row->addWidget(line.transform);
    column->addLayout(row);

    auto* levelRow = new QHBoxLayout;
    levelRow->setSpacing(space::k8);
    levelRow->setContentsMargins(0, space::k4, 0, space::k8);
    line.slider = new QSlider(Qt::Horizontal, box);
    line.slider->setPageStep(1);
    line.slider->setAccessibleName(tr("How far %1 is generalised").arg(name));
    line.level = new TextLabel(TextStyle::Caption, TextRole::Muted, box);
    levelRow->addWidget(line.slider, 1);
    line.level->setFixedWidth(kLevelWidth);
    line.level->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    levelRow->addWidget(line.level);
    column->addLayout(levelRow);
    line.slider->hide();
    line.level->hide();
    fillTransforms(line);
    m_layout->addWidget(box);
    m_lines.push_back(line);

    connect(line.transform, &QComboBox::currentIndexChanged, this, [this, index] { choose(index); });
    connect(line.slider, &QSlider::valueChanged, this, [this, index](int level) { slide(index, level); });
}

void RecipePanel::fillTransforms(Line& line) {
    const QSignalBlocker blocker(line.transform);
    const deid::Attribute& attribute = m_recipe.attributes[line.attribute];
    const deid::TransformType current = deid::effectiveTransform(attribute).type;
    line.transform->clear();
    for (const deid::TransformType type : choices(attribute)) {
        line.transform->addItem(transformText(type), static_cast<int>(type));
        if (type == current)
            line.transform->setCurrentIndex(line.transform->count() - 1);
    }
    line.transform->setToolTip(transformEffect(current));
}

void RecipePanel::choose(std::size_t index) {
    Line& line = m_lines[index];
    deid::Attribute& attribute = m_recipe.attributes[line.attribute];
    const auto type = static_cast<deid::TransformType>(line.transform->currentData().toInt());
    deid::Transform transform = attribute.transform.value_or(deid::Transform());
    transform.type = type;
    if (type == deid::TransformType::Mask && transform.keepFirst + transform.keepLast == 0)
        transform.keepFirst = 1;
    attribute.transform = transform;
    if (type != deid::TransformType::Generalise)
        attribute.level.reset();
    line.transform->setToolTip(transformEffect(type));
    line.slider->setVisible(type == deid::TransformType::Generalise && line.maxLevel > 0);
    line.level->setVisible(line.slider->isVisible());
    Q_EMIT columnFocused(fromUtf8(attribute.column));
    Q_EMIT changed();
}

void RecipePanel::slide(std::size_t index, int level) {
    Line& line = m_lines[index];
    m_recipe.attributes[line.attribute].fixLevel(static_cast<std::uint32_t>(level));
    showLevel(line, static_cast<std::uint32_t>(level));
    Q_EMIT columnFocused(fromUtf8(m_recipe.attributes[line.attribute].column));
    Q_EMIT changed();
}

void RecipePanel::showLevel(Line& line, std::uint32_t level) {
    line.level->setText(level == 0               ? tr("as it is")
                        : level >= line.maxLevel ? tr("hidden")
                                                 : tr("level %1 of %2").arg(level).arg(line.maxLevel));
}

void RecipePanel::setMeasured(const std::vector<deid::AppliedColumn>& columns) {
    m_measured = columns;
    for (Line& line : m_lines) {
        const std::string& name = m_recipe.attributes[line.attribute].column;
        const auto found =
            std::find_if(columns.begin(), columns.end(),
                         [&](const deid::AppliedColumn& column) { return column.name == name; });
        if (found == columns.end())
            continue;
        line.maxLevel = found->maxLevel.value_or(0);
        const bool generalised = deid::effectiveTransform(m_recipe.attributes[line.attribute]).type
                                     == deid::TransformType::Generalise
                                 && line.maxLevel > 0;
        line.slider->setVisible(generalised);
        line.level->setVisible(generalised);
        if (!generalised)
            continue;
        const QSignalBlocker blocker(line.slider);
        line.slider->setRange(0, static_cast<int>(line.maxLevel));
        line.slider->setValue(static_cast<int>(found->level.value_or(0)));
        showLevel(line, found->level.value_or(0));
    }
}

} // namespace mangrove::ui
