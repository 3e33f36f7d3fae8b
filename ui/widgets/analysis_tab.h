// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <cstdint>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace mangrove::ui {

class EmptyState;

/// A part of a page that is worked out only when asked for, because it takes time: what it is for, with one
/// action; that it runs, with a way to stop; the result, which scrolls. The page runs the job.
class AnalysisTab : public QWidget {
    Q_OBJECT
public:
    enum class State : std::uint8_t { Empty, Running, Result };

    explicit AnalysisTab(const QString& icon, QWidget* parent = nullptr);
    void setState(State state);
    [[nodiscard]] State state() const { return m_state; }
    /// What the tab is for, and the verb of its action.
    void setPurpose(const QString& headline, const QString& explanation, const QString& action);
    void setRunning(const QString& headline);
    /// Above everything, in every state: what the work can be told. Hidden while it is empty.
    [[nodiscard]] QHBoxLayout* choices() const { return m_choices; }
    /// Of the result.
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    /// A choice has changed: asks for the result again where there is one or it is being made.
    void choicesChanged();

Q_SIGNALS:
    void requested();
    void stopRequested();

private:
    State m_state = State::Empty;
    QHBoxLayout* m_choices;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    EmptyState* m_running;
    QVBoxLayout* m_column;
};

} // namespace mangrove::ui
