// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/audit_event.h"
#include "audit/checkpoint.h"
#include "audit/merkle.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"
#include "store/database.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mangrove::audit {

/// What a caller gives to be recorded; seq and time are the log's.
struct NewEvent {
    UserId actor;
    std::string role;
    std::string action;         ///< [a-z][a-z0-9-]*(.[a-z][a-z0-9-]*)+
    std::string object;         ///< at most 200 bytes
    std::string payload = "{}"; ///< any JSON object; brought into canonical form; at most 1 MiB
};

/// Which events list() returns. Empty members do not filter.
struct EventFilter {
    std::optional<UserId> actor;
    std::optional<std::string> object;
    std::string actionPrefix;     ///< "request." or "request.decide"
    std::optional<Instant> from;  ///< inclusive
    std::optional<Instant> until; ///< exclusive
    enum class Order : std::uint8_t { NewestFirst, OldestFirst };
    Order order = Order::NewestFirst;
    /// Keyset: only events after this one in the chosen order (the last seq of the page before).
    std::optional<std::uint64_t> after;
    std::uint32_t limit = 200; ///< at most 10,000
};

/// A checkpoint as stored.
struct StoredCheckpoint {
    std::uint64_t size = 0;
    Instant time;
    std::string keyName;
    crypto::CheckpointPublicKey publicKey{};
    std::string note; ///< the C2SP text, byte for byte
};

/// A key that verify() accepts in checkpoints.
struct VerifierKey {
    std::string keyName;
    crypto::CheckpointPublicKey publicKey{};
};

/// The first thing found wrong.
struct Broken {
    enum class What : std::uint8_t {
        RowMissing,      ///< a gap, or rows gone from the end
        RowAltered,      ///< the row does not hash to its leaf
        TreeAltered,     ///< a stored node does not follow from the leaves
        CheckpointBad,   ///< a stored checkpoint cannot be read, or its signature or key is wrong
        HistoryRewritten ///< rows and tree fit, but not what a checkpoint says of them
    };
    What what = What::RowAltered;
    std::uint64_t seq = 0;  ///< the first row concerned
    std::uint64_t last = 0; ///< the last row concerned (HistoryRewritten: somewhere in seq…last)
    std::string detail;     ///< an English clause without values of the row
};
/// "row-missing", "row-altered"…
[[nodiscard]] std::string_view brokenName(Broken::What what);

/// What verify() found.
struct AuditState {
    std::uint64_t events = 0;
    std::string rootHex; ///< recomputed from the rows
    std::uint64_t checkpoints = 0;
    bool ok = false;
    std::optional<Broken> firstBroken;
};

/// The audit log of a workspace: a table that only grows (triggers), whose rows are the leaves of an RFC 6962
/// tree. Triggers guard against mistakes; the evidence is the tree and the checkpoints kept outside (in every
/// package). Same thread as the database.
class AuditLog {
public:
    /// The references must outlive the object.
    AuditLog(store::Database& database, const Clock& clock);

    /// Names the log, once, when the workspace is made: a URL without scheme, blanks or '+', e.g.
    /// "mangrove.invalid/WS-7F3AQ2KM". kCheckpointBad, kAuditAppendOnly where it has a name.
    [[nodiscard]] Status setOrigin(std::string_view origin);
    /// kAuditNoOrigin.
    [[nodiscard]] Result<std::string> origin() const;

    /// Records an event. Call it inside the transaction of the act it records, so that both happen or
    /// neither. O(log n). The time never runs backwards: where the clock does, the last event's time is kept.
    /// kAuditEventBad.
    [[nodiscard]] Result<AuditEvent> append(const NewEvent& event);

    [[nodiscard]] Result<std::vector<AuditEvent>> list(const EventFilter& filter) const;
    [[nodiscard]] Result<std::uint64_t> size() const;
    /// Root from the stored nodes, O(log n).
    [[nodiscard]] Result<Digest> root() const;
    /// kAuditRange.
    [[nodiscard]] Result<AuditEvent> event(std::uint64_t seq) const;

    /// Recomputes every leaf from its row, the whole tree, and compares the stored leaves, nodes and
    /// checkpoints (signatures too). With `trusted`, checkpoints must be of one of those keys; without, the
    /// key stored beside each is used. Not ok is a value, not an error; errors are those of the database and
    /// kCancelled. About a million events in a few seconds.
    [[nodiscard]] Result<AuditState> verify(const RunContext& ctx,
                                            std::span<const VerifierKey> trusted = {}) const;

    /// Signs the present root and stores it. The key's name in the note is "<origin>/<signer>". Refuses with
    /// kCheckpointInconsistent where the last checkpoint does not belong to the present tree.
    [[nodiscard]] Result<StoredCheckpoint> checkpoint(const crypto::CheckpointKey& key, const UserId& signer);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<StoredCheckpoint>> checkpoints() const;
    /// The newest one that covers `seq`, if any.
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> latestCheckpoint() const;
    /// Whether a checkpoint kept outside belongs to this log: kCheckpointInconsistent, kCheckpointBad,
    /// kAuditRange (it has seen more events than there are now). Does not check the signature, whose key the
    /// caller knows.
    [[nodiscard]] Status compareWith(const SignedCheckpoint& outside) const;

    /// Audit path of an event in the tree of `treeSize` events. kAuditRange.
    [[nodiscard]] Result<std::vector<Digest>> inclusionProof(std::uint64_t seq, std::uint64_t treeSize) const;
    [[nodiscard]] Result<std::vector<Digest>> consistencyProof(std::uint64_t first,
                                                               std::uint64_t second) const;
    /// A C2SP tlog-proof for one event against the newest stored checkpoint. kAuditRange where none covers
    /// it.
    [[nodiscard]] Result<std::string> tlogProof(std::uint64_t seq) const;

private:
    [[nodiscard]] Result<Digest> node(NodeId id) const;
    [[nodiscard]] Result<Digest> rootOfFirst(std::uint64_t size) const;

    store::Database& m_database;
    const Clock& m_clock;
};

} // namespace mangrove::audit
