// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handoff/handoff_fixture.h"
#include "support/test_registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace mangrove;
using mangrove::test::HandoffFixture;

/// The descriptions, read with another JSON parser than the one that wrote them.
class PackageJsonTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_files = test::filesOf(m_fixture.build().path); }

    void dataPackage() {
        const QJsonObject package = parse("data/datapackage.json");
        QCOMPARE(package["id"].toString(), QString("urn:mangrove:package:PK-00000001"));
        const QJsonObject resource = package["resources"].toArray().at(0).toObject();
        QCOMPARE(resource["path"].toString(), QString("payload/visits.csv"));
        QCOMPARE(resource["hash"].toString(), QString::fromStdString("sha256:" + m_fixture.payloadSha256));
        QCOMPARE(resource["bytes"].toInt(), int(m_fixture.csv.size()));
        QCOMPARE(resource["schema"].toObject()["fields"].toArray().size(), 3);
        QVERIFY(package["licenses"].isArray());
        QVERIFY(package["contributors"].toArray().at(0).toObject()["roles"].isArray());
    }

    void dataPackageAgainstItsSchema() {
        const auto schema = test::sharedDir() / "vectors/frictionless/datapackage-2.0.json";
        if (test::sharedDir().empty() || !std::filesystem::exists(schema))
            QSKIP("the shared vectors are absent");
        const auto file = m_fixture.dir.write("datapackage.json", m_files.at("data/datapackage.json"));
        QProcess python;
        python.start("python3",
                     {"-c",
                      "import sys, json\n"
                      "try:\n import jsonschema\nexcept ImportError:\n sys.exit(77)\n"
                      "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
                      QString::fromStdString(file.string()), QString::fromStdString(schema.string())});
        if (!python.waitForFinished() || python.exitCode() == 77)
            QSKIP("python3 with jsonschema is not installed");
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    }

    void croissant() {
        const QJsonObject dataset = parse("data/croissant.json");
        for (const char* key : {"@context", "@type", "conformsTo", "name", "description", "license", "url",
                                "creator", "datePublished"})
            QVERIFY2(dataset.contains(key), key);
        QCOMPARE(dataset["conformsTo"].toString(), QString("http://mlcommons.org/croissant/1.1"));
        const QJsonObject file = dataset["distribution"].toArray().at(0).toObject();
        QCOMPARE(file["sha256"].toString(), QString::fromStdString(m_fixture.payloadSha256));
        QCOMPARE(dataset["recordSet"].toArray().at(0).toObject()["field"].toArray().size(), 3);
        QCOMPARE(dataset["usageInfo"].toArray().at(0).toObject()["@id"].toString(),
                 QString("http://purl.obolibrary.org/obo/DUO_0000006"));
    }

    void roCrate() {
        const QJsonObject crate = parse("data/ro-crate-metadata.json");
        QCOMPARE(crate["@context"].toString(), QString("https://w3id.org/ro/crate/1.2/context"));
        QMap<QString, QJsonObject> entities;
        for (const auto& entity : crate["@graph"].toArray()) {
            const QString id = entity.toObject()["@id"].toString();
            QVERIFY2(!entities.contains(id), qPrintable(id));
            entities[id] = entity.toObject();
        }
        QCOMPARE(entities["ro-crate-metadata.json"]["about"].toObject()["@id"].toString(), QString("./"));
        for (const char* key : {"name", "description", "datePublished", "license", "hasPart"})
            QVERIFY2(entities["./"].contains(key), key);
        std::size_t described = 0;
        for (const auto& part : entities["./"]["hasPart"].toArray()) {
            const QString id = part.toObject()["@id"].toString();
            QVERIFY2(m_files.contains("data/" + id.toStdString()), qPrintable(id));
            QCOMPARE(entities[id]["sha256"].toString().toStdString(),
                     toHex(crypto::sha256(m_files.at("data/" + id.toStdString()))));
            ++described;
        }
        std::size_t inData = 0;
        for (const auto& [path, bytes] : m_files)
            inData += path.starts_with("data/") ? 1 : 0;
        QCOMPARE(described, inData - 1); // all but the crate's own file
    }

    /// Every term is an IRI or has the prefix its context declares: short ODRL terms vanish on expansion.
    void odrl() {
        const QJsonObject policy = parse("data/policy/odrl.json");
        QCOMPARE(policy["@type"].toString(), QString("odrl:Agreement"));
        QCOMPARE(policy["@context"].toObject()["odrl"].toString(), QString("http://www.w3.org/ns/odrl/2/"));
        for (const QString& key : policy.keys())
            QVERIFY2(key.startsWith('@') || key.contains(':'), qPrintable(key));
        const auto permission = policy["odrl:permission"].toArray().at(0).toObject();
        QCOMPARE(permission["odrl:constraint"].toArray().size(), 3);
        QCOMPARE(permission["odrl:constraint"]
                     .toArray()
                     .at(0)
                     .toObject()["odrl:rightOperand"]
                     .toObject()["@value"]
                     .toString(),
                 QString("2027-05-23T00:00:00.000Z"));
        QCOMPARE(policy["odrl:prohibition"].toArray().size(), 2);
        const auto duty = policy["odrl:obligation"].toArray().at(0).toObject();
        QCOMPARE(duty["odrl:action"].toObject()["@id"].toString(), QString("odrl:delete"));
        QCOMPARE(duty["odrl:constraint"]
                     .toArray()
                     .at(0)
                     .toObject()["odrl:rightOperand"]
                     .toObject()["@value"]
                     .toString(),
                 QString("2027-06-22T00:00:00.000Z"));
        const QJsonObject toBind = parse("data/policy/to-bind.json");
        QVERIFY(toBind["actions"].toArray().contains("http://www.w3.org/ns/odrl/2/delete"));
        QVERIFY(toBind["actions"].toArray().contains("urn:mangrove:action:reidentify"));
        QVERIFY(toBind["leftOperands"].toArray().contains("http://www.w3.org/ns/odrl/2/purpose"));
    }

private:
    QJsonObject parse(const char* path) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(m_files.at(path)), &error);
        if (!document.isObject())
            qFatal("%s: %s", path, qPrintable(error.errorString()));
        return document.object();
    }

    HandoffFixture m_fixture;
    std::map<std::string, std::string> m_files;
};

MANGROVE_TEST(PackageJsonTest)
#include "package_json_test.moc"
