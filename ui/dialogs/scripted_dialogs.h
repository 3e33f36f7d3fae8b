// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/dialogs.h"

#include <QStringList>
#include <deque>
#include <optional>

namespace mangrove::ui {

/// Dialogs that answer by themselves: for tests and for --capture. Answers are given in the order in which
/// they were queued for each kind of question; without one the question is cancelled. Every question is
/// written down.
class ScriptedDialogs final : public Dialogs {
public:
    void answerAct(bool yes) { m_acts.push_back(yes); }
    void answerPassphrase(const std::string& passphrase) { m_passphrases.push_back(passphrase); }
    void answerText(const QString& text) { m_texts.push_back(text); }
    void answerLogin(const QString& user, const std::string& passphrase) {
        m_logins.push_back({user, passphrase});
    }
    void answerNewWorkspace(const NewWorkspaceAnswer& answer, const std::string& passphrase);
    void answerOpenFile(const QString& path) { m_openFiles.push_back(path); }
    void answerSaveFile(const QString& path) { m_saveFiles.push_back(path); }
    /// The sentences (or titles of file dialogs) that were put, in order.
    [[nodiscard]] const QStringList& asked() const { return m_asked; }

    void confirmAct(QWidget* parent, const ActQuestion& question, Done then, Done cancelled) override;
    void askPassphrase(QWidget* parent, const PassphraseQuestion& question,
                       std::function<void(crypto::SecretText)> then, Done cancelled) override;
    void askText(QWidget* parent, const TextQuestion& question, std::function<void(QString)> then,
                 Done cancelled) override;
    void askLogin(QWidget* parent, const LoginQuestion& question,
                  std::function<void(QString, crypto::SecretText)> then, Done cancelled) override;
    void askNewWorkspace(QWidget* parent, std::function<void(NewWorkspaceAnswer, crypto::SecretText)> then,
                         Done cancelled) override;
    void openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> then,
                  Done cancelled) override;
    void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> then,
                  Done cancelled) override;

private:
    QStringList m_asked;
    std::deque<bool> m_acts;
    std::deque<std::string> m_passphrases;
    std::deque<QString> m_texts;
    std::deque<std::pair<QString, std::string>> m_logins;
    std::deque<std::pair<NewWorkspaceAnswer, std::string>> m_newWorkspaces;
    std::deque<QString> m_openFiles;
    std::deque<QString> m_saveFiles;
};

} // namespace mangrove::ui
