// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/schema.h"

#include "audit/schema.h"
#include "authorization/schema.h"
#include "catalog/schema.h"
#include "identity/schema.h"

#include <array>

namespace mangrove::workspace {

namespace {

constexpr std::string_view kWorkspaceSql = R"sql(
CREATE TABLE workspace_record (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    language TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created INTEGER NOT NULL
) STRICT;
CREATE TRIGGER workspace_record_fixed BEFORE UPDATE ON workspace_record
BEGIN SELECT RAISE(ABORT, 'mangrove:workspace-fixed:workspace record'); END;
CREATE TRIGGER workspace_record_kept BEFORE DELETE ON workspace_record
BEGIN SELECT RAISE(ABORT, 'mangrove:workspace-fixed:workspace record'); END;

CREATE TABLE gate_evidence (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    request TEXT NOT NULL,
    ethics_required INTEGER NOT NULL CHECK (ethics_required IN (0, 1)),
    foreign_controlled INTEGER NOT NULL CHECK (foreign_controlled IN (0, 1)),
    genetic_filing TEXT NOT NULL,
    border_path TEXT NOT NULL,
    border_reference TEXT NOT NULL,
    agreement TEXT NOT NULL,
    registration TEXT NOT NULL,
    quality_reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX gate_evidence_request ON gate_evidence (request, seq);
CREATE TRIGGER gate_evidence_fixed BEFORE UPDATE ON gate_evidence
BEGIN SELECT RAISE(ABORT, 'mangrove:workspace-fixed:gate evidence'); END;
CREATE TRIGGER gate_evidence_kept BEFORE DELETE ON gate_evidence
BEGIN SELECT RAISE(ABORT, 'mangrove:workspace-fixed:gate evidence'); END;
)sql";

} // namespace

std::span<const store::Migration> migrations() {
    static const std::array steps{
        store::Migration{1, "identity", identity::schemaV1()},
        store::Migration{2, "audit", audit::schemaV1()},
        store::Migration{3, "catalog", catalog::schemaSql()},
        store::Migration{4, "authorization", authorization::schemaSql()},
        store::Migration{5, "workspace", kWorkspaceSql},
        store::Migration{6, "catalog versions", catalog::schemaV2()},
        store::Migration{7, "catalog reading choices", catalog::schemaV3()},
    };
    return steps;
}

} // namespace mangrove::workspace
