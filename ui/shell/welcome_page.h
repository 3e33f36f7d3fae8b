// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace mangrove::ui {

class Button;
class Card;
class TextLabel;

/// What one sees while no workspace is open: new, open, demo, and recent ones.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);
    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void demoRequested();
    void recentChosen(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    TextLabel* m_title;
    TextLabel* m_lead;
    TextLabel* m_demoHint;
    Button* m_new;
    Button* m_open;
    Button* m_demo;
    Card* m_recent;
};

} // namespace mangrove::ui
