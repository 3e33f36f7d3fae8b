// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/dataset_view.h"

#include "workspace/deidentification.h"
#include "workspace/exports.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace mangrove::ui {

namespace {

template<typename Column>
const Column* findColumn(const std::vector<Column>& columns, const std::string& name) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& column) { return column.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

} // namespace

const profile::ColumnProfile* ColumnView::profile() const {
    return view->profile.has_value() ? findColumn(view->profile->value.columns, name()) : nullptr;
}

const classify::ColumnClassification* ColumnView::classification() const {
    return view->classification.has_value() ? findColumn(view->classification->value.columns, name())
                                            : nullptr;
}

const classify::ColumnClassification* ColumnView::proposal() const {
    return view->proposal.has_value() ? findColumn(view->proposal->value.columns, name()) : nullptr;
}

const workspace::Field* ColumnView::field() const {
    if (view == nullptr || !view->fields.has_value())
        return nullptr;
    const auto& fields = view->fields->fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const workspace::Field& field) {
        return field.proposal.name == name();
    });
    return found == fields.end() ? nullptr : &*found;
}

bool ColumnView::unresolved() const {
    const classify::ColumnClassification* column = classification();
    return column != nullptr && workspace::needsDecision(*column);
}

double ColumnView::missingShare() const {
    const profile::ColumnProfile* column = profile();
    const std::uint64_t rows = view->profile.has_value() ? view->profile->value.rows : 0;
    return column == nullptr || rows == 0 ? 0.0
                                          : static_cast<double>(column->nulls) / static_cast<double>(rows);
}

Result<std::shared_ptr<const DatasetView>>
loadDatasetView(workspace::Workspace& workspace, const std::string& reference, std::optional<int> before) {
    auto view = std::make_shared<DatasetView>();
    MANGROVE_ASSIGN(view->summary, workspace::showDataset(workspace, reference));
    const DatasetId id = view->summary.dataset.id;
    MANGROVE_ASSIGN(view->profile, workspace::storedProfile(workspace, id));
    MANGROVE_ASSIGN(view->classification, workspace::storedClassification(workspace, id));
    MANGROVE_ASSIGN(view->proposal, workspace::storedProposal(workspace, id));
    if (view->proposal.has_value()) {
        MANGROVE_ASSIGN(view->fields, workspace::listFields(workspace, id));
    }
    MANGROVE_ASSIGN(view->decisions, workspace::columnDecisions(workspace, id));
    MANGROVE_ASSIGN(view->comparison, workspace::compareVersions(workspace, id, before));
    MANGROVE_ASSIGN(view->releases, workspace::listReleases(workspace, id));
    MANGROVE_ASSIGN(auto packages, workspace::listPackages(workspace));
    for (catalog::PackageRecord& package : packages)
        if (package.dataset == id)
            view->packages.push_back(std::move(package));
    return std::shared_ptr<const DatasetView>(std::move(view));
}

std::vector<ColumnView> columnsOf(const std::shared_ptr<const DatasetView>& view) {
    std::vector<ColumnView> columns;
    if (view == nullptr)
        return columns;
    for (std::size_t i = 0; i < view->summary.dataset.columns.size(); ++i)
        columns.push_back({view, i});
    return columns;
}

} // namespace mangrove::ui
