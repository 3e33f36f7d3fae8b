// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/request.h"
#include "catalog/release.h"
#include "widgets/card.h"
#include "workspace/datasets.h"

#include <vector>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;

namespace mangrove::ui {

class Button;
class TextLabel;

/// What an applicant has to say: which table, for what, to whom, on which basis, until when. Stands on the
/// page until it is sent or dropped.
class RequestForm : public Card {
    Q_OBJECT
public:
    explicit RequestForm(QWidget* parent = nullptr);
    void start(const std::vector<workspace::DatasetSummary>& datasets,
               const std::vector<catalog::Release>& releases, const ReleaseId& chosen, Instant now);
    [[nodiscard]] authorization::NewRequest request() const;
    void setBusy(bool busy);
    void retranslate();

Q_SIGNALS:
    void submitted();
    void cancelled();

private:
    void fillReleases();
    void updateSubmit();

    QFormLayout* m_form;
    std::vector<TextLabel*> m_labels;
    QComboBox* m_dataset;
    QComboBox* m_release;
    QLineEdit* m_title;
    QLineEdit* m_purpose;
    QLineEdit* m_recipient;
    QLineEdit* m_organisation;
    QLineEdit* m_legalBasis;
    QComboBox* m_sharing;
    QDateEdit* m_until;
    Button* m_submit;
    Button* m_cancel;
    bool m_busy = false;
    std::vector<catalog::Release> m_releases;
};

} // namespace mangrove::ui
