// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/secret.h"

#include <QString>
#include <QStringList>
#include <cstdint>
#include <functional>
#include <vector>

class QWidget;

namespace mangrove::ui {

/// An irreversible or signed act, restated before it happens.
struct ActQuestion {
    QString title;         ///< "Approve the request"
    QString sentence;      ///< one sentence: what will happen, to what, by whom
    QString verb;          ///< what the primary button says: "Sign and approve", never "OK"
    bool critical = false; ///< the verb destroys or takes something away: drawn in critical colour
};

struct PassphraseQuestion {
    QString title;       ///< "Sign and approve"
    QString sentence;    ///< what the passphrase is used for, and whose it is
    QString verb;        ///< "Sign and approve", "Unlock"
    bool repeat = false; ///< a new passphrase: asked twice, at least kShortestPassphrase characters
};

struct TextQuestion {
    QString title;
    QString sentence;
    QString label; ///< of the field: "Reason"
    QString verb;
    QString text; ///< what stands in the field at first
    bool multiline = false;
    bool mayBeEmpty = false;
};

struct FileQuestion {
    QString title;
    QString folder;      ///< start folder; empty = last used
    QString suggestion;  ///< file name proposed when saving
    QStringList filters; ///< "Tables (*.csv *.tsv)", first one chosen
};

/// Choosing who works here.
struct LoginUser {
    QString id;
    QString name;
    QString roles; ///< in the user's language
};
struct LoginQuestion {
    std::vector<LoginUser> users;
    QString selected; ///< id chosen at first
    QString hint;     ///< a line under the field; where the demo's passphrases are
};

/// Everything Workspace::create() needs to know from a person.
struct NewWorkspaceAnswer {
    QString path;
    QString organisation;
    QString admin; ///< login name
    QString adminName;
};

/// Shortest passphrase a dialog accepts as a new one; core checks again.
inline constexpr int kShortestPassphrase = 8;

/// Everything modal goes through here, so that tests can script it. No call blocks and none spins an event
/// loop: `then` is called in the GUI thread when the person has answered, and not at all when she cancelled
/// (then `cancelled`, where given, is called). `parent` decides the window it belongs to; callbacks are
/// dropped when `parent` dies.
class Dialogs {
public:
    using Done = std::function<void()>;
    virtual ~Dialogs() = default;

    virtual void confirmAct(QWidget* parent, const ActQuestion& question, Done then, Done cancelled = {}) = 0;
    virtual void askPassphrase(QWidget* parent, const PassphraseQuestion& question,
                               std::function<void(crypto::SecretText)> then, Done cancelled = {}) = 0;
    virtual void askText(QWidget* parent, const TextQuestion& question, std::function<void(QString)> then,
                         Done cancelled = {}) = 0;
    /// `then` gets the login name and the passphrase.
    virtual void askLogin(QWidget* parent, const LoginQuestion& question,
                          std::function<void(QString, crypto::SecretText)> then, Done cancelled = {}) = 0;
    virtual void askNewWorkspace(QWidget* parent,
                                 std::function<void(NewWorkspaceAnswer, crypto::SecretText)> then,
                                 Done cancelled = {}) = 0;
    virtual void openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> then,
                          Done cancelled = {}) = 0;
    virtual void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> then,
                          Done cancelled = {}) = 0;
};

} // namespace mangrove::ui
