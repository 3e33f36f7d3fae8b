// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/audit_log.h"
#include "base/format.h"

#include <algorithm>
#include <bit>

namespace mangrove::audit {

namespace {

constexpr std::uint64_t kPollEvery = 512; // rows: a few milliseconds

/// One walk over all rows in order, keeping the roots of the complete subtrees so far (at most 64).
class Walk {
public:
    Walk(store::Database& database, std::vector<StoredCheckpoint> checkpoints, std::string origin,
         std::span<const VerifierKey> trusted)
        : m_database(database), m_checkpoints(std::move(checkpoints)), m_origin(std::move(origin)),
          m_trusted(trusted) {
        std::stable_sort(m_checkpoints.begin(), m_checkpoints.end(),
                         [](const auto& a, const auto& b) { return a.size < b.size; });
    }

    Result<AuditState> run(const RunContext& ctx) {
        MANGROVE_ASSIGN(const auto total, number("SELECT count(*) FROM audit_event"));
        ctx.start("verifying", total);
        MANGROVE_TRY(checkCheckpointsAt(0));
        MANGROVE_ASSIGN(auto rows,
                        m_database.query("SELECT seq, time, actor, role, action, object, payload, leaf "
                                         "FROM audit_event ORDER BY seq"));
        MANGROVE_ASSIGN(auto nodes,
                        m_database.prepare("SELECT hash FROM audit_node WHERE level = ? AND idx = ?"));
        while (true) {
            MANGROVE_ASSIGN(const bool more, rows.step());
            if (!more)
                break;
            MANGROVE_TRY(takeRow(rows, nodes));
            MANGROVE_TRY(checkCheckpointsAt(m_count));
            if (m_count % kPollEvery == 0) {
                ctx.advance(kPollEvery);
                MANGROVE_TRY(ctx.check());
            }
        }
        ctx.advance(m_count % kPollEvery);
        MANGROVE_TRY(checkEnd());
        AuditState state{m_count, toHex(foldRoot()), m_checkpoints.size(), !m_broken.has_value(), m_broken};
        return state;
    }

private:
    void found(Broken::What what, std::uint64_t first, std::uint64_t last, std::string detail) {
        if (!m_broken)
            m_broken = Broken{what, first, last, std::move(detail)};
    }

    Result<std::uint64_t> number(std::string_view sql) {
        MANGROVE_ASSIGN(auto rows, m_database.query(sql));
        MANGROVE_TRY(rows.step());
        return rows.count(0);
    }

    Status takeRow(const store::Statement& row, store::Statement& nodes) {
        const AuditEvent event{row.count(0), row.instant(1), UserId(row.text(2)), row.text(3),
                               row.text(4),  row.text(5),    row.text(6)};
        if (event.seq != m_count)
            found(Broken::What::RowMissing, m_count, event.seq == 0 ? 0 : event.seq - 1,
                  format("row {} follows where row {} belongs", event.seq, m_count));
        const Digest leaf = leafHash(event);
        if (!std::ranges::equal(row.blobView(7), leaf))
            found(Broken::What::RowAltered, event.seq, event.seq,
                  format("row {} does not fit its leaf hash", event.seq));
        if (event.time < m_lastTime)
            found(Broken::What::RowAltered, event.seq, event.seq,
                  format("row {} is older than the one before", event.seq));
        m_lastTime = event.time;
        return addLeaf(leaf, nodes);
    }

    // Merges equal subtrees as a binary counter carries, comparing every new node with the stored one.
    Status addLeaf(const Digest& leaf, store::Statement& nodes) {
        Digest hash = leaf;
        std::uint64_t index = m_count;
        unsigned level = 0;
        for (; index % 2 == 1; index /= 2) {
            hash = hashChildren(m_peaks.back(), hash);
            m_peaks.pop_back();
            ++level;
            MANGROVE_TRY(nodes.bind({level, index / 2}));
            MANGROVE_ASSIGN(const bool stored, nodes.step());
            if (!stored || !std::ranges::equal(nodes.blobView(0), hash))
                found(Broken::What::TreeAltered, (index / 2) << level, m_count,
                      format("the stored hash over rows {} to {} does not follow from them",
                             (index / 2) << level, m_count));
        }
        m_peaks.push_back(hash);
        ++m_count;
        return {};
    }

    [[nodiscard]] Digest foldRoot() const {
        if (m_peaks.empty())
            return emptyRoot();
        Digest root = m_peaks.back();
        for (auto peak = m_peaks.rbegin() + 1; peak != m_peaks.rend(); ++peak)
            root = hashChildren(*peak, root);
        return root;
    }

    Status checkCheckpointsAt(std::uint64_t size) {
        while (m_next < m_checkpoints.size() && m_checkpoints[m_next].size == size)
            checkOne(m_checkpoints[m_next++], foldRoot());
        return {};
    }

    void checkOne(const StoredCheckpoint& stored, const Digest& root) {
        const std::uint64_t last = stored.size == 0 ? 0 : stored.size - 1;
        const auto bad = [&](const std::string& why) {
            found(Broken::What::CheckpointBad, last, last,
                  format("the checkpoint of {} events: {}", stored.size, why));
        };
        const auto note = parseCheckpoint(stored.note);
        if (!note.ok())
            return bad(note.error().message());
        if (note->origin != m_origin || note->size != stored.size)
            return bad("it is of another log or another size than recorded");
        const bool isTrusted =
            m_trusted.empty() || std::ranges::any_of(m_trusted, [&](const VerifierKey& key) {
                return key.keyName == stored.keyName && key.publicKey == stored.publicKey;
            });
        if (!isTrusted)
            return bad("its key belongs to nobody known");
        if (const auto signature = verifyCheckpoint(*note, stored.keyName, stored.publicKey); !signature.ok())
            return bad(signature.error().message());
        if (note->root != root)
            return found(Broken::What::HistoryRewritten, m_sure, last,
                         format("rows {} to {} are not those that the checkpoint of {} events saw", m_sure,
                                last, stored.size));
        m_sure = stored.size;
    }

    Status checkEnd() {
        // What the tree or a checkpoint knows of rows that are not there any more.
        MANGROVE_ASSIGN(const auto known,
                        number("SELECT coalesce(max((idx + 1) << level), 0) FROM audit_node"));
        const std::uint64_t seen = m_next < m_checkpoints.size() ? m_checkpoints.back().size : 0;
        if (const auto most = std::max(known, seen); most > m_count)
            found(Broken::What::RowMissing, m_count, most - 1,
                  format("rows {} to {} are gone from the end", m_count, most - 1));
        MANGROVE_ASSIGN(const auto nodes, number("SELECT count(*) FROM audit_node"));
        const auto wanted = m_count - static_cast<std::uint64_t>(std::popcount(m_count));
        if (nodes != wanted)
            found(Broken::What::TreeAltered, 0, m_count == 0 ? 0 : m_count - 1,
                  format("the tree has {} stored hashes instead of {}", nodes, wanted));
        // Checkpoints larger than the log still have to be genuine, but what is missing comes first.
        for (; m_next < m_checkpoints.size(); ++m_next)
            checkOne(m_checkpoints[m_next], foldRoot());
        return {};
    }

    store::Database& m_database;
    std::vector<StoredCheckpoint> m_checkpoints; ///< by size
    std::string m_origin;
    std::span<const VerifierKey> m_trusted;
    std::vector<Digest> m_peaks; ///< roots of complete subtrees, largest first
    std::uint64_t m_count = 0;
    std::uint64_t m_sure = 0; ///< size of the last checkpoint that fitted
    std::size_t m_next = 0;   ///< first checkpoint not looked at
    Instant m_lastTime = Instant::min();
    std::optional<Broken> m_broken;
};

} // namespace

std::string_view brokenName(Broken::What what) {
    switch (what) {
    case Broken::What::RowMissing:
        return "row-missing";
    case Broken::What::RowAltered:
        return "row-altered";
    case Broken::What::TreeAltered:
        return "tree-altered";
    case Broken::What::CheckpointBad:
        return "checkpoint-bad";
    case Broken::What::HistoryRewritten:
        return "history-rewritten";
    }
    return "";
}

Result<AuditState> AuditLog::verify(const RunContext& ctx, std::span<const VerifierKey> trusted) const {
    MANGROVE_TRY(ctx.check());
    MANGROVE_ASSIGN(const auto snapshot, m_database.beginRead());
    MANGROVE_ASSIGN(auto stored, checkpoints());
    std::string name;
    if (!stored.empty()) {
        MANGROVE_ASSIGN(name, origin());
    }
    return Walk(m_database, std::move(stored), std::move(name), trusted).run(ctx);
}

} // namespace mangrove::audit
