// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/schema.h"

namespace mangrove::identity {

std::string_view schemaV1() {
    return R"sql(
CREATE TABLE organisation(
    id INTEGER PRIMARY KEY CHECK(id = 0),
    name TEXT NOT NULL,
    authority_pem TEXT NOT NULL,
    founded INTEGER NOT NULL
) STRICT;

-- user_key_box is sealed with scrypt under the passphrase, the other two under the user key in it.
CREATE TABLE app_user(
    id TEXT PRIMARY KEY NOT NULL CHECK(length(id) BETWEEN 1 AND 32),
    display_name TEXT NOT NULL,
    roles TEXT NOT NULL,
    certificate_pem TEXT NOT NULL,
    checkpoint_key BLOB NOT NULL CHECK(length(checkpoint_key) = 32),
    user_key_box TEXT NOT NULL,
    signing_key_box TEXT NOT NULL,
    checkpoint_key_box TEXT NOT NULL,
    created INTEGER NOT NULL,
    enabled INTEGER NOT NULL CHECK(enabled IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE vault(
    name TEXT PRIMARY KEY NOT NULL,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The vault's key, sealed under the user key of one person.
CREATE TABLE vault_grant(
    vault TEXT NOT NULL REFERENCES vault(name),
    user_id TEXT NOT NULL REFERENCES app_user(id),
    box TEXT NOT NULL,
    granted INTEGER NOT NULL,
    granted_by TEXT NOT NULL REFERENCES app_user(id),
    PRIMARY KEY(vault, user_id)
) STRICT, WITHOUT ROWID;

-- Sealed under the vault's key.
CREATE TABLE vault_secret(
    name TEXT PRIMARY KEY NOT NULL,
    vault TEXT NOT NULL REFERENCES vault(name),
    box TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER organisation_update BEFORE UPDATE ON organisation
BEGIN SELECT RAISE(ABORT, 'mangrove:identity-permanent'); END;
CREATE TRIGGER organisation_delete BEFORE DELETE ON organisation
BEGIN SELECT RAISE(ABORT, 'mangrove:identity-permanent'); END;
CREATE TRIGGER app_user_update BEFORE UPDATE OF id, display_name, certificate_pem, checkpoint_key, created ON app_user
BEGIN SELECT RAISE(ABORT, 'mangrove:identity-permanent'); END;
CREATE TRIGGER app_user_delete BEFORE DELETE ON app_user
BEGIN SELECT RAISE(ABORT, 'mangrove:identity-permanent'); END;
CREATE TRIGGER vault_secret_update BEFORE UPDATE ON vault_secret
BEGIN SELECT RAISE(ABORT, 'mangrove:identity-permanent'); END;
CREATE TRIGGER vault_secret_delete BEFORE DELETE ON vault_secret
BEGIN SELECT RAISE(ABORT, 'mangrove:identity-permanent'); END;
)sql";
}

} // namespace mangrove::identity
