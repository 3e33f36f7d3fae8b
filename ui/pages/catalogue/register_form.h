// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/card.h"
#include "workspace/datasets.h"

class QComboBox;
class QLineEdit;

namespace mangrove::ui {

class Button;
class ElidedLabel;
class TextLabel;

/// What is asked about a file before it is registered: name, domain, owner, description. Not a window: it
/// stands on the page until answered.
class RegisterForm : public Card {
    Q_OBJECT
public:
    explicit RegisterForm(QWidget* parent = nullptr);
    /// Shows the form for this file; the name is proposed from it.
    void start(const QString& path);
    [[nodiscard]] workspace::RegisterOptions options() const;
    /// While the file is read.
    void setBusy(bool busy);
    void retranslate();

Q_SIGNALS:
    void submitted();
    void cancelled();

private:
    QString m_path;
    ElidedLabel* m_file;
    TextLabel* m_explanation;
    TextLabel* m_nameLabel;
    TextLabel* m_domainLabel;
    TextLabel* m_ownerLabel;
    TextLabel* m_descriptionLabel;
    QLineEdit* m_name;
    QComboBox* m_domain;
    QLineEdit* m_owner;
    QLineEdit* m_description;
    Button* m_submit;
    Button* m_cancel;
};

} // namespace mangrove::ui
