// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/schema.h"

namespace mangrove::audit {

std::string_view schemaV1() {
    return R"sql(
CREATE TABLE audit_name(
    id INTEGER PRIMARY KEY CHECK(id = 0),
    origin TEXT NOT NULL
) STRICT;

-- Leaves of the tree; seq is the leaf index, time is milliseconds since 1970.
CREATE TABLE audit_event(
    seq INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    payload TEXT NOT NULL,
    leaf BLOB NOT NULL CHECK(length(leaf) = 32)
) STRICT;
CREATE INDEX audit_event_actor ON audit_event(actor, seq);
CREATE INDEX audit_event_object ON audit_event(object, seq);
CREATE INDEX audit_event_action ON audit_event(action, seq);
CREATE INDEX audit_event_time ON audit_event(time, seq);

-- Roots of complete subtrees above the leaves.
CREATE TABLE audit_node(
    level INTEGER NOT NULL CHECK(level BETWEEN 1 AND 63),
    idx INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK(length(hash) = 32),
    PRIMARY KEY(level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_checkpoint(
    id INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL,
    key_name TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK(length(public_key) = 32),
    note TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_event_insert BEFORE INSERT ON audit_event
WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM audit_event)
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-sequence'); END;
CREATE TRIGGER audit_node_insert BEFORE INSERT ON audit_node
WHEN EXISTS(SELECT 1 FROM audit_node WHERE level = NEW.level AND idx = NEW.idx)
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_checkpoint_insert BEFORE INSERT ON audit_checkpoint
WHEN EXISTS(SELECT 1 FROM audit_checkpoint WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_name_insert BEFORE INSERT ON audit_name
WHEN EXISTS(SELECT 1 FROM audit_name)
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;

CREATE TRIGGER audit_event_update BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_node_update BEFORE UPDATE ON audit_node
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_node_delete BEFORE DELETE ON audit_node
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_checkpoint_update BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_checkpoint_delete BEFORE DELETE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_name_update BEFORE UPDATE ON audit_name
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
CREATE TRIGGER audit_name_delete BEFORE DELETE ON audit_name
BEGIN SELECT RAISE(ABORT, 'mangrove:audit-append-only'); END;
)sql";
}

} // namespace mangrove::audit
