// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/errors.h"
#include "authorization/permit.h"
#include "core/authorization/authorization_fixture.h"
#include "crypto/cms.h"
#include "crypto/sha256.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::authorization;

namespace {

std::string replacedOnce(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos)
        qFatal("'%s' is not in the text", from.c_str());
    return text.replace(at, from.size(), to);
}

} // namespace

class PermitTest : public QObject {
    Q_OBJECT

private slots:
    void permitSaysWhatWasDecided() {
        test::AuthorizationFixture f;
        const RequestId id = f.active();
        const Permit permit = test::must(f.authorization->permit(id));
        const PermitFacts facts = test::must(readPermit(permit.document.text));
        QCOMPARE(facts.id, permit.id.text());
        QCOMPARE(facts.request, id.text());
        QCOMPARE(facts.dataset, std::string("DS-00000001"));
        QCOMPARE(facts.releaseSha256, std::string(64, 'a'));
        QCOMPARE(facts.applicant, std::string("lin"));
        QCOMPARE(facts.issued, f.clock.now());
        QCOMPARE(facts.validUntil, test::at("2027-05-23"));
        QCOMPARE(facts.decidersNeeded, 1);
        QCOMPARE(facts.decisions.size(), std::size_t{1});
        QCOMPARE(facts.decisions[0].decider, std::string("zhao"));
        QCOMPARE(facts.decisions[0].sha256, toHex(crypto::sha256(permit.decisions[0].text)));
        const DecisionFacts decision = test::must(readDecision(permit.decisions[0].text));
        QVERIFY(decision.approve);
        QCOMPARE(decision.decider, std::string("zhao"));
        QCOMPARE(decision.releaseSha256, std::string(64, 'a'));
    }

    void textIsExactAndDeterministic() {
        test::AuthorizationFixture one;
        test::AuthorizationFixture two;
        const std::string first = test::must(one.authorization->permit(one.active())).document.text;
        const std::string second = test::must(two.authorization->permit(two.active())).document.text;
        QCOMPARE(first, second);
        QVERIFY(first.starts_with("{\n  \"applicant\": \"lin\",\n"));
        QVERIFY(first.ends_with("}\n"));
    }

    void signatureCoversTheText() {
        test::AuthorizationFixture f;
        const Permit permit = test::must(f.authorization->permit(f.active()));
        for (const SignedText* document : {&permit.document, &permit.decisions[0]}) {
            const auto signer = test::must(crypto::verifyDetached(
                document->signature, asBytes(document->text), f.people.caPem(), f.clock.now()));
            QCOMPARE(signer.subject.userId, std::string("zhao"));
            std::string changed = document->text;
            changed[changed.size() / 2] ^= 1;
            QVERIFY(!crypto::verifyDetached(document->signature, asBytes(changed), f.people.caPem(),
                                            f.clock.now()));
        }
    }

    void malformed_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no object") << "{\n  \"applicant\""
                                   << "[\n  \"applicant\"";
        QTest::newRow("other format") << "\"permit\": 1"
                                      << "\"permit\": 2";
        QTest::newRow("key twice") << "\"permit\": 1"
                                   << "\"permit\": 1, \"permit\": 1";
        QTest::newRow("no id") << "\"id\": \"PM"
                               << "\"no\": \"PM";
        QTest::newRow("bad digest") << "aaaaaaaa"
                                    << "xaaaaaaa";
        QTest::newRow("bad time") << "2027-05-23T"
                                  << "2027-02-30T";
        QTest::newRow("no decisions") << "\"decisions\""
                                      << "\"decision\"";
        QTest::newRow("deciders as text") << "\"decidersNeeded\": 1"
                                          << "\"decidersNeeded\": \"1\"";
        QTest::newRow("deciders negative") << "\"decidersNeeded\": 1"
                                           << "\"decidersNeeded\": -1";
    }

    void malformed() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        test::AuthorizationFixture f;
        const std::string text = test::must(f.authorization->permit(f.active())).document.text;
        QVERIFY(readPermit(text).ok());
        QVERIFY(!readPermit(replacedOnce(text, from.toStdString(), to.toStdString())).ok());
    }

    void hostileJson() {
        QVERIFY(!readPermit("").ok());
        QVERIFY(!readPermit(std::string(100000, '[')).ok());
        QVERIFY(!readPermit("{\"permit\":1,\"a\":" + std::string(50, '[') + std::string(50, ']') + "}").ok());
        QVERIFY(!readDecision("{\"decision\":1}").ok());
    }
};

MANGROVE_TEST(PermitTest)
#include "permit_test.moc"
