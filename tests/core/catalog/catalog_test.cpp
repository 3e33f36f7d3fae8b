// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include "catalog/errors.h"
#include "catalog/schema.h"
#include "store/database.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::catalog;

namespace {

const Instant kCatalogNoon = parseIso8601("2026-11-23T12:00:00Z").value();
const std::string kHashA(64, 'a');
const std::string kHashB(64, 'b');

/// A catalogue in memory.
struct CatalogFixture {
    store::Database database = store::Database::inMemory().value();
    Catalog catalog{database};
    CatalogFixture() {
        schemaMade = database.exec(schemaSql()).ok() && database.exec(schemaV2()).ok()
                     && database.exec(schemaV3()).ok();
    }
    bool schemaMade = false;
};

Dataset sampleDataset(const std::string& id, const std::string& name) {
    Dataset dataset;
    dataset.id = DatasetId(id);
    dataset.name = name;
    dataset.description = "出院病人 100%";
    dataset.domain = Domain::Care;
    dataset.owner = "病案室";
    dataset.path = "/data/visits.csv";
    dataset.dialect = {"csv", "GB18030", ",", "\"", true, {"?", "NULL"}, "", "member.csv"};
    dataset.dialect.query = "SELECT 1";
    dataset.dialect.skipLines = 3;
    dataset.dialect.quoteEscape = "backslash";
    dataset.dialect.ragged = "pad";
    dataset.dialect.totals = "leave-out";
    dataset.dialect.maxCellBytes = 5;
    dataset.bytes = 1234567890123;
    dataset.sha256 = kHashA;
    dataset.rows = 42;
    dataset.columns = {"就诊流水号", "age_years", "quote\"comma,"};
    dataset.registered = kCatalogNoon;
    dataset.registeredBy = UserId("officer");
    return dataset;
}

Release sampleRelease(const std::string& id, Instant created) {
    Release release;
    release.id = ReleaseId(id);
    release.dataset = DatasetId("DS-1");
    release.path = "/data/x.files/releases/RL-1.csv";
    release.sha256 = kHashB;
    release.bytes = 99;
    release.rows = 40;
    release.columns = {"age_years"};
    release.sourceSha256 = kHashA;
    release.recipeJson = "{\"recipe\":1}";
    release.recipeSha256 = kHashB;
    release.reportJson = "{}";
    release.level42460 = 3;
    release.highestRisk = 0.047619047619047616;
    release.created = created;
    release.by = UserId("officer");
    return release;
}

class CatalogTest : public QObject {
    Q_OBJECT
private slots:
    void domainsHaveStableWords_data() {
        QTest::addColumn<int>("domain");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("care") << int(Domain::Care) << QByteArray("care");
        QTest::newRow("insurance") << int(Domain::Insurance) << QByteArray("insurance");
        QTest::newRow("pharma") << int(Domain::Pharma) << QByteArray("pharma");
        QTest::newRow("other") << int(Domain::Other) << QByteArray("other");
    }
    void domainsHaveStableWords() {
        QFETCH(int, domain);
        QFETCH(QByteArray, word);
        QCOMPARE(name(static_cast<Domain>(domain)), std::string_view(word.constData()));
        QVERIFY(parseDomain(word.constData()) == static_cast<Domain>(domain));
        QVERIFY(!parseDomain(word.toUpper().constData()));
    }

    void datasetComesBackAsItWas() {
        CatalogFixture f;
        QVERIFY(f.schemaMade);
        const auto dataset = sampleDataset("DS-1", "住院病案首页");
        QVERIFY(f.catalog.add(dataset).ok());
        const auto found = f.catalog.find(DatasetId("DS-1"));
        QVERIFY(found.ok());
        QVERIFY(*found == dataset);
        QVERIFY(f.catalog.idOfName("住院病案首页").value() == DatasetId("DS-1"));
        QVERIFY(!f.catalog.idOfName("住院病案").value().has_value());
        QVERIFY(f.catalog.find(DatasetId("DS-2")).error().is(errors::kDatasetNotFound));
    }

    void namesAreUniqueAndSane_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("good") << QByteArray("second") << QByteArray();
        QTest::newRow("taken") << QByteArray("first") << QByteArray("dataset-name-taken");
        QTest::newRow("empty") << QByteArray("") << QByteArray("dataset-name-bad");
        QTest::newRow("blank") << QByteArray("  ") << QByteArray("dataset-name-bad");
        QTest::newRow("two lines") << QByteArray("a\nb") << QByteArray("dataset-name-bad");
        QTest::newRow("not UTF-8") << QByteArray("\xff") << QByteArray("dataset-name-bad");
        QTest::newRow("120 code points") << QByteArray(QString(120, QChar(0x75C5)).toUtf8()) << QByteArray();
        QTest::newRow("121 code points")
            << QByteArray(QString(121, QChar(0x75C5)).toUtf8()) << QByteArray("dataset-name-bad");
    }
    void namesAreUniqueAndSane() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, error);
        CatalogFixture f;
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "first")).ok());
        const auto added = f.catalog.add(sampleDataset("DS-2", name.toStdString()));
        QCOMPARE(added.ok() ? std::string_view() : added.error().code(), std::string_view(error.constData()));
        QCOMPARE(f.catalog.list().value().size(), error.isEmpty() ? 2U : 1U);
    }

    void searchLooksIntoColumnsAndTakesWildcardsLiterally_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("hits");
        QTest::newRow("name") << QByteArray("住院") << 1;
        QTest::newRow("one character") << QByteArray("药") << 1;
        QTest::newRow("column") << QByteArray("AGE_years") << 2;
        QTest::newRow("description") << QByteArray("100%") << 2;
        QTest::newRow("percent is no wildcard") << QByteArray("1%0") << 0;
        QTest::newRow("underscore is no wildcard") << QByteArray("age_year_") << 0;
        QTest::newRow("owner") << QByteArray("病案室") << 2;
        QTest::newRow("nothing") << QByteArray("xyz") << 0;
    }
    void searchLooksIntoColumnsAndTakesWildcardsLiterally() {
        QFETCH(QByteArray, text);
        QFETCH(int, hits);
        CatalogFixture f;
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "住院病案首页")).ok());
        QVERIFY(f.catalog.add(sampleDataset("DS-2", "发药")).ok());
        QCOMPARE(int(f.catalog.search(text.toStdString()).value().size()), hits);
    }

    void onlyPathAndLevelMoveOn() {
        CatalogFixture f;
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "first")).ok());
        QVERIFY(f.catalog.setPath(DatasetId("DS-1"), "/elsewhere.csv").ok());
        QVERIFY(f.catalog.setLevel(DatasetId("DS-1"), 4).ok());
        const auto now = f.catalog.find(DatasetId("DS-1")).value();
        QCOMPARE(now.path, std::string("/elsewhere.csv"));
        QCOMPARE(now.level39725, 4);
        QVERIFY(f.catalog.setPath(DatasetId("DS-9"), "/x").error().is(errors::kDatasetNotFound));
        QVERIFY(f.catalog.setLevel(DatasetId("DS-9"), 1).error().is(errors::kDatasetNotFound));
        QVERIFY(!f.catalog.setLevel(DatasetId("DS-1"), 6).ok());
    }

    void recordsAreNeverChangedOrRemoved_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("twin: path") << QByteArray("UPDATE dataset SET path = '/y'") << true;
        QTest::newRow("dataset hash")
            << QByteArray("UPDATE dataset SET sha256 = '" + QByteArray(64, 'c') + "'") << false;
        QTest::newRow("dataset rows") << QByteArray("UPDATE dataset SET row_count = 1") << false;
        QTest::newRow("dataset gone") << QByteArray("DELETE FROM dataset") << false;
        QTest::newRow("assessment") << QByteArray("UPDATE assessment SET json = '{}'") << false;
        QTest::newRow("assessment gone") << QByteArray("DELETE FROM assessment") << false;
        QTest::newRow("decision") << QByteArray("UPDATE column_decision SET class = 'none'") << false;
        QTest::newRow("decision gone") << QByteArray("DELETE FROM column_decision") << false;
        QTest::newRow("release") << QByteArray("UPDATE release SET level42460 = 4") << false;
        QTest::newRow("release gone") << QByteArray("DELETE FROM release") << false;
        QTest::newRow("release replaced")
            << QByteArray("INSERT OR REPLACE INTO release SELECT * FROM release") << false;
        QTest::newRow("package") << QByteArray("UPDATE package SET sha256 = sha256") << false;
        QTest::newRow("package gone") << QByteArray("DELETE FROM package") << false;
    }
    void recordsAreNeverChangedOrRemoved() {
        QFETCH(QByteArray, sql);
        QFETCH(bool, allowed);
        CatalogFixture f;
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "first")).ok());
        QVERIFY(f.catalog
                    .addAssessment({AssessmentKind::Profile, DatasetId("DS-1"), kCatalogNoon, UserId("o"),
                                    kHashA, "{}", ""})
                    .ok());
        QVERIFY(f.catalog
                    .addDecision(
                        {DatasetId("DS-1"), "c", "quasi", std::nullopt, "why", UserId("o"), kCatalogNoon})
                    .ok());
        QVERIFY(f.catalog.addRelease(sampleRelease("RL-1", kCatalogNoon)).ok());
        QVERIFY(f.catalog
                    .addPackage({PackageId("PK-1"), RequestId("RQ-1"), PermitId("PM-1"), ReleaseId("RL-1"),
                                 DatasetId("DS-1"), "/p.zip", kHashA, 5, "研究所", kCatalogNoon, UserId("c")})
                    .ok());
        const auto done = f.database.exec(sql.toStdString());
        QCOMPARE(done.ok(), allowed);
        if (!allowed)
            QCOMPARE(done.error().code(), errors::kCatalogFixed.name);
    }

    void theNewestAssessmentCounts() {
        CatalogFixture f;
        const DatasetId id("DS-1");
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "first")).ok());
        QVERIFY(!f.catalog.assessment(id, AssessmentKind::Quality).value().has_value());
        QVERIFY(!f.catalog.assessmentTime(id, AssessmentKind::Quality).value().has_value());
        const Assessment older{
            AssessmentKind::Quality, id, kCatalogNoon, UserId("o"), kHashA, "{\"n\":1}", "[1]"};
        Assessment newer = older;
        newer.json = "{\"n\":2}"; // same instant: the order of recording decides
        QVERIFY(f.catalog.addAssessment(older).ok());
        QVERIFY(f.catalog.addAssessment(newer).ok());
        QVERIFY(*f.catalog.assessment(id, AssessmentKind::Quality).value() == newer);
        QVERIFY(f.catalog.assessmentTime(id, AssessmentKind::Quality).value() == kCatalogNoon);
        QVERIFY(f.catalog.assessments(id, AssessmentKind::Quality).value() == (std::vector{older, newer}));
        QVERIFY(f.catalog.assessments(id, AssessmentKind::Profile).value().empty());
        Assessment stray = older;
        stray.dataset = DatasetId("DS-9");
        QVERIFY(!f.catalog.addAssessment(stray).ok());
    }

    void dataSetsOfOlderWorkspacesKeepTheUsualChoices() {
        store::Database database = store::Database::inMemory().value();
        QVERIFY(database.exec(schemaSql()).ok() && database.exec(schemaV2()).ok());
        QVERIFY(database
                    .exec("INSERT INTO dataset VALUES "
                          "('DS-1','old','','care','','/x.csv','csv','UTF-8',',','',1,'[]',"
                          "'','',1,'"
                          + kHashA + "',1,'[\"a\"]',0,'o',1,0)")
                    .ok());
        QVERIFY(database.exec(schemaV3()).ok());
        Catalog catalog(database);
        const auto old = catalog.find(DatasetId("DS-1")).value();
        QVERIFY(old.dialect == (SourceDialect{"csv", "UTF-8", ",", "", true, {}, "", ""}));
        auto fixed = database.exec("UPDATE dataset SET ragged = 'pad'");
        QVERIFY2(!fixed.ok(), "a choice is part of the registration");
    }

    void contentIsRenewedOneVersionAtATime() {
        CatalogFixture f;
        const DatasetId id("DS-1");
        const auto first = sampleDataset("DS-1", "first");
        QVERIFY(f.catalog.add(first).ok());
        QVERIFY(f.catalog.versions(id)->empty());
        auto next = first;
        next.version = 2;
        next.rows = first.rows + 5;
        next.sha256 = std::string(64, 'e');
        next.columns.push_back("one more");
        QVERIFY(f.catalog.renew(next, kCatalogNoon, UserId("o")).ok());
        QVERIFY(f.catalog.find(id).value() == next);
        const auto versions = f.catalog.versions(id).value();
        QCOMPARE(versions.size(), 1U);
        QCOMPARE(versions[0].version, 1);
        QCOMPARE(versions[0].sha256, first.sha256);
        QVERIFY(versions[0].columns == first.columns);
        QVERIFY(versions[0].renewedBy == UserId("o"));
        // neither leaping ahead nor changing what stands
        auto leap = next;
        leap.version = 4;
        QVERIFY(!f.catalog.renew(leap, kCatalogNoon, UserId("o")).ok());
        auto same = next;
        same.rows = 1;
        QVERIFY(!f.catalog.renew(same, kCatalogNoon, UserId("o")).ok());
        QVERIFY(f.catalog.find(id).value() == next);
    }

    void decisionsKeepTheirOrderAndNeedAReason() {
        CatalogFixture f;
        const DatasetId id("DS-1");
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "first")).ok());
        const ColumnDecision first{id, "c", "quasi", std::nullopt, "because", UserId("o"), kCatalogNoon};
        const ColumnDecision second{id,          "c",         "direct", "cn-resident-id", "looked again",
                                    UserId("p"), kCatalogNoon};
        QVERIFY(f.catalog.addDecision(first).ok());
        QVERIFY(f.catalog.addDecision(second).ok());
        QVERIFY(f.catalog.decisions(id).value() == (std::vector{first, second}));
        ColumnDecision silent = first;
        silent.reason.clear();
        QVERIFY(!f.catalog.addDecision(silent).ok());
    }

    void releasesAndPackagesComeNewestFirst() {
        CatalogFixture f;
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "first")).ok());
        QVERIFY(f.catalog.add(sampleDataset("DS-2", "second")).ok());
        const auto older = sampleRelease("RL-1", kCatalogNoon);
        const auto newer = sampleRelease("RL-2", kCatalogNoon + std::chrono::hours(1));
        QVERIFY(f.catalog.addRelease(newer).ok());
        QVERIFY(f.catalog.addRelease(older).ok());
        QVERIFY(f.catalog.releases().value() == (std::vector{newer, older}));
        QVERIFY(f.catalog.releases(DatasetId("DS-2")).value().empty());
        QCOMPARE(f.catalog.releaseCount(DatasetId("DS-1")).value(), 2U);
        QCOMPARE(f.catalog.releaseCount(DatasetId("DS-2")).value(), 0U);
        QVERIFY(*f.catalog.findRelease(ReleaseId("RL-1")) == older);
        QVERIFY(f.catalog.findRelease(ReleaseId("RL-3")).error().is(errors::kReleaseNotFound));

        const PackageRecord one{PackageId("PK-1"), RequestId("RQ-1"), PermitId("PM-1"), ReleaseId("RL-1"),
                                DatasetId("DS-1"), "/p.zip",          kHashA,           5,
                                "研究所",          kCatalogNoon,      UserId("c")};
        PackageRecord two = one;
        two.id = PackageId("PK-2");
        QVERIFY(f.catalog.addPackage(one).ok());
        QVERIFY(f.catalog.addPackage(two).ok());
        QVERIFY(f.catalog.packages().value() == (std::vector{two, one}));
    }

    void aDamagedEntryIsNamed() {
        CatalogFixture f;
        QVERIFY(f.catalog.add(sampleDataset("DS-1", "first")).ok());
        QVERIFY(f.database.exec("DROP TRIGGER dataset_renewed; UPDATE dataset SET columns = '[1]'").ok());
        const auto found = f.catalog.find(DatasetId("DS-1"));
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code(), errors::kCatalogDamaged.name);
        QCOMPARE(found.error().args().front(), std::string("DS-1"));
    }
};

} // namespace

MANGROVE_TEST(CatalogTest)
#include "catalog_test.moc"
