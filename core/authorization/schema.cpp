// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/schema.h"

namespace mangrove::authorization {

namespace {

// Triggers abort with 'mangrove:<error name>'; Database::mapRuleErrors turns that into the error of this
// room. The "again" triggers stop INSERT OR REPLACE by a program that left recursive_triggers off.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE request(
  id TEXT PRIMARY KEY NOT NULL,
  dataset TEXT NOT NULL,
  applicant TEXT NOT NULL,
  created INTEGER NOT NULL,
  title TEXT NOT NULL,
  purpose TEXT NOT NULL,
  duo TEXT NOT NULL,
  recipient TEXT NOT NULL,
  recipient_organisation TEXT NOT NULL,
  recipient_region TEXT NOT NULL,
  cross_border INTEGER NOT NULL CHECK(cross_border IN (0, 1)),
  legal_basis TEXT NOT NULL,
  sharing TEXT NOT NULL CHECK(sharing IN ('public', 'controlled', 'enclave')),
  columns TEXT NOT NULL,
  requested_until INTEGER NOT NULL,
  ethics_number TEXT NOT NULL,
  ethics_until INTEGER
) STRICT;
CREATE INDEX request_by_dataset ON request(dataset);
CREATE TABLE request_event(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  request TEXT NOT NULL REFERENCES request(id),
  time INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('draft', 'submitted', 'screening', 'in-review', 'ready-for-decision', 'approved',
    'active', 'returned', 'rejected', 'withdrawn', 'suspended', 'revoked', 'closed')),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX request_event_by_request ON request_event(request, seq);
CREATE TABLE request_release(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  request TEXT NOT NULL REFERENCES request(id),
  release TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK(length(sha256) = 64),
  time INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE TABLE request_obligation(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  request TEXT NOT NULL REFERENCES request(id),
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  text TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE TABLE obligation_fulfilment(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  obligation INTEGER NOT NULL UNIQUE REFERENCES request_obligation(seq),
  time INTEGER NOT NULL,
  actor TEXT NOT NULL,
  evidence TEXT NOT NULL
) STRICT;
CREATE TABLE request_decision(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  request TEXT NOT NULL REFERENCES request(id),
  decider TEXT NOT NULL,
  time INTEGER NOT NULL,
  approve INTEGER NOT NULL CHECK(approve IN (0, 1)),
  reason TEXT NOT NULL,
  valid_until INTEGER NOT NULL,
  conditions TEXT NOT NULL,
  deciders_needed INTEGER NOT NULL CHECK(deciders_needed IN (1, 2)),
  release_sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE permit(
  id TEXT PRIMARY KEY NOT NULL,
  request TEXT NOT NULL UNIQUE REFERENCES request(id),
  issued INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  text TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE permit_export(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  request TEXT NOT NULL REFERENCES permit(request),
  time INTEGER NOT NULL,
  exporter TEXT NOT NULL,
  package TEXT NOT NULL UNIQUE,
  package_sha256 TEXT NOT NULL CHECK(length(package_sha256) = 64)
) STRICT;

CREATE TRIGGER request_decision_not_by_applicant BEFORE INSERT ON request_decision
WHEN NEW.decider = (SELECT applicant FROM request WHERE id = NEW.request)
BEGIN SELECT RAISE(ABORT, 'mangrove:four-eyes-applicant'); END;
CREATE TRIGGER request_decision_not_by_reviewer BEFORE INSERT ON request_decision
WHEN EXISTS (SELECT 1 FROM request_event WHERE request = NEW.request AND actor = NEW.decider
  AND kind IN ('start-screening', 'start-review', 'mark-ready', 'return'))
BEGIN SELECT RAISE(ABORT, 'mangrove:four-eyes-reviewer'); END;
CREATE TRIGGER request_decision_once BEFORE INSERT ON request_decision
WHEN EXISTS (SELECT 1 FROM request_decision WHERE request = NEW.request AND decider = NEW.decider)
BEGIN SELECT RAISE(ABORT, 'mangrove:four-eyes-second-decider'); END;
CREATE TRIGGER request_event_not_by_applicant BEFORE INSERT ON request_event
WHEN NEW.actor = (SELECT applicant FROM request WHERE id = NEW.request)
  AND NEW.kind NOT IN ('created', 'submitted', 'withdraw', 'release-attached')
BEGIN SELECT RAISE(ABORT, 'mangrove:four-eyes-applicant'); END;
CREATE TRIGGER request_event_needs_permit BEFORE INSERT ON request_event
WHEN NEW.state IN ('approved', 'active', 'suspended', 'revoked', 'closed')
  AND NOT EXISTS (SELECT 1 FROM permit WHERE request = NEW.request)
BEGIN SELECT RAISE(ABORT, 'mangrove:permit-missing'); END;
CREATE TRIGGER permit_needs_deciders BEFORE INSERT ON permit
WHEN (SELECT count(DISTINCT decider) FROM request_decision WHERE request = NEW.request AND approve = 1)
  < (SELECT coalesce(max(deciders_needed), 1) FROM request_decision WHERE request = NEW.request)
BEGIN SELECT RAISE(ABORT, 'mangrove:four-eyes-second-decider'); END;
CREATE TRIGGER permit_within_decisions BEFORE INSERT ON permit
WHEN NEW.valid_until > (SELECT min(valid_until) FROM request_decision WHERE request = NEW.request AND approve = 1)
  OR EXISTS (SELECT 1 FROM request_decision WHERE request = NEW.request AND approve = 0)
BEGIN SELECT RAISE(ABORT, 'mangrove:permit-missing'); END;
CREATE TRIGGER request_release_before_decision BEFORE INSERT ON request_release
WHEN EXISTS (SELECT 1 FROM request_decision WHERE request = NEW.request)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_export_not_by_decider BEFORE INSERT ON permit_export
WHEN EXISTS (SELECT 1 FROM request_decision WHERE request = NEW.request AND decider = NEW.exporter)
BEGIN SELECT RAISE(ABORT, 'mangrove:four-eyes-exporter'); END;
CREATE TRIGGER permit_export_in_time BEFORE INSERT ON permit_export
WHEN NEW.time >= (SELECT valid_until FROM permit WHERE request = NEW.request)
BEGIN SELECT RAISE(ABORT, 'mangrove:permit-expired'); END;

CREATE TRIGGER request_no_update BEFORE UPDATE ON request BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_no_delete BEFORE DELETE ON request BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_no_replace BEFORE INSERT ON request WHEN EXISTS (SELECT 1 FROM request WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_event_no_update BEFORE UPDATE ON request_event BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_event_no_delete BEFORE DELETE ON request_event BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_event_no_replace BEFORE INSERT ON request_event WHEN EXISTS (SELECT 1 FROM request_event WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_release_no_update BEFORE UPDATE ON request_release BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_release_no_delete BEFORE DELETE ON request_release BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_release_no_replace BEFORE INSERT ON request_release WHEN EXISTS (SELECT 1 FROM request_release WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_obligation_no_update BEFORE UPDATE ON request_obligation BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_obligation_no_delete BEFORE DELETE ON request_obligation BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_obligation_no_replace BEFORE INSERT ON request_obligation WHEN EXISTS (SELECT 1 FROM request_obligation WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER obligation_fulfilment_no_update BEFORE UPDATE ON obligation_fulfilment BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER obligation_fulfilment_no_delete BEFORE DELETE ON obligation_fulfilment BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER obligation_fulfilment_no_replace BEFORE INSERT ON obligation_fulfilment WHEN EXISTS (SELECT 1 FROM obligation_fulfilment WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_decision_no_update BEFORE UPDATE ON request_decision BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_decision_no_delete BEFORE DELETE ON request_decision BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER request_decision_no_replace BEFORE INSERT ON request_decision WHEN EXISTS (SELECT 1 FROM request_decision WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_no_update BEFORE UPDATE ON permit BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_no_delete BEFORE DELETE ON permit BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_no_replace BEFORE INSERT ON permit WHEN EXISTS (SELECT 1 FROM permit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_export_no_update BEFORE UPDATE ON permit_export BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_export_no_delete BEFORE DELETE ON permit_export BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_export_no_replace BEFORE INSERT ON permit_export WHEN EXISTS (SELECT 1 FROM permit_export WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_one_a_request BEFORE INSERT ON permit
WHEN EXISTS (SELECT 1 FROM permit WHERE request = NEW.request)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER permit_export_one_a_package BEFORE INSERT ON permit_export
WHEN EXISTS (SELECT 1 FROM permit_export WHERE package = NEW.package)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
CREATE TRIGGER obligation_fulfilment_once BEFORE INSERT ON obligation_fulfilment
WHEN EXISTS (SELECT 1 FROM obligation_fulfilment WHERE obligation = NEW.obligation)
BEGIN SELECT RAISE(ABORT, 'mangrove:request-append-only'); END;
)sql";

} // namespace

std::string_view schemaSql() {
    return kSchema;
}

} // namespace mangrove::authorization
