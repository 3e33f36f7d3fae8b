// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/permit.h"
#include "authorization/request.h"
#include "base/result.h"
#include "base/strong_id.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::handoff {

/// A column of a released table, for the descriptions. `type` is one of boolean, integer, number, date,
/// datetime, time, string; use string where the released values do not all fit (ranges, masks).
struct PackageColumn {
    std::string name;
    std::string type = "string";
    std::string description;
};

/// One released table. The file is read while the package is written and never held in memory.
struct PackagePayload {
    std::filesystem::path file; ///< CSV, UTF-8
    std::string name;           ///< inside data/payload/: [A-Za-z0-9][A-Za-z0-9._-]{0,99}, e.g. "visits.csv"
    std::string sha256;         ///< hex, what the permit names; kPackagePayloadChanged where the file differs
    std::uint64_t rows = 0;
    std::vector<PackageColumn> columns;
};

/// Evidence texts (JSON), copied byte for byte; an empty one is left out. Never put keys or other secrets in
/// them.
struct PackageEvidence {
    std::string deidReport;
    std::string quality;
    std::string classification;
    std::string recipe;
};

/// An audit event whose inclusion in the log is proven by the package.
struct AnchoredEvent {
    std::string name;  ///< "approval" or "export"
    std::string leaf;  ///< the exact leaf bytes (canonical JSON of the event)
    std::string proof; ///< C2SP tlog-proof text
};

/// The audit log's answer to the finished tagmanifest.
struct AuditAnchor {
    std::string checkpoint; ///< C2SP signed note
    std::vector<AnchoredEvent> events;
};

/// Asked once, after everything but sig/ is fixed, with the hex SHA-256 of the tagmanifest, which the export
/// event must hold under "package.tagManifestSha256" or anywhere as a JSON string value. Called on the
/// builder's thread; an error stops the build and nothing is written.
using AnchorSource = std::function<Result<AuditAnchor>(std::string_view tagManifestSha256)>;

/// Everything a package is made of. Texts are UTF-8.
struct PackageContents {
    PackageId id;
    std::string title;
    std::string description;
    std::vector<std::string> keywords;
    std::string language = "zh-CN"; ///< BCP 47 tag of title and description
    std::string organisation;       ///< who gives the data away
    std::string license;            ///< terms in words or an IRI; empty: "as the enclosed permit says"
    std::string datasetName;
    std::vector<PackagePayload> payloads; ///< at least one
    authorization::Request request;
    authorization::Permit permit;
    PackageEvidence evidence;
    std::string caPem; ///< certificate of the organisation's authority
    std::string
        auditLogKey;     ///< C2SP verifier key ("name+hash+base64") of the checkpoints; empty without anchors
    AnchorSource anchor; ///< empty: a package without audit anchors (the verifier says so)
};

} // namespace mangrove::handoff
