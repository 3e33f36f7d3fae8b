// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/audit_log.h"

#include "audit/errors.h"
#include "base/format.h"
#include "base/text.h"
#include "crypto/canonical_json.h"

#include <algorithm>
#include <array>

namespace mangrove::audit {

namespace {

constexpr std::array<const ErrorInfo*, 2> kRules{&errors::kAuditAppendOnly, &errors::kAuditSequence};
constexpr std::size_t kMaxText = 200;
constexpr std::size_t kMaxPayload = 1U << 20U;
constexpr std::uint32_t kMaxLimit = 10'000;
constexpr std::string_view kEventColumns = "seq, time, actor, role, action, object, payload";
constexpr std::string_view kCheckpointColumns = "size, time, key_name, public_key, note";

Error badEvent(std::string why) {
    return Error(errors::kAuditEventBad, {std::move(why)});
}

// "dataset.register": lower-case words with digits and hyphens, at least two, joined by dots.
bool isAction(std::string_view action) {
    const auto words = split(action, '.');
    return action.size() <= kMaxText && words.size() >= 2
           && std::ranges::all_of(words, [](std::string_view word) {
                  return !word.empty() && word.front() >= 'a' && word.front() <= 'z'
                         && std::ranges::all_of(word, [](char c) {
                                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                            });
              });
}

Status checkText(std::string_view what, std::string_view text) {
    const bool fine =
        text.size() <= kMaxText && findInvalidUtf8(text) == std::string_view::npos
        && std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (!fine)
        return badEvent(format("its {} is too long, no UTF-8 or has control characters", what));
    return {};
}

Status checkEvent(const NewEvent& event) {
    if (event.actor.empty())
        return badEvent("it has no actor");
    if (!isAction(event.action))
        return badEvent("its action is not of the form 'dataset.register'");
    if (event.payload.size() > kMaxPayload)
        return badEvent("its payload is longer than 1 MiB");
    MANGROVE_TRY(checkText("actor", event.actor.text()));
    MANGROVE_TRY(checkText("role", event.role));
    return checkText("object", event.object);
}

AuditEvent readEvent(const store::Statement& row) {
    return {row.count(0), row.instant(1), UserId(row.text(2)), row.text(3),
            row.text(4),  row.text(5),    row.text(6)};
}

StoredCheckpoint readCheckpoint(const store::Statement& row) {
    StoredCheckpoint checkpoint{row.count(0), row.instant(1), row.text(2), {}, row.text(4)};
    const auto key = row.blobView(3);
    std::copy_n(key.begin(), std::min(key.size(), checkpoint.publicKey.size()), checkpoint.publicKey.begin());
    return checkpoint;
}

Result<Digest> readDigest(store::Statement& row, NodeId id) {
    MANGROVE_ASSIGN(const bool found, row.step());
    Digest digest{};
    if (!found || row.blobView(0).size() != digest.size())
        return Error(errors::kAuditBroken, {format("node {} of level {} is missing", id.index, id.level)});
    std::ranges::copy(row.blobView(0), digest.begin());
    return digest;
}

} // namespace

AuditLog::AuditLog(store::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {
    m_database.mapRuleErrors(kRules);
}

Status AuditLog::setOrigin(std::string_view origin) {
    const bool fine = !origin.empty() && origin.size() <= kMaxText
                      && std::ranges::all_of(origin, [](char c) { return c > 0x20 && c < 0x7F && c != '+'; });
    if (!fine)
        return Error(errors::kCheckpointBad,
                     {"its origin is empty, too long, not ASCII or has blanks or '+'"});
    return m_database.run("INSERT INTO audit_name VALUES(0, ?)", origin);
}

Result<std::string> AuditLog::origin() const {
    MANGROVE_ASSIGN(auto rows, m_database.query("SELECT origin FROM audit_name"));
    MANGROVE_ASSIGN(const bool found, rows.step());
    if (!found)
        return Error(errors::kAuditNoOrigin);
    return rows.text(0);
}

Result<AuditEvent> AuditLog::append(const NewEvent& wanted) {
    MANGROVE_TRY(checkEvent(wanted));
    MANGROVE_ASSIGN(auto payload, crypto::canonicalJson(wanted.payload));
    if (!payload.starts_with('{'))
        return badEvent("its payload is no JSON object");
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    AuditEvent event{
        0, m_clock.now(), wanted.actor, wanted.role, wanted.action, wanted.object, std::move(payload)};
    {
        MANGROVE_ASSIGN(auto last,
                        m_database.query("SELECT seq, time FROM audit_event ORDER BY seq DESC LIMIT 1"));
        MANGROVE_ASSIGN(const bool found, last.step());
        if (found) {
            event.seq = last.count(0) + 1;
            event.time = std::max(event.time, last.instant(1));
        }
    }
    const Digest leaf = leafHash(event);
    MANGROVE_ASSIGN(const auto completed,
                    completedBy(event.seq, leaf, [this](NodeId id) { return node(id); }));
    MANGROVE_TRY(m_database.run("INSERT INTO audit_event VALUES(?, ?, ?, ?, ?, ?, ?, ?)", event.seq,
                                event.time, event.actor, event.role, event.action, event.object,
                                event.payload, leaf));
    for (const auto& node : completed)
        MANGROVE_TRY(m_database.run("INSERT INTO audit_node VALUES(?, ?, ?)", node.id.level, node.id.index,
                                    node.hash));
    MANGROVE_TRY(transaction.commit());
    return event;
}

Result<std::vector<AuditEvent>> AuditLog::list(const EventFilter& filter) const {
    const bool newestFirst = filter.order == EventFilter::Order::NewestFirst;
    std::string sql = format("SELECT {} FROM audit_event WHERE 1", kEventColumns);
    std::vector<store::Value> values;
    const auto add = [&](std::string_view condition, const store::Value& value) {
        sql += condition;
        values.push_back(value);
    };
    const std::string prefixEnd =
        filter.actionPrefix + '\x7F'; // actions are ASCII letters, digits, dots and hyphens
    if (filter.actor)
        add(" AND actor = ?", *filter.actor);
    if (filter.object)
        add(" AND object = ?", *filter.object);
    if (!filter.actionPrefix.empty()) {
        add(" AND action >= ?", filter.actionPrefix);
        add(" AND action < ?", prefixEnd);
    }
    if (filter.from)
        add(" AND time >= ?", *filter.from);
    if (filter.until)
        add(" AND time < ?", *filter.until);
    if (filter.after)
        add(newestFirst ? " AND seq < ?" : " AND seq > ?", *filter.after);
    add(newestFirst ? " ORDER BY seq DESC LIMIT ?" : " ORDER BY seq LIMIT ?",
        std::min(filter.limit, kMaxLimit));
    MANGROVE_ASSIGN(auto rows, m_database.prepare(sql));
    MANGROVE_TRY(rows.bind(values));
    std::vector<AuditEvent> events;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return events;
        events.push_back(readEvent(rows));
    }
}

Result<std::uint64_t> AuditLog::size() const {
    MANGROVE_ASSIGN(auto rows, m_database.query("SELECT coalesce(max(seq) + 1, 0) FROM audit_event"));
    MANGROVE_TRY(rows.step());
    return rows.count(0);
}

Result<Digest> AuditLog::root() const {
    MANGROVE_ASSIGN(const auto events, size());
    return rootOfFirst(events);
}

Result<Digest> AuditLog::rootOfFirst(std::uint64_t size) const {
    return rootAt(size, [this](NodeId id) { return node(id); });
}

Result<Digest> AuditLog::node(NodeId id) const {
    if (id.level == 0) {
        MANGROVE_ASSIGN(auto leaf, m_database.query("SELECT leaf FROM audit_event WHERE seq = ?", id.index));
        return readDigest(leaf, id);
    }
    MANGROVE_ASSIGN(auto stored, m_database.query("SELECT hash FROM audit_node WHERE level = ? AND idx = ?",
                                                  id.level, id.index));
    return readDigest(stored, id);
}

Result<AuditEvent> AuditLog::event(std::uint64_t seq) const {
    MANGROVE_ASSIGN(auto rows,
                    m_database.query(format("SELECT {} FROM audit_event WHERE seq = ?", kEventColumns), seq));
    MANGROVE_ASSIGN(const bool found, rows.step());
    if (found)
        return readEvent(rows);
    MANGROVE_ASSIGN(const auto events, size());
    return Error(errors::kAuditRange, {std::to_string(seq), std::to_string(events)});
}

Result<StoredCheckpoint> AuditLog::checkpoint(const crypto::CheckpointKey& key, const UserId& signer) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_ASSIGN(const auto name, origin());
    MANGROVE_ASSIGN(const auto events, size());
    const std::string keyName = name + '/' + signer.text();
    MANGROVE_ASSIGN(auto last, latestCheckpoint());
    if (last) {
        // A log must never sign what does not continue what it signed before (C2SP tlog-checkpoint,
        // "Signatures").
        MANGROVE_ASSIGN(const auto before, parseCheckpoint(last->note));
        MANGROVE_TRY(compareWith(before));
        if (last->size == events && last->keyName == keyName && last->publicKey == key.publicKey())
            return std::move(*last);
    }
    MANGROVE_ASSIGN(const auto present, rootOfFirst(events));
    MANGROVE_ASSIGN(auto note, signCheckpoint(name, events, present, keyName, key));
    StoredCheckpoint stored{events, m_clock.now(), keyName, key.publicKey(), std::move(note.text)};
    MANGROVE_TRY(m_database.run(
        "INSERT INTO audit_checkpoint(size, time, key_name, public_key, note) VALUES(?, ?, ?, ?, ?)",
        stored.size, stored.time, stored.keyName, stored.publicKey, stored.note));
    MANGROVE_TRY(transaction.commit());
    return stored;
}

Result<std::vector<StoredCheckpoint>> AuditLog::checkpoints() const {
    MANGROVE_ASSIGN(auto rows, m_database.query(format("SELECT {} FROM audit_checkpoint ORDER BY id",
                                                       kCheckpointColumns)));
    std::vector<StoredCheckpoint> all;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return all;
        all.push_back(readCheckpoint(rows));
    }
}

Result<std::optional<StoredCheckpoint>> AuditLog::latestCheckpoint() const {
    MANGROVE_ASSIGN(auto rows, m_database.query(format(
                                   "SELECT {} FROM audit_checkpoint ORDER BY size DESC, id DESC LIMIT 1",
                                   kCheckpointColumns)));
    MANGROVE_ASSIGN(const bool found, rows.step());
    return found ? std::optional(readCheckpoint(rows)) : std::nullopt;
}

Status AuditLog::compareWith(const SignedCheckpoint& outside) const {
    MANGROVE_ASSIGN(const auto name, origin());
    if (outside.origin != name)
        return Error(errors::kCheckpointBad, {"it is of another log"});
    MANGROVE_ASSIGN(const auto events, size());
    if (outside.size > events)
        return Error(errors::kAuditRange,
                     {format("an earlier state with {} events", outside.size), std::to_string(events)});
    MANGROVE_ASSIGN(const auto root, rootOfFirst(outside.size));
    if (root != outside.root)
        return Error(errors::kCheckpointInconsistent, {std::to_string(outside.size)});
    return {};
}

Result<std::vector<Digest>> AuditLog::inclusionProof(std::uint64_t seq, std::uint64_t treeSize) const {
    MANGROVE_ASSIGN(const auto events, size());
    if (treeSize > events || seq >= treeSize)
        return Error(errors::kAuditRange, {format("event {} of {}", seq, treeSize), std::to_string(events)});
    return inclusionPath(seq, treeSize, [this](NodeId id) { return node(id); });
}

Result<std::vector<Digest>> AuditLog::consistencyProof(std::uint64_t first, std::uint64_t second) const {
    MANGROVE_ASSIGN(const auto events, size());
    if (first == 0 || first > second || second > events)
        return Error(errors::kAuditRange,
                     {format("the growth from {} to {}", first, second), std::to_string(events)});
    return consistencyPath(first, second, [this](NodeId id) { return node(id); });
}

Result<std::string> AuditLog::tlogProof(std::uint64_t seq) const {
    MANGROVE_ASSIGN(const auto last, latestCheckpoint());
    if (!last || seq >= last->size)
        return Error(errors::kAuditRange, {format("event {} before the last checkpoint", seq),
                                           std::to_string(last ? last->size : 0)});
    TlogProof proof{seq, {}, {}};
    MANGROVE_ASSIGN(proof.checkpoint, parseCheckpoint(last->note));
    MANGROVE_ASSIGN(proof.path, inclusionProof(seq, last->size));
    return toText(proof);
}

} // namespace mangrove::audit
