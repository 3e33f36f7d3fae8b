// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/audit_event.h"

#include "base/format.h"
#include "crypto/canonical_json.h"

namespace mangrove::audit {

std::string leafText(const AuditEvent& event) {
    using crypto::canonicalJsonString;
    // The members in the order RFC 8785 gives them; the payload is canonical already.
    return format(R"({{"action":{},"actor":{},"object":{},"payload":{},"role":{},"seq":{},"time":"{}"}})",
                  canonicalJsonString(event.action), canonicalJsonString(event.actor.text()),
                  canonicalJsonString(event.object), event.payload, canonicalJsonString(event.role),
                  event.seq, toIso8601(event.time));
}

Digest leafHash(const AuditEvent& event) {
    return hashLeaf(asBytes(leafText(event)));
}

} // namespace mangrove::audit
