// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity_fixture.h"
#include "crypto/cms.h"
#include "crypto/errors.h"
#include "identity/errors.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::identity;
using mangrove::identity::testing::codeOf;
using mangrove::identity::testing::IdentityFixture;
using mangrove::identity::testing::words;

/// Founding an organisation, adding people, logging in.
class UserDirectoryTest : public QObject {
    Q_OBJECT
private slots:
    void foundingMakesAuthorityAndAdministrator();
    void foundingIsOnce();
    void foundingFailsWhole();
    void addedUsersCanSign();
    void badUsersAreRefused_data();
    void badUsersAreRefused();
    void onlyAdministratorsAdd();
    void wrongPassphrasesAreRefused();
    void passphraseCanBeChanged();
    void disabledUsersCannotUnlock();
    void theLastAdministratorStays();
    void rolesCanBeSet();
    void exchangedRecordsAreNoticed();
    void recordsArePermanent();
    void nothingSecretIsStoredOpenly();
    void secondAdministratorCanAdd();
    void laterAdministratorNeedsTheGrant();
};

void UserDirectoryTest::foundingMakesAuthorityAndAdministrator() {
    IdentityFixture fixture;
    const auto info = fixture.organisation.info();
    QVERIFY(info.ok());
    QCOMPARE(info->name, std::string("海南示例医院"));
    QVERIFY(info->founded == fixture.clock.now());
    const auto authority = crypto::Certificate::fromPem(info->authorityPem);
    QVERIFY(authority->isAuthority());
    QCOMPARE(authority->subject().commonName, std::string("海南示例医院 CA"));
    QCOMPARE(fixture.admin.certificate.issuer(), authority->subject());
    const auto users = fixture.directory.list();
    QCOMPARE(users->size(), std::size_t{1});
    QVERIFY(users->front() == fixture.admin.user);
    QVERIFY(users->front().has(Role::Admin));
    QVERIFY(*fixture.vault.permitted(kAuthorityVault) == std::vector<UserId>{UserId("zhao")});
}

void UserDirectoryTest::foundingIsOnce() {
    IdentityFixture fixture;
    QCOMPARE(codeOf(fixture.organisation.found("另一家", {UserId("qian"), "钱", {Role::Admin}},
                                               words("long enough"))),
             std::string("organisation-exists"));
}

void UserDirectoryTest::foundingFailsWhole() {
    FixedClock clock{Instant(std::chrono::seconds(1795425120))};
    SeededRandom random(1);
    auto database = store::Database::inMemory();
    const std::array steps{store::Migration{1, "identity", schemaV1()}};
    QVERIFY(store::migrate(*database, steps, {}).ok());
    Organisation organisation(*database, clock, random, crypto::ScryptCost::cheap());
    QCOMPARE(codeOf(organisation.info()), std::string("organisation-missing"));
    const NewUser admin{UserId("zhao"), "赵敏", {Role::Admin}};
    QCOMPARE(codeOf(organisation.found("医院", admin, words("short"))), std::string("passphrase-too-short"));
    QCOMPARE(
        codeOf(organisation.found("医院", {UserId("zhao"), "赵", {Role::Auditor}}, words("long enough"))),
        std::string("role-needed"));
    QCOMPARE(codeOf(organisation.found("医院", {UserId("zhao"), "赵", {Role::Admin, Role::Decider}},
                                       words("long enough"))),
             std::string("roles-conflict"));
    QCOMPARE(codeOf(organisation.found("", admin, words("long enough"))), std::string("display-name-bad"));
    QCOMPARE(codeOf(organisation.info()), std::string("organisation-missing"));
    QVERIFY(UserDirectory(*database, clock, random).list()->empty());
    QCOMPARE(codeOf(organisation.found("医院", admin, words("long enough"))), std::string("ok"));
}

void UserDirectoryTest::addedUsersCanSign() {
    IdentityFixture fixture;
    const auto user = fixture.add("wang", {Role::Decider});
    QCOMPARE(user.displayName, std::string("员工 wang"));
    QVERIFY(user.enabled);
    const auto signer = fixture.unlock("wang");
    QVERIFY(signer.user == user);
    QCOMPARE(signer.certificate.subject().organisationalUnit, std::string("decider"));
    const std::string content = "what was decided";
    const auto p7s = crypto::signDetachedCades(asBytes(content), signer.signingKey, signer.certificate, {},
                                               fixture.clock.now());
    const auto proof = crypto::verifyDetached(*p7s, asBytes(content),
                                              fixture.organisation.info()->authorityPem, fixture.clock.now());
    QVERIFY2(proof.ok(), proof.ok() ? "" : proof.error().message().c_str());
    QCOMPARE(proof->subject.userId, std::string("wang"));
    const auto signature = signer.checkpointKey.sign(asBytes(content));
    QVERIFY(crypto::verifyCheckpointSignature(user.checkpointKey, asBytes(content), *signature));
    QVERIFY(*fixture.directory.find(UserId("wang")) == user);
    QCOMPARE(codeOf(fixture.directory.find(UserId("nobody"))), std::string("user-not-found"));
}

void UserDirectoryTest::badUsersAreRefused_data() {
    QTest::addColumn<std::string>("id");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("passphrase");
    QTest::addColumn<std::string>("code");
    const std::string good = "long enough";
    QTest::newRow("fine") << std::string("li") << std::string("李") << good << std::string("ok");
    QTest::newRow("eight characters")
        << std::string("li") << std::string("李") << std::string("一二三四五六七八") << std::string("ok");
    QTest::newRow("seven characters") << std::string("li") << std::string("李")
                                      << std::string("一二三四五六七") << std::string("passphrase-too-short");
    QTest::newRow("taken") << std::string("zhao") << std::string("赵") << good << std::string("user-exists");
    QTest::newRow("capital") << std::string("Li") << std::string("李") << good << std::string("user-id-bad");
    QTest::newRow("empty id") << std::string() << std::string("李") << good << std::string("user-id-bad");
    QTest::newRow("digit first") << std::string("1li") << std::string("李") << good
                                 << std::string("user-id-bad");
    QTest::newRow("long id") << std::string(33, 'a') << std::string("李") << good
                             << std::string("user-id-bad");
    QTest::newRow("slash") << std::string("a/b") << std::string("李") << good << std::string("user-id-bad");
    QTest::newRow("empty name") << std::string("li") << std::string("  ") << good
                                << std::string("display-name-bad");
    QTest::newRow("long name") << std::string("li") << std::string(65, 'x') << good
                               << std::string("display-name-bad");
    QTest::newRow("line break") << std::string("li") << std::string("a\nb") << good
                                << std::string("display-name-bad");
    QTest::newRow("no UTF-8") << std::string("li") << std::string("\xFF") << good
                              << std::string("display-name-bad");
}

void UserDirectoryTest::badUsersAreRefused() {
    QFETCH(std::string, id);
    QFETCH(std::string, name);
    QFETCH(std::string, passphrase);
    QFETCH(std::string, code);
    IdentityFixture fixture;
    QCOMPARE(codeOf(fixture.directory.add({UserId(id), name, {Role::Applicant}}, words(passphrase),
                                          fixture.admin)),
             code);
    QCOMPARE(fixture.directory.list()->size(), std::size_t(code == "ok" ? 2 : 1));
}

void UserDirectoryTest::onlyAdministratorsAdd() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::Decider});
    const auto wang = fixture.unlock("wang");
    const NewUser wanted{UserId("li"), "李", {Role::Applicant}};
    QCOMPARE(codeOf(fixture.directory.add(wanted, words("long enough"), wang)), std::string("role-needed"));
    QCOMPARE(codeOf(fixture.directory.disable(UserId("zhao"), wang)), std::string("role-needed"));
    QCOMPARE(codeOf(fixture.directory.enable(UserId("zhao"), wang)), std::string("role-needed"));
    QCOMPARE(codeOf(fixture.directory.setRoles(UserId("wang"), {Role::Admin}, wang)),
             std::string("role-needed"));
    // A role that was taken away counts at once, whatever an older login says.
    fixture.add("sun", {Role::Admin});
    const auto sun = fixture.unlock("sun");
    QCOMPARE(codeOf(fixture.directory.setRoles(UserId("sun"), {Role::Auditor}, fixture.admin)),
             std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.add(wanted, words("long enough"), sun)), std::string("role-needed"));
}

void UserDirectoryTest::wrongPassphrasesAreRefused() {
    IdentityFixture fixture;
    for (const char* wrong : {"", "admin passphras", "admin passphrase ", "Admin passphrase"})
        QCOMPARE(codeOf(fixture.directory.unlock(UserId("zhao"), words(wrong))),
                 std::string("wrong-passphrase"));
    QCOMPARE(codeOf(fixture.directory.unlock(UserId("zhao"), words("admin passphrase"))), std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.unlock(UserId("nobody"), words("admin passphrase"))),
             std::string("user-not-found"));
}

void UserDirectoryTest::passphraseCanBeChanged() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::Decider});
    const UserId wang("wang");
    QCOMPARE(codeOf(fixture.directory.changePassphrase(wang, words("not hers"), words("a new one!"))),
             std::string("wrong-passphrase"));
    QCOMPARE(codeOf(fixture.directory.changePassphrase(wang, words("wang passphrase"), words("new"))),
             std::string("passphrase-too-short"));
    const auto before = fixture.unlock("wang");
    QCOMPARE(codeOf(fixture.directory.changePassphrase(wang, words("wang passphrase"), words("a new one!"))),
             std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.unlock(wang, words("wang passphrase"))),
             std::string("wrong-passphrase"));
    const auto after = fixture.directory.unlock(wang, words("a new one!"));
    QCOMPARE(codeOf(after), std::string("ok"));
    QVERIFY(after->userKey == before.userKey);
    QVERIFY(*after->signingKey.publicKeyDer() == *before.signingKey.publicKeyDer());
    // Her vault grants still open.
    QCOMPARE(codeOf(fixture.vault.createVault(kDeidVault, *after)), std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.changePassphrase(wang, words("a new one!"), words("a third one"))),
             std::string("ok"));
    const auto third = fixture.directory.unlock(wang, words("a third one"));
    QCOMPARE(codeOf(fixture.vault.openOrMake(kDeidVault, "pseudonym", 32, *third)), std::string("ok"));
}

void UserDirectoryTest::disabledUsersCannotUnlock() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::Decider});
    const UserId wang("wang");
    QCOMPARE(codeOf(fixture.directory.disable(wang, fixture.admin)), std::string("ok"));
    QVERIFY(!fixture.directory.find(wang)->enabled);
    QCOMPARE(codeOf(fixture.directory.unlock(wang, words("wang passphrase"))), std::string("user-disabled"));
    QCOMPARE(codeOf(fixture.directory.enable(wang, fixture.admin)), std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.unlock(wang, words("wang passphrase"))), std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.disable(UserId("nobody"), fixture.admin)),
             std::string("user-not-found"));
}

void UserDirectoryTest::theLastAdministratorStays() {
    IdentityFixture fixture;
    const UserId zhao("zhao");
    QCOMPARE(codeOf(fixture.directory.disable(zhao, fixture.admin)), std::string("last-admin"));
    QCOMPARE(codeOf(fixture.directory.setRoles(zhao, {Role::Auditor}, fixture.admin)),
             std::string("last-admin"));
    fixture.add("sun", {Role::Admin});
    QCOMPARE(codeOf(fixture.directory.disable(zhao, fixture.admin)), std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.enable(zhao, fixture.admin)), std::string("user-disabled"));
    QCOMPARE(codeOf(fixture.directory.enable(zhao, fixture.unlock("sun"))), std::string("ok"));
}

void UserDirectoryTest::rolesCanBeSet() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::Decider});
    const UserId wang("wang");
    QCOMPARE(codeOf(fixture.directory.setRoles(wang, {Role::DataOfficer, Role::Custodian}, fixture.admin)),
             std::string("ok"));
    QVERIFY(fixture.directory.find(wang)->roles == std::set<Role>({Role::DataOfficer, Role::Custodian}));
    QCOMPARE(
        codeOf(fixture.directory.setRoles(wang, {Role::DataOfficer, Role::PrivacyReviewer}, fixture.admin)),
        std::string("roles-conflict"));
    QCOMPARE(codeOf(requireRole(*fixture.directory.find(wang), Role::Custodian)), std::string("ok"));
    QCOMPARE(codeOf(requireRole(*fixture.directory.find(wang), Role::Decider)), std::string("role-needed"));
}

void UserDirectoryTest::exchangedRecordsAreNoticed() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::Decider});
    fixture.add("li", {Role::Applicant});
    QVERIFY(fixture.database.exec("DROP TRIGGER app_user_update").ok());
    const auto copy = [&](const char* column) {
        return fixture.database
            .exec(std::string("UPDATE app_user SET ") + column + "=(SELECT " + column
                  + " FROM app_user WHERE id='li') WHERE id='wang'")
            .ok();
    };
    const auto codeAfter = [&](const char* column) {
        auto savepoint = fixture.database.begin();
        return copy(column) ? codeOf(fixture.directory.unlock(UserId("wang"), words("wang passphrase")))
                            : std::string("no update");
    };
    QCOMPARE(codeAfter("user_key_box"), std::string("sealed-box-purpose"));
    QCOMPARE(codeAfter("signing_key_box"), std::string("sealed-box-purpose"));
    QCOMPARE(codeAfter("certificate_pem"), std::string("identity-record-damaged"));
    QCOMPARE(codeAfter("checkpoint_key"), std::string("identity-record-damaged"));
    QCOMPARE(codeAfter("display_name"), std::string("identity-record-damaged"));
    QCOMPARE(codeAfter("enabled"), std::string("ok"));
}

void UserDirectoryTest::recordsArePermanent() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::Decider});
    for (const char* sql : {"DELETE FROM app_user WHERE id='wang'", "UPDATE app_user SET certificate_pem='x'",
                            "UPDATE app_user SET id='x' WHERE id='wang'",
                            "INSERT OR REPLACE INTO app_user SELECT * FROM app_user WHERE id='wang'",
                            "DELETE FROM organisation", "UPDATE organisation SET name='x'",
                            "DELETE FROM vault_secret", "UPDATE vault_secret SET box=''"})
        QCOMPARE(codeOf(fixture.database.exec(sql)), std::string("identity-permanent"));
}

void UserDirectoryTest::nothingSecretIsStoredOpenly() {
    // The whole file is searched for the passphrase and the raw keys.
    test::TempDir dir;
    IdentityFixture fixture;
    fixture.add("wang", {Role::Decider});
    const auto signer = fixture.unlock("wang");
    QVERIFY(fixture.database.run("VACUUM INTO ?", (dir / "copy.db").string()).ok());
    const auto bytes = test::readAll(dir / "copy.db");
    QVERIFY(bytes.find("app_user") != std::string::npos);
    QVERIFY(bytes.find("员工 wang") != std::string::npos);
    QVERIFY(bytes.find("wang passphrase") == std::string::npos);
    const auto key = signer.signingKey.toPkcs8Der();
    for (const auto secret : {signer.userKey.view(), key->view().subspan(36, 32)}) {
        QVERIFY(bytes.find(asText(secret)) == std::string::npos);
        QVERIFY(bytes.find(toHex(secret)) == std::string::npos);
        QVERIFY(bytes.find(toBase64(secret).substr(0, 40)) == std::string::npos);
    }
}

void UserDirectoryTest::secondAdministratorCanAdd() {
    IdentityFixture fixture;
    fixture.add("sun", {Role::Admin});
    const auto sun = fixture.unlock("sun");
    QCOMPARE(
        codeOf(fixture.directory.add({UserId("li"), "李", {Role::Applicant}}, words("long enough"), sun)),
        std::string("ok"));
}

void UserDirectoryTest::laterAdministratorNeedsTheGrant() {
    IdentityFixture fixture;
    fixture.add("sun", {Role::DataOfficer});
    QCOMPARE(codeOf(fixture.directory.setRoles(UserId("sun"), {Role::Admin}, fixture.admin)),
             std::string("ok"));
    auto sun = fixture.unlock("sun");
    const NewUser wanted{UserId("li"), "李", {Role::Applicant}};
    QCOMPARE(codeOf(fixture.directory.add(wanted, words("long enough"), sun)),
             std::string("vault-not-granted"));
    // Only zhao holds the authority's vault: she cannot be sent away before somebody else does.
    QCOMPARE(codeOf(fixture.directory.setRoles(UserId("zhao"), {Role::Auditor}, sun)),
             std::string("vault-last-holder"));
    QCOMPARE(codeOf(fixture.vault.grant(kAuthorityVault, fixture.admin, sun)), std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.add(wanted, words("long enough"), sun)), std::string("ok"));
    QCOMPARE(codeOf(fixture.directory.setRoles(UserId("zhao"), {Role::Auditor}, sun)), std::string("ok"));
    QVERIFY(*fixture.vault.permitted(kAuthorityVault) == std::vector<UserId>{UserId("sun")});
}

MANGROVE_TEST(UserDirectoryTest)
#include "user_directory_test.moc"
