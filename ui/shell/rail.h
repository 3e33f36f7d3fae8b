// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QWidget>
#include <vector>

namespace mangrove::ui {

class RailButton;
class UserChip;

/// The navigation rail: the leaf, the eight pages (icon above word, the active one in a soft pill), settings
/// and who works here. 64 px wide, 48 without words.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void setCurrent(PageId page);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool collapsed() const { return m_collapsed; }
    /// Pages need an open workspace.
    void setPagesEnabled(bool enabled);
    /// An empty name shows that nobody is logged in.
    void setUser(const QString& name, const QString& roles);

Q_SIGNALS:
    void pageChosen(mangrove::ui::PageId page);
    void settingsChosen();
    void userChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    std::vector<RailButton*> m_pages;
    RailButton* m_settings;
    UserChip* m_user;
    QString m_name, m_roles;
    bool m_collapsed = false;
};

} // namespace mangrove::ui
