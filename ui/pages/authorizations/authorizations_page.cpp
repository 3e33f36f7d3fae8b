// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/authorizations/authorizations_page.h"

#include "crypto/secret.h"
#include "dialogs/dialogs.h"
#include "i18n/error_texts.h"
#include "i18n/format.h"
#include "models/governance_words.h"
#include "pages/authorizations/request_detail.h"
#include "pages/authorizations/request_form.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/filter_chip_row.h"
#include "widgets/page_header.h"
#include "widgets/text_label.h"
#include "workspace/deidentification.h"
#include "workspace/session.h"
#include "workspace/users.h"
#include "workspace/workspace.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mangrove::ui {

namespace {

using workspace::RequestAct;
using Requests = std::vector<workspace::RequestView>;

constexpr int kListWidth = 416;

struct ActWords {
    RequestAct act;
    const char* text;
    ButtonKind kind;
    const char* icon;
};

constexpr std::array kActWords{
    ActWords{RequestAct::Withdraw, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Withdraw"),
             ButtonKind::Quiet, ""},
    ActWords{RequestAct::Return, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Return"),
             ButtonKind::Quiet, ""},
    ActWords{RequestAct::Submit, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Submit"),
             ButtonKind::Primary, "send"},
    ActWords{RequestAct::StartReview,
             QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Start the review"), ButtonKind::Secondary,
             "eye"},
    ActWords{RequestAct::MarkReady,
             QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Ready for decision"),
             ButtonKind::Secondary, "check"},
    ActWords{RequestAct::Reject, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Reject…"),
             ButtonKind::Critical, "ban"},
    ActWords{RequestAct::Approve, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Approve…"),
             ButtonKind::Primary, "sign"},
    ActWords{RequestAct::Suspend, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Suspend…"),
             ButtonKind::Quiet, "pause"},
    ActWords{RequestAct::Resume, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Resume…"),
             ButtonKind::Secondary, "play"},
    ActWords{RequestAct::Revoke, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Revoke…"),
             ButtonKind::Critical, "ban"},
    ActWords{RequestAct::Export, QT_TRANSLATE_NOOP("mangrove::ui::AuthorizationsPage", "Hand off"),
             ButtonKind::Primary, "handoff"},
};

/// Which acts the state makes sense of at all; the others are not shown.
bool fitsState(RequestAct act, authorization::RequestState state) {
    using S = authorization::RequestState;
    const bool decidable = authorization::isDecidable(state);
    switch (act) {
    case RequestAct::Submit:
        return state == S::Draft || state == S::Returned;
    case RequestAct::StartReview:
        return state == S::Submitted || state == S::Screening;
    case RequestAct::MarkReady:
        return decidable && state != S::ReadyForDecision;
    case RequestAct::Return:
    case RequestAct::Approve:
    case RequestAct::Reject:
        return decidable;
    case RequestAct::Withdraw:
        return decidable || state == S::Draft || state == S::Returned;
    case RequestAct::Suspend:
    case RequestAct::Export:
        return state == S::Active;
    case RequestAct::Resume:
        return state == S::Suspended;
    case RequestAct::Revoke:
        return state == S::Active || state == S::Suspended;
    default:
        return false;
    }
}

authorization::Move moveOf(RequestAct act) {
    switch (act) {
    case RequestAct::StartReview:
        return authorization::Move::StartReview;
    case RequestAct::MarkReady:
        return authorization::Move::MarkReady;
    case RequestAct::Return:
        return authorization::Move::Return;
    case RequestAct::Withdraw:
        return authorization::Move::Withdraw;
    case RequestAct::Suspend:
        return authorization::Move::Suspend;
    case RequestAct::Resume:
        return authorization::Move::Resume;
    case RequestAct::Revoke:
        return authorization::Move::Revoke;
    default:
        return authorization::Move::Close;
    }
}

bool isPending(const workspace::RequestView& view) {
    return authorization::isDecidable(view.request.state);
}
bool isActive(const workspace::RequestView& view) {
    return view.request.state == authorization::RequestState::Active
           || view.request.state == authorization::RequestState::Suspended;
}
bool isDraft(const workspace::RequestView& view) {
    return view.request.state == authorization::RequestState::Draft
           || view.request.state == authorization::RequestState::Returned;
}
bool isEnded(const workspace::RequestView& view) {
    return authorization::isFinal(view.request.state);
}

Error nobodyHere() {
    return Error(errors::kInternal, {"nobody is logged in"});
}

} // namespace

struct AuthorizationsPage::Loaded {
    Requests requests;
    std::vector<workspace::DatasetSummary> datasets;
    std::vector<catalog::Release> releases;
    std::map<std::string, std::string> names;
};

AuthorizationsPage::AuthorizationsPage(Services& services, QWidget* parent)
    : Page(PageId::Authorizations, services, parent), m_model(new RowsModel<workspace::RequestView>(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->primary()->setIconName(QStringLiteral("plus"));
    column->addWidget(m_header);
    auto* outer = new QVBoxLayout;
    outer->setContentsMargins(space::k24, 0, space::k24, space::k16);
    outer->setSpacing(space::k16);
    column->addLayout(outer, 1);
    m_banner = new Banner(this);
    outer->addWidget(m_banner);
    m_form = new RequestForm(this);
    m_form->hide();
    outer->addWidget(m_form);
    m_empty = new EmptyState(QStringLiteral("authorize"), this);
    outer->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto* whole = new QVBoxLayout(m_content);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(space::k12);
    m_chips = new FilterChipRow(m_content);
    whole->addWidget(m_chips);
    auto* content = new QHBoxLayout;
    content->setSpacing(space::k16);
    whole->addLayout(content, 1);
    auto* list = new QVBoxLayout;
    m_table = new DataTable(m_content);
    m_table->setModel(m_model);
    m_table->setHugsRows();
    auto* card = Card::around(m_table, m_content);
    card->setFixedWidth(kListWidth);
    list->addWidget(card);
    list->addStretch();
    content->addLayout(list);
    auto* shown = new QVBoxLayout;
    shown->setSpacing(space::k12);
    shown->addWidget(makeDetail(), 1);
    shown->addWidget(makeBar());
    content->addLayout(shown, 1);
    outer->addWidget(m_content, 1);
    m_empty->hide();
    m_content->hide();
    m_bar->hide();

    connect(m_header->primary(), &QAbstractButton::clicked, this, [this] { startForm({}); });
    connect(m_empty->action(), &QAbstractButton::clicked, this, [this] { startForm({}); });
    connect(m_form, &RequestForm::submitted, this, &AuthorizationsPage::createRequest);
    connect(m_form, &RequestForm::cancelled, this, [this] {
        m_form->hide();
        showCurrent();
    });
    connect(m_chips, &FilterChipRow::changed, this, &AuthorizationsPage::applyFilters);
    connect(m_table, &DataTable::currentRowChanged, this, [this] { showCurrent(); });
    connect(&services.workspace, &WorkspaceAccess::userChanged, this, &AuthorizationsPage::updateBar);
    AuthorizationsPage::retranslate();
}

AuthorizationsPage::~AuthorizationsPage() = default;

QWidget* AuthorizationsPage::makeDetail() {
    m_scroll = new QScrollArea(m_content);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detail = new RequestDetail(m_scroll);
    m_scroll->setWidget(m_detail);
    return m_scroll;
}

QWidget* AuthorizationsPage::makeBar() {
    m_bar = new Card({}, m_content);
    auto* row = new QHBoxLayout;
    qobject_cast<Card*>(m_bar)->body()->setContentsMargins(space::k16, space::k8, space::k8, space::k8);
    qobject_cast<Card*>(m_bar)->body()->addLayout(row);
    row->setSpacing(space::k8);
    m_barText = new TextLabel(TextStyle::Body, TextRole::Secondary, m_bar);
    m_barText->setWrapping(true);
    row->addWidget(m_barText, 1);
    m_barButtons = row;
    for (const ActWords& words : kActWords) {
        auto* button = new Button({}, words.kind, QString::fromLatin1(words.icon), m_bar);
        row->addWidget(button);
        m_acts.push_back({words.act, button});
        connect(button, &QAbstractButton::clicked, this, [this, act = words.act] { perform(act); });
    }
    return m_bar;
}

QString AuthorizationsPage::title() const {
    return tr("Authorizations");
}

QString AuthorizationsPage::icon() const {
    return QStringLiteral("authorize");
}

QStringList AuthorizationsPage::breadcrumb() const {
    const workspace::RequestView* view = current();
    return view == nullptr ? QStringList{title()} : QStringList{title(), fromUtf8(view->request.title)};
}

void AuthorizationsPage::retranslate() {
    using Model = RowsModel<workspace::RequestView>;
    using Row = workspace::RequestView;
    m_header->setTitle(title());
    m_header->primary()->setText(tr("New request"));
    m_empty->setTexts(tr("Nobody has asked for data yet"),
                      tr("A request says who wants which table, for what and until when. Another person "
                         "decides it; nobody decides the own request."),
                      tr("New request"));
    m_table->setName(tr("Requests"));
    m_table->setPlaceholder(tr("No request matches the filters."));
    m_model->setColumns(
        {Model::text(tr("Request"), [](const Row& row) { return fromUtf8(row.request.title); }),
         Model::chip(tr("State"), [](const Row& row) { return requestStateChip(row.request.state); }),
         Model::text(tr("Left"), [](const Row& row) {
             return row.daysLeft.has_value() && *row.daysLeft >= 0
                        ? tr("%n day(s)", nullptr, static_cast<int>(*row.daysLeft))
                        : QString();
         })});
    m_table->setColumnWidths({0, 160, 84});
    for (std::size_t i = 0; i < kActWords.size(); ++i)
        m_acts[i].button->setText(tr(kActWords.at(i).text));
    m_form->retranslate();
    m_detail->retranslate();
    updateChips();
    showCurrent();
}

void AuthorizationsPage::reveal(const QString& target) {
    if (target == QLatin1String("new") || target.startsWith(QLatin1String("new/"))) {
        m_formWanted = true;
        m_newFor = ReleaseId(toUtf8(target.section(QLatin1Char('/'), 1, 1)));
    } else if (target.startsWith(QLatin1String("RQ-"))) {
        m_wanted = toUtf8(target);
        m_chips->clear();
    } else if (!target.isEmpty()) {
        m_chips->setActive({target});
    }
    applyFilters();
}

bool AuthorizationsPage::clearFilters() {
    const bool had = m_chips->clear();
    applyFilters();
    return had;
}

QList<CommandId> AuthorizationsPage::pageCommands() const {
    QList<CommandId> commands{CommandId::Refresh, CommandId::ClearFilters};
    if (blockedReason().isEmpty())
        commands << CommandId::NewRequest;
    for (const ActButton& act : m_acts) {
        if (act.act == RequestAct::Submit && act.button->isVisibleTo(m_bar) && act.button->isEnabled())
            commands << CommandId::Submit;
        if (act.act == RequestAct::Export && act.button->isVisibleTo(m_bar) && act.button->isEnabled())
            commands << CommandId::Export;
    }
    return commands;
}

void AuthorizationsPage::runCommand(CommandId command) {
    switch (command) {
    case CommandId::NewRequest:
        startForm({});
        break;
    case CommandId::Submit:
        perform(RequestAct::Submit);
        break;
    case CommandId::Export:
        perform(RequestAct::Export);
        break;
    case CommandId::ClearFilters:
        clearFilters();
        break;
    case CommandId::Refresh:
        refresh();
        break;
    default:
        break;
    }
}

void AuthorizationsPage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<std::shared_ptr<const Loaded>>(
        {tr("Reading the requests"), Lane::Reader, QStringLiteral("requests"), true}, this,
        [](const WorkspaceCall& call) -> Result<std::shared_ptr<const Loaded>> {
            auto loaded = std::make_shared<Loaded>();
            MANGROVE_ASSIGN(loaded->requests, workspace::listRequests(call.workspace));
            MANGROVE_ASSIGN(loaded->datasets, workspace::listDatasets(call.workspace));
            MANGROVE_ASSIGN(loaded->releases, workspace::listReleases(call.workspace));
            MANGROVE_ASSIGN(const auto users, workspace::listUsers(call.workspace));
            for (const identity::User& user : users)
                loaded->names[user.id.text()] = user.displayName;
            return std::shared_ptr<const Loaded>(std::move(loaded));
        },
        [this](Result<std::shared_ptr<const Loaded>> result) { take(std::move(result)); });
}

void AuthorizationsPage::take(Result<std::shared_ptr<const Loaded>> result) {
    if (!result.ok()) {
        m_banner->showError(result.error());
        return;
    }
    if (const workspace::RequestView* view = current(); view != nullptr && m_wanted.empty())
        m_wanted = view->request.id.text();
    m_loaded = std::move(result).value();
    updateChips();
    applyFilters();
    if (m_formWanted) {
        m_formWanted = false;
        startForm(m_newFor);
    }
}

void AuthorizationsPage::updateChips() {
    if (m_loaded == nullptr)
        return;
    const auto count = [this](const auto& holds) {
        return static_cast<qint64>(
            std::count_if(m_loaded->requests.begin(), m_loaded->requests.end(), holds));
    };
    m_chips->setChips(
        {{QStringLiteral("pending"), tr("To decide"), count(isPending), QStringLiteral("eye")},
         {QStringLiteral("active"), tr("Active"), count(isActive), QStringLiteral("check-circle")},
         {QStringLiteral("draft"), tr("Drafts"), count(isDraft), QStringLiteral("edit")},
         {QStringLiteral("ended"), tr("Ended"), count(isEnded), QStringLiteral("dot")}});
}

void AuthorizationsPage::applyFilters() {
    if (m_loaded == nullptr)
        return;
    const QStringList active = m_chips->active();
    Requests shown;
    for (const workspace::RequestView& view : m_loaded->requests) {
        const bool holds = active.isEmpty() || (active.contains(QLatin1String("pending")) && isPending(view))
                           || (active.contains(QLatin1String("active")) && isActive(view))
                           || (active.contains(QLatin1String("draft")) && isDraft(view))
                           || (active.contains(QLatin1String("ended")) && isEnded(view));
        if (holds)
            shown.push_back(view);
    }
    m_model->setRows(std::move(shown));
    // Without a wish the eye goes to what waits for a person.
    const auto& rows = m_model->rows();
    auto found = std::find_if(rows.begin(), rows.end(), [this](const workspace::RequestView& view) {
        return view.request.id.text() == m_wanted;
    });
    if (found == rows.end())
        found = std::find_if(rows.begin(), rows.end(), [](const workspace::RequestView& view) {
            return view.request.state == authorization::RequestState::ReadyForDecision;
        });
    const int row = found == rows.end() ? 0 : static_cast<int>(found - rows.begin());
    m_wanted.clear();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    showCurrent();
}

const workspace::RequestView* AuthorizationsPage::current() const {
    return m_model->at(m_table->currentIndex());
}

QString AuthorizationsPage::blockedReason() const {
    if (!services().workspace.isOpen())
        return tr("No workspace is open.");
    if (services().workspace.user() == nullptr)
        return tr("Log in first.");
    if (!services().workspace.hasRole(QStringLiteral("applicant"))
        && !services().workspace.hasRole(QStringLiteral("data-officer")))
        return tr("Only an applicant or a data officer asks for data.");
    if (m_loaded != nullptr && m_loaded->datasets.empty())
        return tr("There is no data set to ask for.");
    return {};
}

void AuthorizationsPage::showCurrent() {
    const bool form = m_form->isVisibleTo(this);
    const bool any = m_loaded != nullptr && !m_loaded->requests.empty();
    const workspace::RequestView* view = current();
    m_content->setVisible(any && !form);
    m_empty->setVisible(m_loaded != nullptr && !any && !form);
    m_scroll->setVisible(view != nullptr);
    m_header->primary()->setBlocked(form ? tr("Finish the request on the page first.") : blockedReason());
    m_empty->action()->setBlocked(blockedReason());
    const auto pending = m_loaded == nullptr
                             ? 0
                             : static_cast<int>(std::count_if(m_loaded->requests.begin(),
                                                              m_loaded->requests.end(), isPending));
    m_header->setState(m_loaded == nullptr ? tr("Who may have what, decided by two pairs of eyes.")
                       : pending == 0      ? tr("No request is waiting for a decision.")
                                           : tr("%n request(s) wait for a decision.", nullptr, pending));
    if (view != nullptr)
        m_detail->setRequest(*view, m_loaded->names, services().workspace.clock().now());
    updateBar();
    Q_EMIT breadcrumbChanged();
}

void AuthorizationsPage::updateBar() {
    const workspace::RequestView* view = current();
    const bool shown = view != nullptr && m_content->isVisibleTo(this);
    m_bar->setVisible(shown);
    if (!shown)
        return;
    bool any = false;
    for (const ActButton& act : m_acts) {
        const bool fits = fitsState(act.act, view->request.state);
        act.button->setVisible(fits);
        any = any || fits;
    }
    if (!any) {
        m_barText->setText(tr("Nothing is left to do with this request."));
        return;
    }
    checkActs(*view);
}

void AuthorizationsPage::checkActs(const workspace::RequestView& view) {
    // the session belongs to the lanes; mayAct() itself reads nothing
    services().workspace.read<std::vector<Status>>(
        {tr("Checking what may be done"), Lane::Reader, QStringLiteral("may-act"), true}, this,
        [view, acts = m_acts](const WorkspaceCall& call) -> Result<std::vector<Status>> {
            std::vector<Status> verdicts;
            for (const ActButton& act : acts)
                verdicts.push_back(call.session == nullptr ? Status(nobodyHere())
                                                           : workspace::mayAct(*call.session, view, act.act));
            return verdicts;
        },
        [this](Result<std::vector<Status>> result) {
            if (result.ok())
                showActs(result.value());
        });
}

void AuthorizationsPage::showActs(const std::vector<Status>& verdicts) {
    const bool nobody = services().workspace.user() == nullptr;
    QString reason;
    bool anyAllowed = false;
    for (std::size_t i = 0; i < m_acts.size() && i < verdicts.size(); ++i) {
        const QString blocked = nobody             ? tr("Log in first.")
                                : m_busy           ? tr("An act is under way.")
                                : verdicts[i].ok() ? QString()
                                                   : errorText(verdicts[i].error());
        m_acts[i].button->setBlocked(blocked);
        if (!m_acts[i].button->isVisibleTo(m_bar))
            continue;
        anyAllowed = anyAllowed || blocked.isEmpty();
        const bool main = m_acts[i].act == RequestAct::Approve || m_acts[i].act == RequestAct::Export
                          || m_acts[i].act == RequestAct::Submit;
        if (!blocked.isEmpty() && (reason.isEmpty() || main))
            reason = blocked;
    }
    m_barText->setText(reason);
    m_barText->setRole(anyAllowed ? TextRole::Secondary : TextRole::Warning);
    Q_EMIT commandsChanged();
}

void AuthorizationsPage::startForm(const ReleaseId& release) {
    if (!blockedReason().isEmpty() || m_loaded == nullptr)
        return;
    m_form->start(m_loaded->datasets, m_loaded->releases, release, services().workspace.clock().now());
    m_form->show();
    showCurrent();
}

void AuthorizationsPage::createRequest() {
    m_form->setBusy(true);
    services().workspace.write<authorization::Request>(
        {tr("Writing the request"), Lane::Writer, {}, false}, this,
        [wanted = m_form->request()](const WorkspaceCall& call) -> Result<authorization::Request> {
            if (call.session == nullptr)
                return nobodyHere();
            return workspace::createRequest(call.workspace, *call.session, wanted);
        },
        [this](Result<authorization::Request> result) {
            m_form->setBusy(false);
            if (!result.ok()) {
                m_banner->showError(result.error());
                return;
            }
            m_banner->clear();
            m_form->hide();
            m_wanted = result->id.text();
            refresh();
        });
}

void AuthorizationsPage::runAct(const QString& what,
                                std::function<Result<authorization::Request>(const WorkspaceCall&)> work) {
    m_busy = true;
    m_banner->clear();
    services().workspace.write<authorization::Request>({what, Lane::Writer, {}, false}, this, std::move(work),
                                                       [this](Result<authorization::Request> result) {
                                                           m_busy = false;
                                                           if (!result.ok()) {
                                                               m_banner->showError(result.error());
                                                               updateBar();
                                                               return;
                                                           }
                                                           m_wanted = result->id.text();
                                                           refresh();
                                                       });
}

void AuthorizationsPage::perform(RequestAct act) {
    const workspace::RequestView* view = current();
    if (view == nullptr)
        return;
    const RequestId id = view->request.id;
    switch (act) {
    case RequestAct::Approve:
        askDecision(true);
        return;
    case RequestAct::Reject:
        askDecision(false);
        return;
    case RequestAct::Export:
        services().navigator.open(PageId::Handoff, fromUtf8(id.text()));
        return;
    case RequestAct::Submit:
        runAct(tr("Submitting the request"),
               [id](const WorkspaceCall& call) -> Result<authorization::Request> {
                   if (call.session == nullptr)
                       return nobodyHere();
                   return workspace::submitRequest(call.workspace, *call.session, id);
               });
        return;
    case RequestAct::StartReview:
    case RequestAct::MarkReady:
        runAct(tr("Moving the request"),
               [id, move = moveOf(act)](const WorkspaceCall& call) -> Result<authorization::Request> {
                   if (call.session == nullptr)
                       return nobodyHere();
                   return workspace::moveRequest(call.workspace, *call.session, id, move, {});
               });
        return;
    default:
        askMove(act);
    }
}

void AuthorizationsPage::askMove(RequestAct act) {
    const auto words =
        std::find_if(kActWords.begin(), kActWords.end(), [&](const ActWords& one) { return one.act == act; });
    const workspace::RequestView* view = current();
    if (words == kActWords.end() || view == nullptr)
        return;
    QString verb = tr(words->text);
    verb.remove(QStringLiteral("…"));
    const RequestId id = view->request.id;
    services().dialogs.askText(
        this,
        {verb,
         tr("%1: “%2”. The reason becomes part of the record.").arg(verb, fromUtf8(view->request.title)),
         tr("Reason"),
         verb,
         {},
         true,
         false},
        [this, id, act, verb](const QString& reason) {
            runAct(verb,
                   [id, move = moveOf(act),
                    note = toUtf8(reason)](const WorkspaceCall& call) -> Result<authorization::Request> {
                       if (call.session == nullptr)
                           return nobodyHere();
                       return workspace::moveRequest(call.workspace, *call.session, id, move, note);
                   });
        });
}

void AuthorizationsPage::askDecision(bool approve) {
    const workspace::RequestView* view = current();
    const CurrentUser* user = services().workspace.user();
    if (view == nullptr || user == nullptr)
        return;
    const QString title = fromUtf8(view->request.title);
    const QString verb = approve ? tr("Sign and approve") : tr("Sign and reject");
    const QString sentence =
        approve ? tr("%1 approves “%2” with a signature: %3 may receive the table until %4.")
                      .arg(user->name, title, fromUtf8(view->request.recipientOrganisation),
                           formatDate(view->request.requestedUntil))
                : tr("%1 rejects “%2” with a signature. A rejected request cannot be taken up again.")
                      .arg(user->name, title);
    services().dialogs.askText(this,
                               {approve ? tr("Approve the request") : tr("Reject the request"),
                                sentence,
                                tr("Reason"),
                                tr("Continue"),
                                {},
                                true,
                                false},
                               [this, approve, verb, sentence](const QString& reason) {
                                   services().dialogs.askPassphrase(
                                       this, {verb, sentence, verb, false},
                                       [this, approve, reason](crypto::SecretText passphrase) {
                                           decide(approve, reason, std::move(passphrase));
                                       });
                               });
}

void AuthorizationsPage::decide(bool approve, const QString& reason, crypto::SecretText passphrase) {
    const workspace::RequestView* view = current();
    const CurrentUser* user = services().workspace.user();
    if (view == nullptr || user == nullptr)
        return;
    authorization::Decision decision;
    decision.verdict =
        approve ? authorization::Decision::Verdict::Approve : authorization::Decision::Verdict::Reject;
    decision.reason = toUtf8(reason);
    // std::function wants copyable work; the secret is not, so it is shared and wiped with its last owner
    auto secret = std::make_shared<crypto::SecretText>(std::move(passphrase));
    runAct(approve ? tr("Approving the request") : tr("Rejecting the request"),
           [id = view->request.id, who = user->id, decision,
            secret](const WorkspaceCall& call) -> Result<authorization::Request> {
               MANGROVE_ASSIGN(const auto session, workspace::login(call.workspace, who, *secret));
               return workspace::decideRequest(call.workspace, session, id, decision, call.run);
           });
}

} // namespace mangrove::ui
