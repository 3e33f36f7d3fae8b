// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/audit_page.h"

#include "dialogs/dialogs.h"
#include "i18n/format.h"
#include "models/governance_words.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/details_panel.h"
#include "widgets/filter_chip_row.h"
#include "widgets/key_value_list.h"
#include "widgets/page_header.h"
#include "widgets/text_label.h"
#include "workspace/audit_trail.h"
#include "workspace/users.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mangrove::ui {

namespace {

constexpr std::uint32_t kShownEvents = 10'000;
constexpr int kProofHeight = 180;
constexpr int kHashDigits = 32;

struct ActionGroup {
    const char* id; ///< prefix of the action
    const char* text;
    const char* icon;
};

constexpr std::array kActionGroups{
    ActionGroup{"dataset", QT_TRANSLATE_NOOP("mangrove::ui::AuditPage", "Data sets"), "dataset"},
    ActionGroup{"release", QT_TRANSLATE_NOOP("mangrove::ui::AuditPage", "De-identification"), "deidentify"},
    ActionGroup{"request", QT_TRANSLATE_NOOP("mangrove::ui::AuditPage", "Requests"), "authorize"},
    ActionGroup{"package", QT_TRANSLATE_NOOP("mangrove::ui::AuditPage", "Packages"), "handoff"},
    ActionGroup{"user", QT_TRANSLATE_NOOP("mangrove::ui::AuditPage", "Users"), "people"},
    ActionGroup{"audit", QT_TRANSLATE_NOOP("mangrove::ui::AuditPage", "Checkpoints"), "audit"}};

bool belongsTo(const audit::AuditEvent& event, const QString& group) {
    return fromUtf8(event.action).startsWith(group + QLatin1Char('.'));
}

/// The record's members as they are signed: names as written, values as texts.
std::vector<KeyValue> payloadRows(const std::string& payload) {
    std::vector<KeyValue> rows;
    const QJsonObject record = QJsonDocument::fromJson(QByteArray::fromStdString(payload)).object();
    for (auto it = record.begin(); it != record.end(); ++it) {
        const QJsonValue& value = it.value();
        QString text = value.isString() ? value.toString() : value.toVariant().toString();
        if (value.isArray())
            text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
        else if (value.isObject())
            text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        const bool hash = text.size() >= kHashDigits && !text.contains(QLatin1Char(' '));
        rows.push_back({it.key(), text, text, hash});
    }
    return rows;
}

} // namespace

struct AuditPage::Loaded {
    std::vector<audit::AuditEvent> events; ///< newest first
    std::map<std::string, std::string> names;
    std::optional<Instant> lastCheckpoint;
};

AuditPage::AuditPage(Services& services, QWidget* parent)
    : Page(PageId::Audit, services, parent), m_model(new RowsModel<audit::AuditEvent>(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_header = new PageHeader(this);
    m_checkpoint = m_header->addSecondary(QStringLiteral("sign"));
    m_header->primary()->setIconName(QStringLiteral("shield-check"));
    column->addWidget(m_header);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(space::k24, 0, space::k24, space::k24);
    content->setSpacing(space::k16);
    column->addLayout(content, 1);
    m_banner = new Banner(this);
    m_error = new Banner(this);
    m_error->setDismissible(true);
    m_banner->setDismissible(false);
    content->addWidget(m_error);
    content->addWidget(m_banner);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(space::k12);
    m_chips = new FilterChipRow(this);
    m_actor = new QComboBox(this);
    m_object = new TextLabel(TextStyle::Body, TextRole::Secondary, this);
    m_clearObject = new Button({}, ButtonKind::Quiet, QStringLiteral("close"), this);
    filters->addWidget(m_chips, 1);
    filters->addWidget(m_object, 0, Qt::AlignTop);
    filters->addWidget(m_clearObject, 0, Qt::AlignTop);
    filters->addWidget(m_actor, 0, Qt::AlignTop);
    content->addLayout(filters);
    m_table = new DataTable(this);
    m_table->setLinkColumn(-1);
    m_table->setModel(m_model);
    m_table->setHugsRows();
    content->addWidget(Card::around(m_table, this));
    content->addStretch();
    makeDetails();
    row->addWidget(m_details);

    connect(m_header->primary(), &QAbstractButton::clicked, this, &AuditPage::verify);
    connect(m_checkpoint, &QAbstractButton::clicked, this, &AuditPage::checkpoint);
    connect(m_chips, &FilterChipRow::changed, this, &AuditPage::applyFilters);
    connect(m_actor, &QComboBox::activated, this, &AuditPage::applyFilters);
    connect(m_clearObject, &QAbstractButton::clicked, this, [this] {
        m_objectFilter.clear();
        applyFilters();
    });
    connect(m_table, &DataTable::currentRowChanged, this, [this] { showSelected(); });
    connect(&services.workspace, &WorkspaceAccess::userChanged, this, &AuditPage::showState);
    AuditPage::retranslate();
}

AuditPage::~AuditPage() = default;

void AuditPage::makeDetails() {
    m_details = new DetailsPanel(this);
}

QString AuditPage::title() const {
    return tr("Audit");
}

QString AuditPage::icon() const {
    return QStringLiteral("audit");
}

void AuditPage::retranslate() {
    using Model = RowsModel<audit::AuditEvent>;
    using Row = audit::AuditEvent;
    m_header->setTitle(title());
    m_header->primary()->setText(tr("Verify the log"));
    m_checkpoint->setText(tr("Sign a checkpoint"));
    m_table->setName(tr("Events"));
    m_table->setPlaceholder(tr("No event matches the filters."));
    m_clearObject->setText(tr("All objects"));
    m_actor->setAccessibleName(tr("Person"));
    m_model->setColumns(
        {Model::count(tr("No."), [](const Row& row) { return row.seq; }),
         Model::time(tr("Time"), [](const Row& row) { return row.time; }),
         Model::text(tr("Person"), [this](const Row& row) { return nameOf(row.actor.text()); }),
         Model::text(tr("Role"), [](const Row& row) { return roleText(row.role); }),
         {tr("Act"), Qt::AlignLeft | Qt::AlignVCenter,
          [](const Row& row, int role) -> QVariant {
              if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
                  return auditActionText(row.action);
              if (role == cell::IconRole)
                  return auditActionIcon(row.action);
              return {};
          }},
         {tr("Object"), Qt::AlignLeft | Qt::AlignVCenter, [](const Row& row, int role) -> QVariant {
              if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
                  return fromUtf8(row.object);
              if (role == cell::MonospacedRole)
                  return true;
              return {};
          }}});
    m_table->setColumnWidths({68, 148, 140, 124, 0, 128});
    m_details->setTitle(tr("Event"));
    fillFilters();
    showState();
    showSelected();
}

void AuditPage::reveal(const QString& target) {
    m_objectFilter = toUtf8(target);
    applyFilters();
}

bool AuditPage::clearFilters() {
    const bool had = !m_objectFilter.empty() || m_actor->currentIndex() > 0;
    m_objectFilter.clear();
    m_actor->setCurrentIndex(0);
    const bool chips = m_chips->clear();
    applyFilters();
    return had || chips;
}

QList<CommandId> AuditPage::pageCommands() const {
    return {CommandId::Refresh, CommandId::VerifyAudit, CommandId::Run, CommandId::ClearFilters};
}

void AuditPage::runCommand(CommandId command) {
    if (command == CommandId::VerifyAudit || command == CommandId::Run)
        verify();
    else if (command == CommandId::Refresh)
        refresh();
    else if (command == CommandId::ClearFilters)
        clearFilters();
}

void AuditPage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<std::shared_ptr<const Loaded>>(
        {tr("Reading the audit log"), Lane::Reader, QStringLiteral("audit"), true}, this,
        [](const WorkspaceCall& call) -> Result<std::shared_ptr<const Loaded>> {
            auto loaded = std::make_shared<Loaded>();
            audit::EventFilter query;
            query.limit = kShownEvents;
            MANGROVE_ASSIGN(loaded->events, workspace::listEvents(call.workspace, query));
            MANGROVE_ASSIGN(const auto users, workspace::listUsers(call.workspace));
            for (const identity::User& user : users)
                loaded->names[user.id.text()] = user.displayName;
            MANGROVE_ASSIGN(const auto checkpoints, workspace::listCheckpoints(call.workspace));
            if (!checkpoints.empty())
                loaded->lastCheckpoint = checkpoints.back().time;
            return std::shared_ptr<const Loaded>(std::move(loaded));
        },
        [this](Result<std::shared_ptr<const Loaded>> result) { take(std::move(result)); });
}

void AuditPage::take(Result<std::shared_ptr<const Loaded>> result) {
    if (!result.ok()) {
        m_error->showError(result.error());
        return;
    }
    const bool grown = m_loaded == nullptr || m_loaded->events.size() != result.value()->events.size();
    m_loaded = std::move(result).value();
    fillFilters();
    applyFilters();
    showState();
    if (grown)
        verify();
}

void AuditPage::fillFilters() {
    std::vector<FilterChip> chips;
    for (const ActionGroup& group : kActionGroups) {
        const QString id = QString::fromLatin1(group.id);
        const qint64 count =
            m_loaded == nullptr
                ? 0
                : std::count_if(m_loaded->events.begin(), m_loaded->events.end(),
                                [&](const audit::AuditEvent& event) { return belongsTo(event, id); });
        if (count > 0)
            chips.push_back({id, tr(group.text), count, QString::fromLatin1(group.icon)});
    }
    m_chips->setChips(chips);
    const QSignalBlocker blocker(m_actor);
    const QString before = m_actor->currentData().toString();
    m_actor->clear();
    m_actor->addItem(tr("Everybody"), QString());
    if (m_loaded != nullptr)
        for (const auto& [id, name] : m_loaded->names)
            m_actor->addItem(fromUtf8(name), fromUtf8(id));
    m_actor->setCurrentIndex(std::max(0, m_actor->findData(before)));
}

void AuditPage::applyFilters() {
    m_object->setVisible(!m_objectFilter.empty());
    m_clearObject->setVisible(!m_objectFilter.empty());
    m_object->setText(tr("About %1").arg(fromUtf8(m_objectFilter)));
    if (m_loaded == nullptr)
        return;
    const QStringList groups = m_chips->active();
    const std::string actor = toUtf8(m_actor->currentData().toString());
    std::vector<audit::AuditEvent> shown;
    for (const audit::AuditEvent& event : m_loaded->events) {
        if (!actor.empty() && event.actor.text() != actor)
            continue;
        if (!m_objectFilter.empty() && event.object != m_objectFilter)
            continue;
        if (!groups.isEmpty() && std::none_of(groups.begin(), groups.end(), [&](const QString& group) {
                return belongsTo(event, group);
            }))
            continue;
        shown.push_back(event);
    }
    m_model->setRows(std::move(shown));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showSelected();
}

QString AuditPage::nameOf(const std::string& user) const {
    if (m_loaded == nullptr)
        return fromUtf8(user);
    const auto found = m_loaded->names.find(user);
    return fromUtf8(found == m_loaded->names.end() ? user : found->second);
}

void AuditPage::verify() {
    if (!services().workspace.isOpen() || m_verifying)
        return;
    m_verifying = true;
    showState();
    services().workspace.read<audit::AuditState>(
        {tr("Verifying the audit log"), Lane::Reader, QStringLiteral("verify-audit"), false}, this,
        [](const WorkspaceCall& call) { return workspace::verifyAudit(call.workspace, call.run); },
        [this](Result<audit::AuditState> result) {
            m_verifying = false;
            if (!result.ok()) {
                m_error->showError(result.error());
            } else {
                m_state = std::move(result).value();
                m_verified = services().workspace.clock().now();
            }
            showState();
        });
}

void AuditPage::showState() {
    m_header->primary()->setBlocked(m_verifying ? tr("The log is being verified.") : QString());
    m_checkpoint->setBlocked(checkpointBlocked());
    m_header->setState(tr("Append-only: nothing is ever changed or removed, and that can be proved."));
    if (!m_state.has_value()) {
        m_banner->showMessage(Tone::Info,
                              m_verifying ? tr("Verifying every event…") : tr("Not verified yet."));
        return;
    }
    const Instant now = services().workspace.clock().now();
    const QString events = tr("%n event(s)", nullptr, static_cast<int>(m_state->events));
    if (!m_state->ok) {
        const QString where =
            m_state->firstBroken.has_value()
                ? tr("event %1: %2")
                      .arg(formatCount(m_state->firstBroken->seq), fromUtf8(m_state->firstBroken->detail))
                : dash();
        m_banner->showMessage(
            Tone::Critical,
            tr("The log does not verify (%1). Compare it with the last package or backup.").arg(where));
        return;
    }
    const QString last = m_loaded != nullptr && m_loaded->lastCheckpoint.has_value()
                             ? tr("last checkpoint %1").arg(formatRelative(*m_loaded->lastCheckpoint, now))
                             : tr("no checkpoint yet");
    m_banner->showMessage(
        Tone::Ok, tr("%1 · root %2 · verified %3 · %4")
                      .arg(events, shortHash(m_state->rootHex), formatRelative(m_verified, now), last));
    Q_EMIT commandsChanged();
}

QString AuditPage::checkpointBlocked() const {
    if (!services().workspace.isOpen())
        return tr("No workspace is open.");
    if (services().workspace.user() == nullptr)
        return tr("Log in to sign a checkpoint.");
    return {};
}

void AuditPage::checkpoint() {
    const CurrentUser* user = services().workspace.user();
    if (user == nullptr)
        return;
    services().dialogs.confirmAct(this,
                                  {tr("Sign a checkpoint"),
                                   tr("%1 signs the present state of the audit log. Whoever keeps a copy of "
                                      "the checkpoint elsewhere can "
                                      "prove later that nothing before it was changed.")
                                       .arg(user->name),
                                   tr("Sign the checkpoint"), false},
                                  [this] {
                                      services().workspace.write<audit::StoredCheckpoint>(
                                          {tr("Signing a checkpoint"), Lane::Writer, {}, false}, this,
                                          [](const WorkspaceCall& call) -> Result<audit::StoredCheckpoint> {
                                              if (call.session == nullptr)
                                                  return Error(errors::kInternal, {"nobody is logged in"});
                                              return workspace::checkpointAudit(call.workspace,
                                                                                *call.session);
                                          },
                                          [this](const Result<audit::StoredCheckpoint>& result) {
                                              if (!result.ok())
                                                  m_error->showError(result.error());
                                          });
                                  });
}

void AuditPage::showSelected() {
    m_details->clearBody();
    const audit::AuditEvent* event = m_model->at(m_table->currentIndex());
    if (event == nullptr) {
        m_details->body()->addStretch();
        return;
    }
    auto* what = new TextLabel(tr("%1 %2").arg(nameOf(event->actor.text()), auditActionText(event->action)),
                               TextStyle::Emphasis, TextRole::Primary, m_details);
    what->setWrapping(true);
    m_details->body()->addWidget(what);
    auto* facts = new KeyValueList(m_details);
    const auto leaf = audit::leafHash(*event);
    facts->setRows({{tr("No."), formatCount(event->seq)},
                    {tr("Time"), formatUtc(event->time)},
                    {tr("Role"), roleText(event->role)},
                    {tr("Action"), fromUtf8(event->action), {}, true},
                    {tr("Object"), fromUtf8(event->object), {}, true},
                    {tr("Leaf"), fromUtf8(toHex(leaf)), {}, true}});
    m_details->body()->addWidget(facts);
    if (event->payload != "{}") {
        m_details->addSection(tr("Record"));
        auto* payload = new KeyValueList(m_details);
        payload->setRows(payloadRows(event->payload));
        m_details->body()->addWidget(payload);
    }
    m_details->addSection(tr("Proof"));
    if (m_hasProof && m_proofOf == event->seq) {
        auto* proof = new QPlainTextEdit(fromUtf8(m_proof), m_details);
        proof->setReadOnly(true);
        proof->setLineWrapMode(QPlainTextEdit::NoWrap);
        proof->setMinimumHeight(kProofHeight);
        proof->setAccessibleName(tr("Proof that the event is in the log"));
        m_details->body()->addWidget(proof);
    } else {
        auto* button = new Button(tr("Prove that it is in the log"), ButtonKind::Secondary,
                                  QStringLiteral("fingerprint"), m_details);
        m_details->body()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, &AuditPage::prove);
    }
    m_details->body()->addStretch();
}

void AuditPage::prove() {
    const audit::AuditEvent* event = m_model->at(m_table->currentIndex());
    if (event == nullptr)
        return;
    services().workspace.read<std::string>(
        {tr("Making a proof"), Lane::Reader, QStringLiteral("proof"), true}, this,
        [seq = event->seq](const WorkspaceCall& call) { return workspace::proveEvent(call.workspace, seq); },
        [this, seq = event->seq](Result<std::string> result) {
            if (!result.ok()) {
                m_error->showError(result.error());
                return;
            }
            m_proof = std::move(result).value();
            m_proofOf = seq;
            m_hasProof = true;
            showSelected();
        });
}

} // namespace mangrove::ui
