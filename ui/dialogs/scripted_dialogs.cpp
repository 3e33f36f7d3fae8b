// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/scripted_dialogs.h"

namespace mangrove::ui {

namespace {

// The next answer of a queue, or nothing (after telling the caller that the question was cancelled).
template<typename T>
std::optional<T> nextAnswer(std::deque<T>& answers, const Dialogs::Done& cancelled) {
    if (answers.empty()) {
        if (cancelled)
            cancelled();
        return std::nullopt;
    }
    T answer = std::move(answers.front());
    answers.pop_front();
    return answer;
}

} // namespace

void ScriptedDialogs::answerNewWorkspace(const NewWorkspaceAnswer& answer, const std::string& passphrase) {
    m_newWorkspaces.emplace_back(answer, passphrase);
}

void ScriptedDialogs::confirmAct(QWidget* /*parent*/, const ActQuestion& question, Done then,
                                 Done cancelled) {
    m_asked << question.sentence;
    const auto answer = nextAnswer(m_acts, cancelled);
    if (!answer)
        return;
    if (*answer)
        then();
    else if (cancelled)
        cancelled();
}

void ScriptedDialogs::askPassphrase(QWidget* /*parent*/, const PassphraseQuestion& question,
                                    std::function<void(crypto::SecretText)> then, Done cancelled) {
    m_asked << question.sentence;
    if (const auto answer = nextAnswer(m_passphrases, cancelled))
        then(crypto::SecretText(*answer));
}

void ScriptedDialogs::askText(QWidget* /*parent*/, const TextQuestion& question,
                              std::function<void(QString)> then, Done cancelled) {
    m_asked << question.sentence;
    if (const auto answer = nextAnswer(m_texts, cancelled))
        then(*answer);
}

void ScriptedDialogs::askLogin(QWidget* /*parent*/, const LoginQuestion& question,
                               std::function<void(QString, crypto::SecretText)> then, Done cancelled) {
    m_asked << question.hint;
    if (const auto answer = nextAnswer(m_logins, cancelled))
        then(answer->first, crypto::SecretText(answer->second));
}

void ScriptedDialogs::askNewWorkspace(QWidget* /*parent*/,
                                      std::function<void(NewWorkspaceAnswer, crypto::SecretText)> then,
                                      Done cancelled) {
    if (const auto answer = nextAnswer(m_newWorkspaces, cancelled))
        then(answer->first, crypto::SecretText(answer->second));
}

void ScriptedDialogs::openFile(QWidget* /*parent*/, const FileQuestion& question,
                               std::function<void(QString)> then, Done cancelled) {
    m_asked << question.title;
    if (const auto answer = nextAnswer(m_openFiles, cancelled))
        then(*answer);
}

void ScriptedDialogs::saveFile(QWidget* /*parent*/, const FileQuestion& question,
                               std::function<void(QString)> then, Done cancelled) {
    m_asked << question.title;
    if (const auto answer = nextAnswer(m_saveFiles, cancelled))
        then(*answer);
}

} // namespace mangrove::ui
