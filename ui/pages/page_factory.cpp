// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page_factory.h"

#include "pages/audit/audit_page.h"
#include "pages/authorizations/authorizations_page.h"
#include "pages/catalogue/catalogue_page.h"
#include "pages/dataset/dataset_page.h"
#include "pages/deidentify/deidentify_page.h"
#include "pages/handoff/handoff_page.h"
#include "pages/overview/overview_page.h"
#include "pages/quality/quality_page.h"

namespace mangrove::ui {

Page* makePage(PageId id, Services& services, QWidget* parent) {
    switch (id) {
    case PageId::Overview:
        return new OverviewPage(services, parent);
    case PageId::Catalogue:
        return new CataloguePage(services, parent);
    case PageId::Dataset:
        return new DatasetPage(services, parent);
    case PageId::Quality:
        return new QualityPage(services, parent);
    case PageId::Deidentify:
        return new DeidentifyPage(services, parent);
    case PageId::Authorizations:
        return new AuthorizationsPage(services, parent);
    case PageId::Handoff:
        return new HandoffPage(services, parent);
    case PageId::Audit:
        break;
    }
    return new AuditPage(services, parent);
}

} // namespace mangrove::ui
