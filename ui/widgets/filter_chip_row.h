// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

namespace mangrove::ui {

class Button;
class FilterToggle;

struct FilterChip {
    QString id;
    QString text;
    qint64 count = -1; ///< shown behind the text; -1 = none
    QString icon;
};

/// Filters that can be seen: a row of toggles with counts and one "Clear all" while any is on. Wraps into
/// lines.
class FilterChipRow : public QWidget {
    Q_OBJECT
public:
    explicit FilterChipRow(QWidget* parent = nullptr);
    /// Replaces the chips; those that were on and still exist stay on.
    void setChips(const std::vector<FilterChip>& chips);
    /// Only one chip on at a time.
    void setExclusive(bool exclusive) { m_exclusive = exclusive; }
    [[nodiscard]] QStringList active() const;
    void setActive(const QStringList& ids);
    /// True when something was on.
    bool clear();

Q_SIGNALS:
    void changed(const QStringList& active);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateClear();
    std::vector<FilterToggle*> m_toggles;
    Button* m_clear;
    bool m_exclusive = false;
};

} // namespace mangrove::ui
