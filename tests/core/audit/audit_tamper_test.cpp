// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/audit_log.h"
#include "audit/errors.h"
#include "core/audit/log_fixture.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::audit;
using mangrove::audit::testing::fixedKey;
using mangrove::audit::testing::LogFixture;

namespace {

constexpr std::string_view kDropTriggers =
    "DROP TRIGGER audit_event_insert; DROP TRIGGER audit_event_update; DROP TRIGGER audit_event_delete;"
    "DROP TRIGGER audit_node_insert; DROP TRIGGER audit_node_update; DROP TRIGGER audit_node_delete;"
    "DROP TRIGGER audit_checkpoint_insert; DROP TRIGGER audit_checkpoint_update; DROP TRIGGER "
    "audit_checkpoint_delete;"
    "DROP TRIGGER audit_name_insert; DROP TRIGGER audit_name_update; DROP TRIGGER audit_name_delete;";

// What somebody with a hex editor and the source code would do after changing rows: make leaves and tree fit
// again.
void rebuildTree(LogFixture& fixture) {
    EventFilter all;
    all.order = EventFilter::Order::OldestFirst;
    all.limit = 10'000;
    const auto events = fixture.log.list(all);
    if (!fixture.database.exec("DELETE FROM audit_node").ok())
        qFatal("cannot delete");
    std::vector<std::vector<Digest>> levels(1);
    for (const auto& event : *events) {
        levels[0].push_back(leafHash(event));
        if (!fixture.database.run("UPDATE audit_event SET leaf=? WHERE seq=?", levels[0].back(), event.seq)
                 .ok())
            qFatal("cannot update");
    }
    for (std::size_t level = 0; levels[level].size() > 1; ++level) {
        levels.emplace_back();
        for (std::size_t i = 0; i + 1 < levels[level].size(); i += 2) {
            levels[level + 1].push_back(hashChildren(levels[level][i], levels[level][i + 1]));
            if (!fixture.database
                     .run("INSERT INTO audit_node VALUES(?,?,?)", level + 1, i / 2, levels[level + 1].back())
                     .ok())
                qFatal("cannot insert");
        }
    }
}

} // namespace

/// Every way of altering the log that is known to us is found and named.
class AuditTamperTest : public QObject {
    Q_OBJECT
private slots:
    void triggersRefuse_data();
    void triggersRefuse();
    void alterationsAreNamed_data();
    void alterationsAreNamed();
    void rebuiltTreeIsBetrayedByTheCheckpoint();
    void withoutACheckpointARebuiltTreeFits();
    void unknownKeysAreRefused();
    void nothingIsSignedOnARewrittenLog();
    void everyColumnOfEveryRowCounts();
};

void AuditTamperTest::triggersRefuse_data() {
    QTest::addColumn<std::string>("sql");
    QTest::addColumn<std::string>("code");
    const std::string appendOnly = "audit-append-only";
    QTest::newRow("update") << std::string("UPDATE audit_event SET actor='li' WHERE seq=1") << appendOnly;
    QTest::newRow("delete") << std::string("DELETE FROM audit_event WHERE seq=4") << appendOnly;
    QTest::newRow("replace") << std::string(
        "INSERT OR REPLACE INTO audit_event SELECT 1,time,actor,role,action,object,payload,leaf FROM "
        "audit_event WHERE seq=2")
                             << std::string("audit-sequence");
    QTest::newRow("update or replace")
        << std::string("UPDATE OR REPLACE audit_event SET seq=0 WHERE seq=1") << appendOnly;
    QTest::newRow("gap") << std::string(
        "INSERT INTO audit_event SELECT 9,time,actor,role,action,object,payload,leaf FROM audit_event WHERE "
        "seq=2") << std::string("audit-sequence");
    QTest::newRow("upsert") << std::string(
        "INSERT INTO audit_event SELECT 1,time,actor,role,action,object,payload,leaf FROM audit_event WHERE "
        "seq=2 ON CONFLICT(seq) DO UPDATE SET actor='li'")
                            << std::string("audit-sequence");
    QTest::newRow("node update") << std::string("UPDATE audit_node SET hash=zeroblob(32)") << appendOnly;
    QTest::newRow("node delete") << std::string("DELETE FROM audit_node") << appendOnly;
    QTest::newRow("node replace") << std::string("INSERT OR REPLACE INTO audit_node VALUES(1,0,zeroblob(32))")
                                  << appendOnly;
    QTest::newRow("checkpoint update") << std::string("UPDATE audit_checkpoint SET note=''") << appendOnly;
    QTest::newRow("checkpoint delete") << std::string("DELETE FROM audit_checkpoint") << appendOnly;
    QTest::newRow("checkpoint replace")
        << std::string("INSERT OR REPLACE INTO audit_checkpoint SELECT id,1,time,key_name,public_key,note "
                       "FROM audit_checkpoint")
        << appendOnly;
    QTest::newRow("second name") << std::string("INSERT OR REPLACE INTO audit_name VALUES(0,'other')")
                                 << appendOnly;
    QTest::newRow("rename") << std::string("UPDATE audit_name SET origin='other'") << appendOnly;
    QTest::newRow("unname") << std::string("DELETE FROM audit_name") << appendOnly;
}

void AuditTamperTest::triggersRefuse() {
    QFETCH(std::string, sql);
    QFETCH(std::string, code);
    LogFixture fixture(5);
    QVERIFY(fixture.log.checkpoint(fixedKey(), UserId("wang")).ok());
    const auto refused = fixture.database.exec(sql);
    QVERIFY(!refused.ok());
    QCOMPARE(std::string(refused.error().code()), code);
    const auto state = fixture.log.verify({});
    QVERIFY(state->ok);
    QCOMPARE(state->events, std::uint64_t{5});
}

void AuditTamperTest::alterationsAreNamed_data() {
    // A log of 11 events with checkpoints after 4 and 10.
    QTest::addColumn<std::string>("sql");
    QTest::addColumn<std::string>("what");
    QTest::addColumn<int>("seq");
    const auto row = [](const char* name, const char* sql, const char* what, int seq) {
        QTest::newRow(name) << std::string(sql) << std::string(what) << seq;
    };
    row("edited payload", "UPDATE audit_event SET payload='{\"rows\":1}' WHERE seq=6", "row-altered", 6);
    row("edited actor", "UPDATE audit_event SET actor='chen' WHERE seq=0", "row-altered", 0);
    row("edited time", "UPDATE audit_event SET time=time+1 WHERE seq=10", "row-altered", 10);
    row("two edited rows: the first", "UPDATE audit_event SET object='x' WHERE seq IN (3,8)", "row-altered",
        3);
    row("edited leaf", "UPDATE audit_event SET leaf=zeroblob(32) WHERE seq=7", "row-altered", 7);
    row("swapped rows",
        "UPDATE audit_event SET seq=-1 WHERE seq=2; UPDATE audit_event SET seq=2 WHERE seq=5; UPDATE "
        "audit_event SET seq=5 WHERE seq=-1",
        "row-altered", 2);
    row("swapped contents",
        "UPDATE audit_event SET actor=(SELECT actor FROM audit_event WHERE seq=5) WHERE seq=2", "row-altered",
        2);
    row("removed in the middle", "DELETE FROM audit_event WHERE seq=5", "row-missing", 5);
    row("removed at the start", "DELETE FROM audit_event WHERE seq=0", "row-missing", 0);
    row("removed and closed up",
        "DELETE FROM audit_event WHERE seq=5; UPDATE audit_event SET seq=seq-1 WHERE seq>5", "row-altered",
        5);
    row("last one removed after a checkpoint",
        "DELETE FROM audit_event WHERE seq>=9; DELETE FROM audit_node WHERE (idx+1)<<level > 9",
        "row-missing", 9);
    row("last one removed, known to the tree",
        "DELETE FROM audit_event WHERE seq>=9; DELETE FROM audit_checkpoint WHERE size>9", "row-missing", 9);
    row("all removed", "DELETE FROM audit_event; DELETE FROM audit_node", "row-missing", 0);
    row("inserted",
        "INSERT INTO audit_event SELECT 11,time,actor,role,action,object,payload,leaf FROM audit_event WHERE "
        "seq=10",
        "row-altered", 11);
    row("negative row",
        "INSERT INTO audit_event SELECT -1,time,actor,role,action,object,payload,leaf FROM audit_event WHERE "
        "seq=0",
        "row-missing", 0);
    row("edited node", "UPDATE audit_node SET hash=zeroblob(32) WHERE level=1 AND idx=3", "tree-altered", 6);
    row("removed node", "DELETE FROM audit_node WHERE level=2 AND idx=1", "tree-altered", 4);
    row("surplus node", "INSERT INTO audit_node VALUES(3,-1,zeroblob(32))", "tree-altered", 0);
    row("edited checkpoint", "UPDATE audit_checkpoint SET note=replace(note,'AA','BB')||' ' WHERE size=4",
        "checkpoint-bad", 3);
    row("exchanged key", "UPDATE audit_checkpoint SET public_key=zeroblob(32) WHERE size=10",
        "checkpoint-bad", 9);
    row("checkpoint of another size", "UPDATE audit_checkpoint SET size=3 WHERE size=4", "checkpoint-bad", 2);
    row("renamed log", "UPDATE audit_name SET origin='mangrove.invalid/other'", "checkpoint-bad", 3);
}

void AuditTamperTest::alterationsAreNamed() {
    QFETCH(std::string, sql);
    QFETCH(std::string, what);
    QFETCH(int, seq);
    LogFixture fixture(4);
    QVERIFY(fixture.log.checkpoint(fixedKey(), UserId("wang")).ok());
    fixture.add(6);
    QVERIFY(fixture.log.checkpoint(fixedKey(), UserId("wang")).ok());
    fixture.add(1);
    QVERIFY(fixture.log.verify({})->ok);
    QVERIFY(fixture.database.exec(kDropTriggers).ok());
    QVERIFY(fixture.log.verify({})->ok);
    const auto altered = fixture.database.exec(sql);
    QVERIFY2(altered.ok(), altered.ok() ? "" : altered.error().message().c_str());
    const auto state = fixture.log.verify({});
    QVERIFY2(state.ok(), state.ok() ? "" : state.error().message().c_str());
    QVERIFY(!state->ok);
    QVERIFY(state->firstBroken.has_value());
    QCOMPARE(std::string(brokenName(state->firstBroken->what)), what);
    QCOMPARE(state->firstBroken->seq, static_cast<std::uint64_t>(seq));
    QVERIFY(!state->firstBroken->detail.empty());
}

void AuditTamperTest::rebuiltTreeIsBetrayedByTheCheckpoint() {
    LogFixture fixture(6);
    QVERIFY(fixture.log.checkpoint(fixedKey(), UserId("wang")).ok());
    fixture.add(6);
    const auto outside = parseCheckpoint(fixture.log.checkpoint(fixedKey(), UserId("wang"))->note);
    QVERIFY(fixture.database.exec(kDropTriggers).ok());
    QVERIFY(fixture.database.exec("UPDATE audit_event SET payload='{}' WHERE seq=8").ok());
    rebuildTree(fixture);
    const auto state = fixture.log.verify({});
    QVERIFY(!state->ok);
    QCOMPARE(std::string(brokenName(state->firstBroken->what)), std::string("history-rewritten"));
    QCOMPARE(state->firstBroken->seq, std::uint64_t{6}); // the checkpoint of 6 still fits
    QCOMPARE(state->firstBroken->last, std::uint64_t{11});
    // With the stored checkpoint gone too, the copy kept outside still tells.
    QVERIFY(fixture.database.exec("DELETE FROM audit_checkpoint WHERE size=12").ok());
    QVERIFY(fixture.log.verify({})->ok);
    QVERIFY(fixture.log.compareWith(*outside).error().is(errors::kCheckpointInconsistent));
}

void AuditTamperTest::withoutACheckpointARebuiltTreeFits() {
    // What the log cannot know by itself, said honestly: hence the checkpoints in every package.
    LogFixture fixture(6);
    QVERIFY(fixture.database.exec(kDropTriggers).ok());
    QVERIFY(fixture.database.exec("UPDATE audit_event SET payload='{}' WHERE seq=3").ok());
    QVERIFY(!fixture.log.verify({})->ok);
    rebuildTree(fixture);
    QVERIFY(fixture.log.verify({})->ok);
}

void AuditTamperTest::unknownKeysAreRefused() {
    LogFixture fixture(6);
    QVERIFY(fixture.log.checkpoint(fixedKey('x'), UserId("wang")).ok());
    QVERIFY(fixture.log.verify({})->ok);
    const std::array known{VerifierKey{"mangrove.invalid/WS-TEST/wang", fixedKey('k').publicKey()}};
    const auto state = fixture.log.verify({}, known);
    QVERIFY(!state->ok);
    QCOMPARE(std::string(brokenName(state->firstBroken->what)), std::string("checkpoint-bad"));
    const std::array right{VerifierKey{"mangrove.invalid/WS-TEST/wang", fixedKey('x').publicKey()}};
    QVERIFY(fixture.log.verify({}, right)->ok);
}

void AuditTamperTest::nothingIsSignedOnARewrittenLog() {
    LogFixture fixture(6);
    QVERIFY(fixture.log.checkpoint(fixedKey(), UserId("wang")).ok());
    QVERIFY(fixture.database.exec(kDropTriggers).ok());
    QVERIFY(fixture.database.exec("UPDATE audit_event SET payload='{}' WHERE seq=3").ok());
    rebuildTree(fixture);
    fixture.add(2);
    const auto refused = fixture.log.checkpoint(fixedKey(), UserId("wang"));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(errors::kCheckpointInconsistent));
}

void AuditTamperTest::everyColumnOfEveryRowCounts() {
    for (std::uint64_t seq = 0; seq < 7; ++seq) {
        for (const char* column : {"actor", "role", "action", "object", "payload"}) {
            LogFixture fixture(7);
            QVERIFY(fixture.database.exec(kDropTriggers).ok());
            QVERIFY(
                fixture.database.run(format("UPDATE audit_event SET {0}={0}||'x' WHERE seq=?", column), seq)
                    .ok());
            const auto state = fixture.log.verify({});
            QVERIFY(!state->ok);
            QCOMPARE(state->firstBroken->seq, seq);
        }
    }
}

MANGROVE_TEST(AuditTamperTest)
#include "audit_tamper_test.moc"
