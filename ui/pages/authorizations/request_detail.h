// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/user.h"
#include "services.h"
#include "workspace/requests.h"

#include <QWidget>
#include <map>
#include <optional>

namespace mangrove::ui {

class Card;
class Chip;
class FlowLayout;
class KeyValueList;
class TextLabel;
class Timeline;

/// One request: in plain sentences who wants what, for which purpose, how long, under which conditions; the
/// gates G1–G10, each opening its evidence; what happened, with the signatures.
class RequestDetail : public QWidget {
    Q_OBJECT
public:
    explicit RequestDetail(QWidget* parent = nullptr);
    /// `names`: display names by login name.
    void setRequest(const workspace::RequestView& view, const std::map<std::string, std::string>& names,
                    Instant now);
    void retranslate();
    /// The sentences, for the dialogs and tests.
    [[nodiscard]] static QString sentences(const workspace::RequestView& view);

private:
    void showGates();
    void showGate(const std::string& id);
    void showTimeline();
    [[nodiscard]] QString nameOf(const UserId& user) const;

    Card* m_requestCard;
    Card* m_gatesCard;
    Card* m_timelineCard;
    TextLabel* m_sentences;
    KeyValueList* m_facts;
    QWidget* m_chips;
    FlowLayout* m_chipRow;
    TextLabel* m_evidence;
    Timeline* m_timeline;
    std::optional<workspace::RequestView> m_view;
    std::map<std::string, std::string> m_names;
    std::string m_gate; ///< whose evidence is open
    Instant m_now{};
};

} // namespace mangrove::ui
