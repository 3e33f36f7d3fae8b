// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/audit_log.h"
#include "core/audit/log_fixture.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace mangrove;
using namespace mangrove::audit;
using mangrove::audit::testing::fixedKey;
using mangrove::audit::testing::logInstant;

namespace {

// One step of a writer: an act and its audit event in one transaction, as the workspace does it. The byte it
// writes to the pipe after each commit is the promise that must survive.
void writeUntilKilled(const std::filesystem::path& file, int pipeEnd, std::uint64_t seed) {
    SeededRandom random(seed);
    FixedClock clock(logInstant());
    auto database = store::Database::open(file);
    if (!database.ok())
        _exit(20);
    AuditLog log(*database, clock);
    const auto key = fixedKey();
    for (std::uint64_t step = 0; step < 100000; ++step) {
        auto transaction = database->begin();
        if (!transaction.ok())
            _exit(21);
        clock.advance(std::chrono::milliseconds(1));
        const auto acts = random.below(4);
        for (std::uint64_t i = 0; i < acts; ++i) {
            const auto event = log.append({UserId("wang"), "admin", "act.record", "",
                                           R"({"pad":")" + std::string(random.below(3000), 'p') + R"("})"});
            if (!event.ok() || !database->run("INSERT INTO act VALUES(?)", event->seq).ok())
                _exit(22);
        }
        if (random.below(10) == 0 && !log.checkpoint(key, UserId("wang")).ok())
            _exit(23);
        if (random.below(5) == 0)
            continue; // dropped: rolled back
        if (!transaction->commit().ok())
            _exit(24);
        for (std::uint64_t i = 0; i < acts; ++i) {
            if (::write(pipeEnd, "c", 1) != 1)
                _exit(25);
        }
    }
    _exit(26);
}

} // namespace

/// A process that dies at any moment leaves a log that verifies and has every committed act.
class AuditCrashTest : public QObject {
    Q_OBJECT
private slots:
    void killedWritersLoseNothingCommitted();
};

void AuditCrashTest::killedWritersLoseNothingCommitted() {
    test::TempDir dir;
    const auto file = dir / "w.mangrove";
    FixedClock clock(logInstant());
    {
        auto database = store::Database::create(file);
        QVERIFY(testing::prepareLog(*database).ok());
        QVERIFY(database->exec("CREATE TABLE act(seq INTEGER PRIMARY KEY REFERENCES audit_event(seq)) STRICT")
                    .ok());
        QVERIFY(AuditLog(*database, clock).setOrigin("mangrove.invalid/CRASH").ok());
    }
    SeededRandom random(42);
    std::uint64_t promised = 0;
    for (std::uint64_t round = 0; round < 25; ++round) {
        int ends[2] = {-1, -1};
        QCOMPARE(pipe(ends), 0);
        const pid_t child = fork();
        if (child == 0)
            writeUntilKilled(file, ends[1], round);
        ::close(ends[1]);
        // Killed after a random number of promises, at whatever it is doing then.
        std::uint64_t wait = 1 + random.below(40);
        char byte = 0;
        while (wait > 0 && ::read(ends[0], &byte, 1) == 1) {
            --wait;
            ++promised;
        }
        QCOMPARE(wait, std::uint64_t{0});
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        while (::read(ends[0], &byte, 1) == 1)
            ++promised;
        ::close(ends[0]);

        auto database = store::Database::open(file);
        QVERIFY2(database.ok(), database.ok() ? "" : database.error().message().c_str());
        QVERIFY(database->checkIntegrity({}).ok());
        AuditLog log(*database, clock);
        const auto state = log.verify({});
        QVERIFY2(state->ok, state->firstBroken ? state->firstBroken->detail.c_str() : "");
        QVERIFY(state->events >= promised);
        // One transaction of at most three acts may have been committed without its promise having been
        // written.
        QVERIFY(state->events <= promised + 3);
        promised = state->events;
        auto rows = database->query("SELECT count(*), coalesce(max(seq) + 1, 0) FROM act");
        QVERIFY(*rows->step());
        QCOMPARE(rows->count(0), state->events);
        QCOMPARE(rows->count(1), state->events);
    }
    QVERIFY(promised > 100);
}

MANGROVE_TEST(AuditCrashTest)
#include "audit_crash_test.moc"
