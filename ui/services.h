// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>

namespace mangrove::ui {

class Commands;
class Dialogs;
class JobRunner;
class Theme;
class Translator;
class WorkspaceAccess;

/// The eight pages in the order of the rail (Alt+1…8).
enum class PageId : std::uint8_t {
    Overview,
    Catalogue,
    Dataset,
    Quality,
    Deidentify,
    Authorizations,
    Handoff,
    Audit
};
inline constexpr int kPageCount = 8;

/// Going somewhere. `target` is what the page's reveal() understands: "" (as it is), an id such as
/// "DS-7F3AQ2KM", or an id with a part of the page, "DS-7F3AQ2KM/fields".
class Navigator {
public:
    virtual ~Navigator() = default;
    virtual void open(PageId page, const QString& target = {}) = 0;
};

/// What a page may use. Everything outlives the pages; GUI thread.
struct Services {
    WorkspaceAccess& workspace;
    JobRunner& jobs;
    Dialogs& dialogs;
    Theme& theme;
    Translator& translator;
    Commands& commands;
    Navigator& navigator;
};

} // namespace mangrove::ui
