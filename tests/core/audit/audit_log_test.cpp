// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/audit_log.h"
#include "audit/errors.h"
#include "core/audit/log_fixture.h"
#include "crypto/sha256.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::audit;
using mangrove::audit::testing::fixedKey;
using mangrove::audit::testing::LogFixture;
using mangrove::audit::testing::logInstant;

/// Appending, listing, proving and signing.
class AuditLogTest : public QObject {
    Q_OBJECT
private slots:
    void leafIsExactCanonicalJson();
    void appendCountsAndStores();
    void badEventsAreRefused_data();
    void badEventsAreRefused();
    void appendJoinsTheCallersTransaction();
    void timeNeverRunsBackwards();
    void rootIsTheTreeOverTheRows();
    void listFilters();
    void listPagesByKey();
    void checkpointsAreSignedAndStored();
    void checkpointNeedsAName();
    void outsideCheckpointsAreCompared();
    void proofsHold();
    void verifyIsCancellable();
    void healthyLogsVerify();
};

void AuditLogTest::leafIsExactCanonicalJson() {
    const AuditEvent event{3,          logInstant(),         UserId("wang"), "decider", "request.decide",
                           "RQ-\"1\"", R"({"a":"医","b":1})"};
    const std::string wanted =
        R"({"action":"request.decide","actor":"wang","object":"RQ-\"1\"","payload":{"a":"医","b":1},)"
        R"("role":"decider","seq":3,"time":"2026-11-23T09:12:00.000Z"})";
    QCOMPARE(leafText(event), wanted);
    QVERIFY(leafHash(event) == crypto::sha256(std::string(1, '\0') + leafText(event)));
}

void AuditLogTest::appendCountsAndStores() {
    LogFixture fixture;
    QCOMPARE(*fixture.log.size(), std::uint64_t{0});
    QVERIFY(*fixture.log.root() == emptyRoot());
    const auto first =
        fixture.log.append({UserId("wang"), "admin", "workspace.create", "", R"({"z":1, "a":[1.0,2]})"});
    QVERIFY2(first.ok(), first.ok() ? "" : first.error().message().c_str());
    QCOMPARE(first->seq, std::uint64_t{0});
    const std::string canonical = R"({"a":[1,2],"z":1})";
    QCOMPARE(first->payload, canonical);
    const auto second = fixture.log.append({UserId("li"), "auditor", "audit.verify", "", "{}"});
    QCOMPARE(second->seq, std::uint64_t{1});
    QCOMPARE(*fixture.log.size(), std::uint64_t{2});
    QVERIFY(*fixture.log.event(0) == *first);
    QVERIFY(*fixture.log.event(1) == *second);
    QVERIFY(fixture.log.event(2).error().is(errors::kAuditRange));
}

void AuditLogTest::badEventsAreRefused_data() {
    QTest::addColumn<std::string>("action");
    QTest::addColumn<std::string>("object");
    QTest::addColumn<std::string>("payload");
    const auto row = [](const char* name, std::string action, std::string object, std::string payload) {
        QTest::newRow(name) << action << object << payload;
    };
    const std::string fine = "dataset.register";
    row("one word", "register", "", "{}");
    row("capital", "Dataset.register", "", "{}");
    row("empty word", "dataset..register", "", "{}");
    row("blank", "dataset. register", "", "{}");
    row("control character", fine, "a\nb", "{}");
    row("no UTF-8", fine, "\xFF", "{}");
    row("long object", fine, std::string(201, 'x'), "{}");
    row("array", fine, "", "[]");
    row("no JSON", fine, "", "{a:1}");
    row("twice the same member", fine, "", R"({"a":1,"a":2})");
    row("large integer", fine, "", R"({"a":9007199254740993})");
    row("large payload", fine, "", R"({"a":")" + std::string(1U << 20U, 'x') + R"("})");
}

void AuditLogTest::badEventsAreRefused() {
    QFETCH(std::string, action);
    QFETCH(std::string, object);
    QFETCH(std::string, payload);
    LogFixture fixture(1);
    QVERIFY(!fixture.log.append({UserId("wang"), "admin", action, object, payload}).ok());
    QVERIFY(!fixture.log.append({UserId(), "admin", "dataset.register", "", "{}"}).ok());
    QCOMPARE(*fixture.log.size(), std::uint64_t{1});
}

void AuditLogTest::appendJoinsTheCallersTransaction() {
    LogFixture fixture(3);
    {
        auto transaction = fixture.database.begin();
        QVERIFY(fixture.log.append(LogFixture::event(3)).ok());
        QVERIFY(fixture.log.append(LogFixture::event(4)).ok());
        QCOMPARE(*fixture.log.size(), std::uint64_t{5});
    }
    QCOMPARE(*fixture.log.size(), std::uint64_t{3});
    fixture.add(2);
    QVERIFY(fixture.log.verify({})->ok);
}

void AuditLogTest::timeNeverRunsBackwards() {
    LogFixture fixture(2);
    const auto before = fixture.log.event(1)->time;
    fixture.clock.set(logInstant() - std::chrono::hours(5));
    const auto after = fixture.log.append(LogFixture::event(2));
    QVERIFY(after->time == before);
    QVERIFY(fixture.log.verify({})->ok);
}

void AuditLogTest::rootIsTheTreeOverTheRows() {
    LogFixture fixture;
    std::vector<Digest> leaves;
    for (std::uint64_t i = 0; i < 70; ++i) {
        fixture.add(1);
        leaves.push_back(leafHash(*fixture.log.event(i)));
        QVERIFY(*fixture.log.root() == rootOf(leaves));
    }
}

void AuditLogTest::listFilters() {
    LogFixture fixture(60);
    EventFilter filter;
    QCOMPARE(fixture.log.list(filter)->size(), std::size_t{60});
    QCOMPARE(fixture.log.list(filter)->front().seq, std::uint64_t{59});
    filter.order = EventFilter::Order::OldestFirst;
    QCOMPARE(fixture.log.list(filter)->front().seq, std::uint64_t{0});
    filter.actor = UserId("li");
    QCOMPARE(fixture.log.list(filter)->size(), std::size_t{20});
    filter.actionPrefix = "request.";
    QCOMPARE(fixture.log.list(filter)->size(), std::size_t{10});
    filter.actionPrefix = "request.decide";
    QCOMPARE(fixture.log.list(filter)->size(), std::size_t{5});
    filter.object = "DS-0";
    const auto decided = fixture.log.list(filter);
    QVERIFY(!decided->empty());
    for (const auto& event : *decided) {
        QCOMPARE(event.actor, UserId("li"));
        QCOMPARE(event.action, std::string("request.decide"));
        QCOMPARE(event.object, std::string("DS-0"));
    }
    EventFilter time;
    time.from = fixture.log.event(10)->time;
    time.until = fixture.log.event(20)->time;
    const auto between = fixture.log.list(time);
    QCOMPARE(between->size(), std::size_t{10});
    QCOMPARE(between->front().seq, std::uint64_t{19});
    QCOMPARE(between->back().seq, std::uint64_t{10});
    EventFilter none;
    none.actor = UserId("li' OR 1=1 --");
    QVERIFY(fixture.log.list(none)->empty());
}

void AuditLogTest::listPagesByKey() {
    LogFixture fixture(25);
    for (const auto order : {EventFilter::Order::NewestFirst, EventFilter::Order::OldestFirst}) {
        EventFilter filter;
        filter.order = order;
        filter.limit = 10;
        std::vector<std::uint64_t> seen;
        while (true) {
            const auto page = fixture.log.list(filter);
            if (page->empty())
                break;
            for (const auto& event : *page)
                seen.push_back(event.seq);
            filter.after = page->back().seq;
        }
        QCOMPARE(seen.size(), std::size_t{25});
        if (order == EventFilter::Order::NewestFirst)
            std::reverse(seen.begin(), seen.end());
        for (std::uint64_t i = 0; i < 25; ++i)
            QCOMPARE(seen[i], i);
    }
}

void AuditLogTest::checkpointsAreSignedAndStored() {
    LogFixture fixture(5);
    const auto key = fixedKey();
    const auto first = fixture.log.checkpoint(key, UserId("wang"));
    QVERIFY2(first.ok(), first.ok() ? "" : first.error().message().c_str());
    QCOMPARE(first->keyName, std::string("mangrove.invalid/WS-TEST/wang"));
    QCOMPARE(first->size, std::uint64_t{5});
    const auto note = parseCheckpoint(first->note);
    QVERIFY(note.ok());
    QVERIFY(note->root == *fixture.log.root());
    QVERIFY(verifyCheckpoint(*note, first->keyName, key.publicKey()).ok());
    // The same state signed again by the same person adds nothing.
    QVERIFY(fixture.log.checkpoint(key, UserId("wang")).ok());
    QCOMPARE(fixture.log.checkpoints()->size(), std::size_t{1});
    QVERIFY(fixture.log.checkpoint(fixedKey('l'), UserId("li")).ok());
    fixture.add(3);
    const auto later = fixture.log.checkpoint(key, UserId("wang"));
    QCOMPARE(later->size, std::uint64_t{8});
    QCOMPARE(fixture.log.checkpoints()->size(), std::size_t{3});
    QCOMPARE((*fixture.log.latestCheckpoint())->note, later->note);
}

void AuditLogTest::checkpointNeedsAName() {
    auto database = store::Database::inMemory();
    QVERIFY(testing::prepareLog(*database).ok());
    FixedClock clock(logInstant());
    AuditLog log(*database, clock);
    QVERIFY(log.checkpoint(fixedKey(), UserId("wang")).error().is(errors::kAuditNoOrigin));
    QVERIFY(!log.setOrigin("two words").ok());
    QVERIFY(!log.setOrigin("").ok());
    QVERIFY(log.setOrigin("mangrove.invalid/one").ok());
    QVERIFY(log.setOrigin("mangrove.invalid/two").error().is(errors::kAuditAppendOnly));
    QCOMPARE(*log.origin(), std::string("mangrove.invalid/one"));
    QVERIFY(log.checkpoint(fixedKey(), UserId("wang")).ok());
}

void AuditLogTest::outsideCheckpointsAreCompared() {
    LogFixture fixture(9);
    const auto stored = fixture.log.checkpoint(fixedKey(), UserId("wang"));
    const auto outside = parseCheckpoint(stored->note);
    fixture.add(4);
    QVERIFY(fixture.log.compareWith(*outside).ok());
    auto other = *outside;
    other.root[0] ^= 1U;
    QVERIFY(fixture.log.compareWith(other).error().is(errors::kCheckpointInconsistent));
    auto larger = *outside;
    larger.size = 14;
    QVERIFY(fixture.log.compareWith(larger).error().is(errors::kAuditRange));
    auto foreign = *outside;
    foreign.origin = "mangrove.invalid/other";
    QVERIFY(fixture.log.compareWith(foreign).error().is(errors::kCheckpointBad));
}

void AuditLogTest::proofsHold() {
    LogFixture fixture(21);
    const auto key = fixedKey();
    const auto stored = fixture.log.checkpoint(key, UserId("wang"));
    fixture.add(6);
    const auto root = *fixture.log.root();
    for (std::uint64_t seq = 0; seq < 27; ++seq) {
        const auto path = fixture.log.inclusionProof(seq, 27);
        QVERIFY(path.ok());
        QVERIFY(verifyInclusion(seq, 27, leafHash(*fixture.log.event(seq)), *path, root));
    }
    const auto before = parseCheckpoint(stored->note)->root;
    QVERIFY(verifyConsistency(21, 27, before, root, *fixture.log.consistencyProof(21, 27)));
    QVERIFY(fixture.log.inclusionProof(27, 27).error().is(errors::kAuditRange));
    QVERIFY(fixture.log.inclusionProof(3, 28).error().is(errors::kAuditRange));
    QVERIFY(fixture.log.consistencyProof(0, 5).error().is(errors::kAuditRange));
    const auto text = fixture.log.tlogProof(4);
    QVERIFY(text.ok());
    const auto proof = parseTlogProof(*text);
    QVERIFY(proof.ok());
    const auto leaf = leafText(*fixture.log.event(4));
    QVERIFY(verifyTlogProof(*proof, asBytes(leaf), stored->keyName, key.publicKey()).ok());
    QVERIFY(
        !verifyTlogProof(*proof, asBytes(leafText(*fixture.log.event(5))), stored->keyName, key.publicKey())
             .ok());
    QVERIFY(fixture.log.tlogProof(21).error().is(errors::kAuditRange)); // not covered yet
}

void AuditLogTest::verifyIsCancellable() {
    LogFixture fixture(3);
    std::stop_source stop;
    Progress progress;
    QVERIFY(fixture.log.verify({stop.get_token(), &progress}).ok());
    QCOMPARE(progress.total.load(), std::uint64_t{3});
    QCOMPARE(progress.done.load(), std::uint64_t{3});
    stop.request_stop();
    QVERIFY(fixture.log.verify({stop.get_token(), nullptr}).error().is(errors::kCancelled));
}

void AuditLogTest::healthyLogsVerify() {
    LogFixture fixture;
    QVERIFY(fixture.log.verify({})->ok);
    for (int i = 0; i < 20; ++i) {
        fixture.add(static_cast<std::uint64_t>(i) % 4);
        QVERIFY(fixture.log.checkpoint(fixedKey(), UserId("wang")).ok());
        const auto state = fixture.log.verify({});
        QVERIFY2(state->ok, state->firstBroken ? state->firstBroken->detail.c_str() : "");
        QCOMPARE(state->events, *fixture.log.size());
        QCOMPARE(state->rootHex, toHex(*fixture.log.root()));
    }
}

MANGROVE_TEST(AuditLogTest)
#include "audit_log_test.moc"
