// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/handoff/handoff_page.h"

#include "dialogs/dialogs.h"
#include "handoff/package_verifier.h"
#include "i18n/error_texts.h"
#include "i18n/format.h"
#include "models/governance_words.h"
#include "pages/handoff/verify_card.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/page_body.h"
#include "widgets/page_header.h"
#include "widgets/step_bar.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

struct HandoffPage::Loaded {
    std::vector<workspace::RequestView> requests; ///< active ones
    std::vector<Status> may;                      ///< for each of them
    std::vector<catalog::PackageRecord> packages;
};

HandoffPage::HandoffPage(Services& services, QWidget* parent)
    : Page(PageId::Handoff, services, parent), m_packingModel(new RowsModel<workspace::PackingItem>(this)),
      m_packagesModel(new RowsModel<catalog::PackageRecord>(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->primary()->setIconName(QStringLiteral("handoff"));
    column->addWidget(m_header);
    auto* body = new PageBody(this);
    column->addWidget(body, 1);
    m_banner = new Banner(body);
    body->column()->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k24);
    auto* left = new QVBoxLayout;
    left->setSpacing(space::k24);
    makePacking(body);
    left->addWidget(m_packingCard);
    m_packagesCard = new Card({}, body);
    m_packagesCard->setFlush(true);
    m_packages = new DataTable(m_packagesCard);
    m_packages->setLinkColumn(-1);
    m_packages->setModel(m_packagesModel);
    m_packages->setFitsRows(8);
    m_packagesCard->body()->addWidget(m_packages);
    left->addWidget(m_packagesCard);
    left->addStretch();
    row->addLayout(left, 3);
    m_verify = new VerifyCard(body);
    auto* right = new QVBoxLayout;
    right->addWidget(m_verify);
    right->addStretch();
    row->addLayout(right, 2);
    body->column()->addLayout(row, 1);

    connect(m_header->primary(), &QAbstractButton::clicked, this, &HandoffPage::chooseTarget);
    connect(m_requests, &QComboBox::activated, this, &HandoffPage::loadPacking);
    connect(m_verify, &VerifyCard::dropped, this, &HandoffPage::verify);
    connect(m_verify, &VerifyCard::chooseRequested, this, &HandoffPage::chooseVerify);
    connect(&services.workspace, &WorkspaceAccess::userChanged, this, &HandoffPage::refresh);
    HandoffPage::retranslate();
}

HandoffPage::~HandoffPage() = default;

void HandoffPage::makePacking(QWidget* parent) {
    m_packingCard = new Card({}, parent);
    m_steps = new StepBar(m_packingCard);
    m_packingCard->body()->addWidget(m_steps);
    auto* row = new QHBoxLayout;
    m_requestLabel = new TextLabel(TextStyle::Body, TextRole::Secondary, m_packingCard);
    m_requests = new QComboBox(m_packingCard);
    m_requestLabel->setBuddy(m_requests);
    row->addWidget(m_requestLabel);
    row->addWidget(m_requests, 1);
    m_packingCard->body()->addLayout(row);
    m_sentence = new TextLabel(TextStyle::Body, TextRole::Secondary, m_packingCard);
    m_sentence->setWrapping(true);
    m_packingCard->body()->addWidget(m_sentence);
    m_packing = new DataTable(m_packingCard);
    m_packing->setLinkColumn(-1);
    m_packing->setModel(m_packingModel);
    m_packing->setFitsRows(64);
    m_packingCard->body()->addWidget(m_packing);
}

QString HandoffPage::title() const {
    return tr("Hand-off");
}

QString HandoffPage::icon() const {
    return QStringLiteral("handoff");
}

void HandoffPage::retranslate() {
    using Packing = RowsModel<workspace::PackingItem>;
    using Packages = RowsModel<catalog::PackageRecord>;
    m_header->setTitle(title());
    m_header->primary()->setText(tr("Export the package…"));
    m_packingCard->setTitle(tr("Packing list"));
    m_requestLabel->setText(tr("Approved request"));
    m_steps->setSteps({tr("Request"), tr("Gates"), tr("Recipient"), tr("Packing list")});
    m_packing->setName(tr("Files of the package"));
    m_packing->setPlaceholder(tr("Nothing is approved for hand-off."));
    m_packingModel->setColumns(
        {Packing::text(tr("File"), [](const workspace::PackingItem& row) { return fromUtf8(row.path); }),
         Packing::text(tr("What"),
                       [](const workspace::PackingItem& row) { return packageFileText(row.what); }),
         {tr("Size"), Qt::AlignRight | Qt::AlignVCenter,
          [](const workspace::PackingItem& row, int role) -> QVariant {
              return role == Qt::DisplayRole && row.bytes > 0 ? QVariant(formatBytes(row.bytes)) : QVariant();
          }},
         {tr("SHA-256"), Qt::AlignLeft | Qt::AlignVCenter,
          [](const workspace::PackingItem& row, int role) -> QVariant {
              if (role == Qt::DisplayRole)
                  return row.sha256.empty() ? tr("at export") : shortHash(row.sha256, 12);
              if (role == Qt::ToolTipRole)
                  return fromUtf8(row.sha256);
              if (role == cell::MonospacedRole)
                  return !row.sha256.empty();
              return {};
          }}});
    m_packing->setColumnWidths({0, 104, 90, 128});
    m_packagesCard->setTitle(tr("Packages that have left"));
    m_packages->setName(tr("Packages that have left"));
    m_packages->setPlaceholder(tr("Nothing has left this workspace."));
    m_packagesModel->setColumns(
        {Packages::text(tr("Package"),
                        [](const catalog::PackageRecord& row) { return fromUtf8(row.id.text()); }),
         Packages::text(
             tr("Recipient"),
             [](const catalog::PackageRecord& row) { return fromUtf8(row.recipientOrganisation); }),
         {tr("Size"), Qt::AlignRight | Qt::AlignVCenter,
          [](const catalog::PackageRecord& row, int role) -> QVariant {
              return role == Qt::DisplayRole ? QVariant(formatBytes(row.bytes)) : QVariant();
          }},
         Packages::text(tr("By"), [](const catalog::PackageRecord& row) { return fromUtf8(row.by.text()); }),
         Packages::time(tr("Left"), [](const catalog::PackageRecord& row) { return row.created; })});
    m_packages->setColumnWidths({128, 0, 84, 96, 144});
    m_verify->retranslate();
    updateState();
}

void HandoffPage::reveal(const QString& target) {
    if (!target.isEmpty())
        m_wanted = toUtf8(target);
}

QList<CommandId> HandoffPage::pageCommands() const {
    QList<CommandId> commands{CommandId::Refresh, CommandId::VerifyPackage};
    if (blockedReason().isEmpty())
        commands << CommandId::Export;
    return commands;
}

void HandoffPage::runCommand(CommandId command) {
    if (command == CommandId::Export)
        chooseTarget();
    else if (command == CommandId::VerifyPackage)
        chooseVerify();
    else if (command == CommandId::Refresh)
        refresh();
}

void HandoffPage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<std::shared_ptr<const Loaded>>(
        {tr("Reading the packages"), Lane::Reader, QStringLiteral("handoff"), true}, this,
        [](const WorkspaceCall& call) -> Result<std::shared_ptr<const Loaded>> {
            auto loaded = std::make_shared<Loaded>();
            MANGROVE_ASSIGN(auto requests, workspace::listRequests(call.workspace));
            for (workspace::RequestView& view : requests) {
                if (view.request.state != authorization::RequestState::Active)
                    continue;
                loaded->may.push_back(
                    call.session == nullptr
                        ? Status(Error(errors::kInternal, {"nobody is logged in"}))
                        : workspace::mayAct(*call.session, view, workspace::RequestAct::Export));
                loaded->requests.push_back(std::move(view));
            }
            MANGROVE_ASSIGN(loaded->packages, workspace::listPackages(call.workspace));
            return std::shared_ptr<const Loaded>(std::move(loaded));
        },
        [this](Result<std::shared_ptr<const Loaded>> result) { take(std::move(result)); });
}

void HandoffPage::take(Result<std::shared_ptr<const Loaded>> result) {
    if (!result.ok()) {
        m_banner->showError(result.error());
        return;
    }
    m_loaded = std::move(result).value();
    m_packagesModel->setRows(m_loaded->packages);
    for (std::size_t i = 0; i < m_loaded->packages.size(); ++i)
        if (m_loaded->packages[i].id.text() == m_wanted)
            m_packages->setCurrentIndex(m_packagesModel->index(static_cast<int>(i), 0));
    fillRequests();
    loadPacking();
}

void HandoffPage::fillRequests() {
    const QSignalBlocker blocker(m_requests);
    const QString before = m_wanted.empty() ? m_requests->currentData().toString() : fromUtf8(m_wanted);
    m_requests->clear();
    for (const workspace::RequestView& view : m_loaded->requests)
        m_requests->addItem(
            tr("%1 · %2").arg(fromUtf8(view.request.title), fromUtf8(view.request.recipientOrganisation)),
            fromUtf8(view.request.id.text()));
    m_requests->setCurrentIndex(std::max(0, m_requests->findData(before)));
    m_wanted.clear();
}

const workspace::RequestView* HandoffPage::chosen() const {
    const auto index = static_cast<std::size_t>(std::max(0, m_requests->currentIndex()));
    return m_loaded != nullptr && index < m_loaded->requests.size() ? &m_loaded->requests[index] : nullptr;
}

void HandoffPage::loadPacking() {
    const workspace::RequestView* view = chosen();
    m_packingModel->setRows({});
    updateState();
    if (view == nullptr)
        return;
    services().workspace.read<std::vector<workspace::PackingItem>>(
        {tr("Writing the packing list"), Lane::Reader, QStringLiteral("packing"), true}, this,
        [id = view->request.id](const WorkspaceCall& call) {
            return workspace::packingList(call.workspace, id);
        },
        [this](Result<std::vector<workspace::PackingItem>> result) { takePacking(std::move(result)); });
}

void HandoffPage::takePacking(Result<std::vector<workspace::PackingItem>> result) {
    if (!result.ok()) {
        if (result.error().kind() != ErrorKind::Cancelled)
            m_banner->showError(result.error());
        return;
    }
    m_packingModel->setRows(std::move(result).value());
    updateState();
}

QString HandoffPage::blockedReason() const {
    if (!services().workspace.isOpen())
        return tr("No workspace is open.");
    if (services().workspace.user() == nullptr)
        return tr("Log in first.");
    if (m_busy)
        return tr("A package is being made.");
    const workspace::RequestView* view = chosen();
    if (view == nullptr)
        return tr("No request is approved for hand-off.");
    const auto index = static_cast<std::size_t>(std::max(0, m_requests->currentIndex()));
    const Status& may = m_loaded->may[index];
    return may.ok() ? QString() : errorText(may.error());
}

void HandoffPage::updateState() {
    const QString blocked = blockedReason();
    m_header->primary()->setBlocked(blocked);
    const workspace::RequestView* view = chosen();
    m_requests->setVisible(view != nullptr);
    m_requestLabel->setVisible(view != nullptr);
    if (view == nullptr)
        m_sentence->setText(
            tr("As soon as a request is approved, this list shows exactly what its package will hold."));
    else
        m_sentence->setText(
            tr("For %1 (%2), until %3. Exactly these files will be in the package; nothing else leaves.")
                .arg(fromUtf8(view->request.recipient), fromUtf8(view->request.recipientOrganisation),
                     formatDate(view->request.validUntil.value_or(view->request.requestedUntil)))
            + (blocked.isEmpty() ? QString() : QLatin1Char('\n') + blocked));
    // A request in force has passed its gates and names its recipient; export checks the gates once more.
    const bool gatesOpen = view != nullptr
                           && std::none_of(view->gates.begin(), view->gates.end(),
                                           [](const authorization::Gate& gate) { return gate.blocks; });
    m_steps->setDone(view == nullptr ? 0 : gatesOpen ? 3 : 1);
    m_steps->setCurrent(view == nullptr ? 0 : gatesOpen ? 3 : 1);
    m_steps->setReachable(-1);
    const auto left = m_loaded == nullptr ? 0 : static_cast<int>(m_loaded->packages.size());
    m_header->setState(left == 0 ? tr("Nothing has left this workspace.")
                                 : tr("%n package(s) have left this workspace.", nullptr, left));
    Q_EMIT commandsChanged();
}

void HandoffPage::chooseTarget() {
    const workspace::RequestView* view = chosen();
    if (view == nullptr || !blockedReason().isEmpty())
        return;
    const QString proposal = QStringLiteral("%1.zip").arg(fromUtf8(view->request.id.text()));
    services().dialogs.saveFile(
        this, {tr("Export the package"), {}, proposal, {tr("Packages (*.zip)")}},
        [this](const QString& path) {
            const workspace::RequestView* now = chosen();
            const CurrentUser* user = services().workspace.user();
            if (now == nullptr || user == nullptr)
                return;
            services().dialogs.confirmAct(
                this,
                {tr("Export the package"),
                 tr("%1 signs and exports %n file(s) for %2. The export is recorded and "
                    "cannot be taken back.",
                    nullptr, m_packingModel->rowCount())
                     .arg(user->name, fromUtf8(now->request.recipientOrganisation)),
                 tr("Sign and export"), false},
                [this, path] { exportTo(path); });
        });
}

void HandoffPage::exportTo(const QString& path) {
    const workspace::RequestView* view = chosen();
    if (view == nullptr)
        return;
    m_busy = true;
    m_banner->clear();
    updateState();
    services().workspace.write<workspace::ExportedPackage>(
        {tr("Exporting “%1”").arg(fromUtf8(view->request.title)), Lane::Writer, {}, false}, this,
        [id = view->request.id, path](const WorkspaceCall& call) -> Result<workspace::ExportedPackage> {
            if (call.session == nullptr)
                return Error(errors::kInternal, {"nobody is logged in"});
            return workspace::exportPackage(call.workspace, *call.session, id,
                                            std::filesystem::path(path.toStdU16String()), call.run);
        },
        [this](Result<workspace::ExportedPackage> result) {
            m_busy = false;
            updateState();
            if (!result.ok()) {
                m_banner->showError(result.error());
                return;
            }
            m_banner->showMessage(Tone::Ok, tr("%1 is written to %2 (%3).")
                                                .arg(fromUtf8(result->id.text()), fromUtf8(result->path),
                                                     formatBytes(result->bytes)));
            verify(fromUtf8(result->path));
        });
}

void HandoffPage::chooseVerify() {
    services().dialogs.openFile(this, {tr("Verify a package"), {}, {}, {tr("Packages (*.zip)")}},
                                [this](const QString& path) { verify(path); });
}

void HandoffPage::verify(const QString& path) {
    m_verify->setBusy(path);
    services().jobs.run<handoff::VerifyReport>(
        {tr("Verifying a package"), Lane::Engine, QStringLiteral("verify"), false}, this,
        [path](const RunContext& run) {
            return handoff::verifyPackage(std::filesystem::path(path.toStdU16String()), {}, run);
        },
        [this, path](Result<handoff::VerifyReport> result) {
            if (result.ok())
                m_verify->setReport(result.value(), path);
            else
                m_verify->setError(result.error());
        });
}

} // namespace mangrove::ui
