// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

class QWidget;

namespace mangrove::ui {

class Page;

/// The one place that knows every page. `parent` owns the result.
[[nodiscard]] Page* makePage(PageId id, Services& services, QWidget* parent);

} // namespace mangrove::ui
