// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/mangrove_style.h"

#include "theme/icons.h"
#include "theme/style_parts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <algorithm>

namespace mangrove::ui {

namespace {
constexpr int kScrollBarExtent = 12;
constexpr int kScrollBarShortest = 32;
constexpr int kTabHeight = 40;
constexpr int kMenuRow = 30;
constexpr int kIndicator = 16;
constexpr int kSliderHandle = 16;
constexpr int kComboArrow = 28;
constexpr int kSpinButtons = 24;
} // namespace

MangroveStyle::MangroveStyle(const Colors& colors)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_colors(colors) {}

void MangroveStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    const Colors& c = m_colors;
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            parts::fieldBox(*painter, *option, c);
        return;
    case PE_FrameLineEdit:
    case PE_FrameButtonTool:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            parts::focusRing(*painter, option->rect, radius::kControl, c);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        parts::checkBox(*painter, *option, c);
        return;
    case PE_IndicatorRadioButton:
        parts::radioButton(*painter, *option, c);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            parts::itemPanel(*painter, *item, c);
        return;
    case PE_PanelMenu:
        parts::roundedBox(*painter, option->rect, radius::kControl, c.surface, c.lineStrong);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        parts::roundedBox(*painter, option->rect, 0, c.surface, c.lineStrong);
        return;
    case PE_Frame:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            parts::roundedBox(*painter, option->rect, radius::kControl, {},
                              option->state & State_HasFocus ? c.accent : c.lineSubtle);
        return;
    case PE_IndicatorArrowDown:
        paintIcon(*painter, option->rect, QStringLiteral("chevron-down"), c.textSecondary);
        return;
    case PE_IndicatorArrowUp:
        paintIcon(*painter, option->rect, QStringLiteral("chevron-up"), c.textSecondary);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void MangroveStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    const Colors& c = m_colors;
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            parts::buttonBevel(*painter, *button, widget, c);
        return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            parts::buttonLabel(*painter, *button, widget, c);
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            parts::headerSection(*painter, *header, c);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            parts::headerLabel(*painter, *header, c);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, c.surface);
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            parts::tabShape(*painter, *tab, c);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            parts::tabLabel(*painter, *tab, c);
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            parts::menuItem(*painter, *item, c);
        return;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            parts::progressBar(*painter, *bar, c);
        return;
    case CE_Splitter:
        return;
    case CE_ComboBoxLabel: {
        // Fusion darkens the text of the label; ours stands at the left padding in the text colour.
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo == nullptr || combo->editable) {
            QProxyStyle::drawControl(element, option, painter, widget);
            return;
        }
        const QRect box = option->rect.adjusted(space::k12, 0, -kComboArrow, 0);
        painter->setPen(option->state & State_Enabled ? c.textPrimary : c.textMuted);
        painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          option->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, box.width()));
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void MangroveStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                       QPainter* painter, const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            parts::comboBox(*painter, *combo, m_colors);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            parts::spinBox(*painter, *spin, *this, widget, m_colors);
            return;
        }
        break;
    case CC_Slider:
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            parts::slider(*painter, *slider, subControlRect(control, option, SC_SliderGroove, widget),
                          subControlRect(control, option, SC_SliderHandle, widget), m_colors);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            parts::scrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget),
                             m_colors);
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            parts::toolButton(*painter, *button, m_colors);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int MangroveStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::k8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return size::kIconSmall;
    case PM_ToolBarIconSize:
        return size::kIcon;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::k8;
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return kScrollBarShortest;
    case PM_SliderThickness:
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return kSliderHandle;
    case PM_TabBarTabHSpace:
        return space::k24;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
    case PM_MenuPanelWidth:
        return space::k4;
    case PM_SplitterWidth:
        return space::k12;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int MangroveStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                             QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return static_cast<int>(Qt::LeftButton);
    case SH_ComboBox_Popup:
        return 0;
    case SH_Menu_Scrollable: // one list that scrolls, not columns beside one another
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize MangroveStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                      const QWidget* widget) const {
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button == nullptr)
            break;
        const bool hasIcon = !button->icon.isNull();
        if (button->text.isEmpty())
            return {size::kControl, size::kControl};
        // The label is drawn semibold, which is wider than what Qt measured.
        QFont font = widget != nullptr ? widget->font() : QFont();
        font.setWeight(QFont::DemiBold);
        const int text = QFontMetrics(font).horizontalAdvance(QString(button->text).remove(QLatin1Char('&')));
        return {text + 2 * space::k16 + (hasIcon ? size::kIconSmall + space::k8 - space::k4 : 0),
                size::kControl};
    }
    case CT_LineEdit:
        return {contents.width() + 2 * space::k12, size::kControl};
    case CT_ComboBox:
        return {contents.width() + space::k12 + kComboArrow + space::k4, size::kControl};
    case CT_SpinBox:
        return {contents.width() + space::k12 + kSpinButtons, size::kControl};
    case CT_TabBarTab: {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        if (tab == nullptr)
            break;
        QFont font = widget != nullptr ? widget->font() : QFont();
        font.setWeight(QFont::DemiBold);
        return {QFontMetrics(font).horizontalAdvance(tab->text) + space::k24, kTabHeight};
    }
    case CT_HeaderSection: {
        QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        size.setHeight(size::kTableHeader);
        size.rwidth() += space::k16;
        return size;
    }
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item == nullptr)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return {space::k12, space::k8 + 1};
        const QStringList texts = item->text.split(QLatin1Char('\t'));
        int width = space::k12 + size::kIconSmall + space::k8
                    + item->fontMetrics.horizontalAdvance(texts.value(0)) + space::k24;
        if (texts.size() > 1)
            width += item->fontMetrics.horizontalAdvance(texts.at(1)) + space::k24;
        return {width, kMenuRow};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect MangroveStyle::subElementRect(SubElement element, const QStyleOption* option,
                                    const QWidget* widget) const {
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            return option->rect.adjusted(space::k8, 1, -space::k8, -1);
        return option->rect;
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_HeaderLabel:
        return option->rect.adjusted(space::k12, 0, -space::k12, 0);
    case SE_TabBarTabText:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect MangroveStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                    SubControl part, const QWidget* widget) const {
    const QRect rect = option->rect;
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxArrow)
            return {rect.right() - kComboArrow + 1, rect.top(), kComboArrow, rect.height()};
        if (part == SC_ComboBoxEditField)
            return rect.adjusted(space::k8, 1, -kComboArrow, -1);
    }
    if (control == CC_SpinBox) {
        const int left = rect.right() - kSpinButtons + 1;
        const int half = rect.height() / 2;
        if (part == SC_SpinBoxUp)
            return {left, rect.top(), kSpinButtons, half};
        if (part == SC_SpinBoxDown)
            return {left, rect.top() + half, kSpinButtons, rect.height() - half};
        if (part == SC_SpinBoxEditField)
            return rect.adjusted(space::k8, 1, -kSpinButtons, -1);
    }
    if (control == CC_ScrollBar) {
        // No step buttons: the slider runs over the whole length.
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar == nullptr)
            return QProxyStyle::subControlRect(control, option, part, widget);
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarGroove)
            return rect;
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0)
            slider = std::clamp(static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)),
                                std::min(kScrollBarShortest, length), length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - slider, bar->upsideDown);
        QRect result;
        if (part == SC_ScrollBarSlider)
            result = QRect(start, 0, slider, kScrollBarExtent);
        else if (part == SC_ScrollBarSubPage)
            result = QRect(0, 0, start, kScrollBarExtent);
        else if (part == SC_ScrollBarAddPage)
            result = QRect(start + slider, 0, length - start - slider, kScrollBarExtent);
        else
            return QProxyStyle::subControlRect(control, option, part, widget);
        if (!horizontal)
            result = QRect(result.y(), result.x(), result.height(), result.width());
        return visualRect(bar->direction, rect, result.translated(rect.topLeft()));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QIcon MangroveStyle::standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                                  const QWidget* widget) const {
    if (pixmap == SP_LineEditClearButton)
        return themedIcon(QStringLiteral("close"), TextRole::Muted);
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

void MangroveStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QSlider*>(widget) || qobject_cast<QScrollBar*>(widget)
        || qobject_cast<QTabBar*>(widget) || qobject_cast<QHeaderView*>(widget)
        || qobject_cast<QLineEdit*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace mangrove::ui
