// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/dialogs.h"

#include <QString>

namespace mangrove::ui {

/// Dialogs on the screen.
class WidgetDialogs final : public Dialogs {
public:
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
    QString m_lastFolder;
};

} // namespace mangrove::ui
