// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/widget_dialogs.h"

#include "dialogs/act_dialog.h"
#include "widgets/button.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStandardPaths>

namespace mangrove::ui {

namespace {

constexpr int kReasonHeight = 96;

QString dialogTr(const char* text) {
    return QCoreApplication::translate("Dialogs", text);
}

QLineEdit* passphraseField() {
    auto* field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return field;
}

// Qt's own copy cannot be wiped; it lives no longer than the field.
crypto::SecretText takeSecret(QLineEdit* field) {
    std::string text = field->text().toStdString();
    crypto::SecretText secret(text);
    crypto::wipe(text);
    field->clear();
    return secret;
}

void show(ActDialog* dialog, const std::function<void()>& accepted, const Dialogs::Done& cancelled) {
    QObject::connect(dialog, &QDialog::accepted, dialog, accepted);
    if (cancelled)
        QObject::connect(dialog, &QDialog::rejected, dialog, cancelled);
    dialog->open();
}

// Why a new passphrase will not do, or "".
QString passphraseProblem(const QLineEdit* first, const QLineEdit* second) {
    if (first->text().isEmpty())
        return dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Enter a passphrase."));
    if (second == nullptr)
        return {};
    if (first->text().size() < kShortestPassphrase)
        return dialogTr(QT_TRANSLATE_NOOP("Dialogs", "At least %1 characters.")).arg(kShortestPassphrase);
    if (first->text() != second->text())
        return dialogTr(QT_TRANSLATE_NOOP("Dialogs", "The two passphrases differ."));
    return {};
}

} // namespace

void WidgetDialogs::confirmAct(QWidget* parent, const ActQuestion& question, Done then, Done cancelled) {
    auto* dialog = new ActDialog(question.title, question.sentence, question.verb,
                                 question.critical ? ButtonKind::Critical : ButtonKind::Primary, parent);
    show(dialog, then, cancelled);
}

void WidgetDialogs::askPassphrase(QWidget* parent, const PassphraseQuestion& question,
                                  std::function<void(crypto::SecretText)> then, Done cancelled) {
    auto* dialog =
        new ActDialog(question.title, question.sentence, question.verb, ButtonKind::Primary, parent);
    auto* field = passphraseField();
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Passphrase")), field);
    QLineEdit* second = nullptr;
    if (question.repeat) {
        second = passphraseField();
        dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Passphrase again")), second);
    }
    const auto check = [dialog, field, second] { dialog->setBlocked(passphraseProblem(field, second)); };
    QObject::connect(field, &QLineEdit::textChanged, dialog, check);
    if (second != nullptr)
        QObject::connect(second, &QLineEdit::textChanged, dialog, check);
    check();
    show(
        dialog, [field, then = std::move(then)] { then(takeSecret(field)); }, cancelled);
    field->setFocus();
}

void WidgetDialogs::askText(QWidget* parent, const TextQuestion& question, std::function<void(QString)> then,
                            Done cancelled) {
    auto* dialog =
        new ActDialog(question.title, question.sentence, question.verb, ButtonKind::Primary, parent);
    std::function<QString()> read;
    const auto judge = [dialog, mayBeEmpty = question.mayBeEmpty](const QString& text) {
        dialog->setBlocked(mayBeEmpty || !text.trimmed().isEmpty()
                               ? QString()
                               : dialogTr(QT_TRANSLATE_NOOP("Dialogs", "This cannot stay empty.")));
    };
    if (question.multiline) {
        auto* field = new QPlainTextEdit(question.text);
        field->setTabChangesFocus(true);
        field->setFixedHeight(kReasonHeight);
        dialog->addField(question.label, field);
        read = [field] { return field->toPlainText().trimmed(); };
        QObject::connect(field, &QPlainTextEdit::textChanged, dialog, [judge, read] { judge(read()); });
    } else {
        auto* field = new QLineEdit(question.text);
        dialog->addField(question.label, field);
        read = [field] { return field->text().trimmed(); };
        QObject::connect(field, &QLineEdit::textChanged, dialog, [judge, read] { judge(read()); });
    }
    judge(read());
    show(
        dialog, [read, then = std::move(then)] { then(read()); }, cancelled);
}

void WidgetDialogs::askLogin(QWidget* parent, const LoginQuestion& question,
                             std::function<void(QString, crypto::SecretText)> then, Done cancelled) {
    auto* dialog =
        new ActDialog(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Log in")),
                      dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Your passphrase unlocks your signing key. It is "
                                                            "kept in memory until you lock it.")),
                      dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Log in")), ButtonKind::Primary, parent);
    auto* users = new QComboBox;
    for (const LoginUser& user : question.users)
        users->addItem(user.roles.isEmpty() ? user.name : user.name + QStringLiteral(" · ") + user.roles,
                       user.id);
    users->setCurrentIndex(std::max(0, users->findData(question.selected)));
    users->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    users->setMinimumContentsLength(24);
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "User")), users);
    auto* field = passphraseField();
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Passphrase")), field);
    dialog->addHint(question.hint);
    const auto check = [dialog, field] { dialog->setBlocked(passphraseProblem(field, nullptr)); };
    QObject::connect(field, &QLineEdit::textChanged, dialog, check);
    check();
    show(
        dialog,
        [users, field, then = std::move(then)] { then(users->currentData().toString(), takeSecret(field)); },
        cancelled);
    field->setFocus();
}

void WidgetDialogs::askNewWorkspace(QWidget* parent,
                                    std::function<void(NewWorkspaceAnswer, crypto::SecretText)> then,
                                    Done cancelled) {
    auto* dialog = new ActDialog(
        dialogTr(QT_TRANSLATE_NOOP("Dialogs", "New workspace")),
        dialogTr(QT_TRANSLATE_NOOP(
            "Dialogs", "A workspace is one file with your catalogue, decisions and audit log. You "
                       "become its administrator; nobody can recover the passphrase.")),
        dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Create the workspace")), ButtonKind::Primary, parent);
    auto* organisation = new QLineEdit;
    auto* admin = new QLineEdit(QStringLiteral("admin"));
    auto* name = new QLineEdit;
    auto* path = new QLineEdit(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                                   .filePath(QStringLiteral("hospital.mangrove")));
    auto* first = passphraseField();
    auto* second = passphraseField();
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Organisation")), organisation);
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "File")), path);
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Your login name")), admin);
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Your name")), name);
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Passphrase")), first);
    dialog->addField(dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Passphrase again")), second);
    const auto check = [=] {
        static const QRegularExpression kLogin(QStringLiteral("^[a-z0-9._-]{1,32}$"));
        QString problem;
        if (organisation->text().trimmed().isEmpty())
            problem = dialogTr(QT_TRANSLATE_NOOP("Dialogs", "Enter the name of the organisation."));
        else if (!path->text().endsWith(QStringLiteral(".mangrove")))
            problem = dialogTr(QT_TRANSLATE_NOOP("Dialogs", "The file's name must end in .mangrove."));
        else if (!kLogin.match(admin->text()).hasMatch())
            problem = dialogTr(QT_TRANSLATE_NOOP(
                "Dialogs", "A login name has small letters, digits, dot, dash and underscore."));
        else
            problem = passphraseProblem(first, second);
        dialog->setBlocked(problem);
    };
    for (QLineEdit* field : {organisation, path, admin, first, second})
        QObject::connect(field, &QLineEdit::textChanged, dialog, check);
    check();
    show(
        dialog,
        [=, then = std::move(then)] {
            const NewWorkspaceAnswer answer{path->text(), organisation->text().trimmed(), admin->text(),
                                            name->text().trimmed()};
            second->clear();
            then(answer, takeSecret(first));
        },
        cancelled);
    organisation->setFocus();
}

void WidgetDialogs::openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> then,
                             Done cancelled) {
    auto* dialog =
        new QFileDialog(parent, question.title, question.folder.isEmpty() ? m_lastFolder : question.folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(question.filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [this, then = std::move(then)](const QString& file) {
                         m_lastFolder = QFileInfo(file).absolutePath();
                         then(file);
                     });
    if (cancelled)
        QObject::connect(dialog, &QDialog::rejected, dialog, cancelled);
    dialog->open();
}

void WidgetDialogs::saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> then,
                             Done cancelled) {
    auto* dialog =
        new QFileDialog(parent, question.title, question.folder.isEmpty() ? m_lastFolder : question.folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(question.filters);
    dialog->selectFile(question.suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [this, then = std::move(then)](const QString& file) {
                         m_lastFolder = QFileInfo(file).absolutePath();
                         then(file);
                     });
    if (cancelled)
        QObject::connect(dialog, &QDialog::rejected, dialog, cancelled);
    dialog->open();
}

} // namespace mangrove::ui
