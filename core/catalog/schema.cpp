// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/schema.h"

namespace mangrove::catalog {

std::string_view schemaSql() {
    // What a data set was at registration never changes; only where the file is and the level move on.
    return R"sql(
CREATE TABLE dataset (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    domain TEXT NOT NULL CHECK (domain IN ('care', 'insurance', 'pharma', 'other')),
    owner TEXT NOT NULL,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    delimiter TEXT NOT NULL,
    quote TEXT NOT NULL,
    header INTEGER NOT NULL CHECK (header IN (0, 1)),
    null_words TEXT NOT NULL,
    sheet TEXT NOT NULL,
    source_table TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    row_count INTEGER NOT NULL,
    columns TEXT NOT NULL,
    registered INTEGER NOT NULL,
    registered_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    level39725 INTEGER NOT NULL CHECK (level39725 BETWEEN 0 AND 5)
) STRICT;
CREATE TRIGGER dataset_kept BEFORE DELETE ON dataset
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:data set'); END;
CREATE TRIGGER dataset_fixed BEFORE UPDATE OF id, name, description, domain, owner, format, encoding, delimiter,
    quote, header, null_words, sheet, source_table, bytes, sha256, row_count, columns, registered, registered_by,
    version ON dataset
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:registration'); END;

CREATE TABLE assessment (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL REFERENCES dataset (id),
    kind TEXT NOT NULL CHECK (kind IN ('profile', 'classification', 'quality')),
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    json TEXT NOT NULL,
    input_json TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_newest ON assessment (dataset, kind, seq);
CREATE TRIGGER assessment_fixed BEFORE UPDATE ON assessment
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:assessment'); END;
CREATE TRIGGER assessment_kept BEFORE DELETE ON assessment
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:assessment'); END;

CREATE TABLE column_decision (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL REFERENCES dataset (id),
    column_name TEXT NOT NULL,
    class TEXT NOT NULL,
    identifier TEXT,
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    by TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX column_decision_dataset ON column_decision (dataset, seq);
CREATE TRIGGER column_decision_fixed BEFORE UPDATE ON column_decision
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:column decision'); END;
CREATE TRIGGER column_decision_kept BEFORE DELETE ON column_decision
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:column decision'); END;

CREATE TABLE release (
    id TEXT PRIMARY KEY,
    dataset TEXT NOT NULL REFERENCES dataset (id),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    columns TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    recipe_json TEXT NOT NULL,
    recipe_sha256 TEXT NOT NULL,
    report_json TEXT NOT NULL,
    level42460 INTEGER NOT NULL,
    highest_risk REAL NOT NULL,
    created INTEGER NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE TRIGGER release_fixed BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:release'); END;
CREATE TRIGGER release_kept BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:release'); END;

CREATE TABLE package (
    id TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    permit TEXT NOT NULL,
    release TEXT NOT NULL REFERENCES release (id),
    dataset TEXT NOT NULL REFERENCES dataset (id),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    created INTEGER NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE TRIGGER package_fixed BEFORE UPDATE ON package
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:package'); END;
CREATE TRIGGER package_kept BEFORE DELETE ON package
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:package'); END;
)sql";
}

std::string_view schemaV2() {
    // Content may be renewed, one version at a time, and only when what was before has been written down.
    return R"sql(
CREATE TABLE dataset_version (
    dataset TEXT NOT NULL REFERENCES dataset (id),
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    columns TEXT NOT NULL,
    until INTEGER NOT NULL,
    renewed_by TEXT NOT NULL,
    PRIMARY KEY (dataset, version)
) STRICT;
CREATE TRIGGER dataset_version_fixed BEFORE UPDATE ON dataset_version
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:data set version'); END;
CREATE TRIGGER dataset_version_kept BEFORE DELETE ON dataset_version
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:data set version'); END;

DROP TRIGGER dataset_fixed;
CREATE TRIGGER dataset_fixed BEFORE UPDATE OF id, name, description, domain, owner, registered, registered_by
    ON dataset
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:registration'); END;
CREATE TRIGGER dataset_renewed BEFORE UPDATE OF format, encoding, delimiter, quote, header, null_words, sheet,
    source_table, bytes, sha256, row_count, columns, version ON dataset
WHEN NEW.version IS NOT OLD.version + 1
    OR NOT EXISTS (SELECT 1 FROM dataset_version WHERE dataset = OLD.id AND version = OLD.version)
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:registration'); END;

ALTER TABLE column_decision ADD COLUMN verdict TEXT NOT NULL DEFAULT 'change'
    CHECK (verdict IN ('accept', 'change', 'false'));
ALTER TABLE column_decision ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE column_decision ADD COLUMN basis TEXT NOT NULL DEFAULT '';
)sql";
}

std::string_view schemaV3() {
    return R"sql(
ALTER TABLE dataset ADD COLUMN source_query TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset ADD COLUMN skip_lines INTEGER;
ALTER TABLE dataset ADD COLUMN quote_escape TEXT NOT NULL DEFAULT ''
    CHECK (quote_escape IN ('', 'doubled', 'backslash'));
ALTER TABLE dataset ADD COLUMN ragged TEXT NOT NULL DEFAULT 'reject' CHECK (ragged IN ('reject', 'pad', 'fail'));
ALTER TABLE dataset ADD COLUMN totals TEXT NOT NULL DEFAULT 'keep' CHECK (totals IN ('keep', 'leave-out'));
ALTER TABLE dataset ADD COLUMN max_cell_bytes INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER dataset_renewed;
CREATE TRIGGER dataset_renewed BEFORE UPDATE OF format, encoding, delimiter, quote, header, null_words, sheet,
    source_table, source_query, skip_lines, quote_escape, ragged, totals, max_cell_bytes, bytes, sha256, row_count,
    columns, version ON dataset
WHEN NEW.version IS NOT OLD.version + 1
    OR NOT EXISTS (SELECT 1 FROM dataset_version WHERE dataset = OLD.id AND version = OLD.version)
BEGIN SELECT RAISE(ABORT, 'mangrove:catalog-fixed:registration'); END;
)sql";
}

} // namespace mangrove::catalog
