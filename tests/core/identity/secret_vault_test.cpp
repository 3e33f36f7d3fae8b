// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity_fixture.h"
#include "identity/errors.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::identity;
using mangrove::identity::testing::codeOf;
using mangrove::identity::testing::IdentityFixture;

/// Vaults, grants and secrets.
class SecretVaultTest : public QObject {
    Q_OBJECT
private slots:
    void secretsComeBack();
    void onlyTheGrantedOpen();
    void grantsCanBeGivenAndTaken();
    void secretsAreNeverOverwritten();
    void openOrMakeMakesOnce();
    void alteredBoxesAreNoticed();
    void badNamesAreRefused();
};

void SecretVaultTest::secretsComeBack() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::DataOfficer});
    const auto wang = fixture.unlock("wang");
    QCOMPARE(codeOf(fixture.vault.createVault(kDeidVault, wang)), std::string("ok"));
    QCOMPARE(codeOf(fixture.vault.createVault(kDeidVault, wang)), std::string("vault-exists"));
    QVERIFY(*fixture.vault.hasVault(kDeidVault));
    QVERIFY(!*fixture.vault.hasVault("other"));
    const auto secret = crypto::SecretBytes::copyOf(asBytes("thirty-two bytes of pseudonym key"));
    QCOMPARE(codeOf(fixture.vault.store(kDeidVault, "pseudonym", secret, wang)), std::string("ok"));
    const auto opened = fixture.vault.openSecret("pseudonym", wang);
    QCOMPARE(codeOf(opened), std::string("ok"));
    QVERIFY(*opened == secret);
    QVERIFY(*fixture.vault.names(kDeidVault) == std::vector<std::string>{"pseudonym"});
    QCOMPARE(codeOf(fixture.vault.openSecret("date-shift", wang)), std::string("secret-not-found"));
}

void SecretVaultTest::onlyTheGrantedOpen() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::DataOfficer});
    fixture.add("li", {Role::Decider});
    const auto wang = fixture.unlock("wang");
    const auto li = fixture.unlock("li");
    QVERIFY(fixture.vault.createVault(kDeidVault, wang).ok());
    const auto secret = crypto::SecretBytes::copyOf(asBytes("key"));
    QVERIFY(fixture.vault.store(kDeidVault, "pseudonym", secret, wang).ok());
    QCOMPARE(codeOf(fixture.vault.openSecret("pseudonym", li)), std::string("vault-not-granted"));
    QCOMPARE(codeOf(fixture.vault.openSecret("pseudonym", fixture.admin)), std::string("vault-not-granted"));
    QCOMPARE(codeOf(fixture.vault.openSecret(kAuthorityKey, wang)), std::string("vault-not-granted"));
    QCOMPARE(codeOf(fixture.vault.store(kDeidVault, "other", secret, li)), std::string("vault-not-granted"));
    QCOMPARE(codeOf(fixture.vault.store("nowhere", "other", secret, li)), std::string("vault-not-found"));
    QCOMPARE(codeOf(fixture.vault.grant(kDeidVault, li, li)), std::string("vault-not-granted"));
    // A row copied from the granted person does not help: it is sealed for her, in her name.
    QVERIFY(fixture.database
                .exec("INSERT INTO vault_grant SELECT vault,'li',box,granted,granted_by FROM vault_grant "
                      "WHERE vault='deid'")
                .ok());
    QCOMPARE(codeOf(fixture.vault.openSecret("pseudonym", li)), std::string("sealed-box-purpose"));
}

void SecretVaultTest::grantsCanBeGivenAndTaken() {
    IdentityFixture fixture;
    fixture.add("wang", {Role::DataOfficer});
    fixture.add("chen", {Role::Custodian});
    const auto wang = fixture.unlock("wang");
    const auto chen = fixture.unlock("chen");
    QVERIFY(fixture.vault.createVault(kDeidVault, wang).ok());
    QVERIFY(
        fixture.vault.store(kDeidVault, "pseudonym", crypto::SecretBytes::copyOf(asBytes("key")), wang).ok());
    QCOMPARE(codeOf(fixture.vault.grant(kDeidVault, wang, chen)), std::string("ok"));
    QCOMPARE(codeOf(fixture.vault.grant(kDeidVault, wang, chen)), std::string("ok"));
    QCOMPARE(fixture.vault.permitted(kDeidVault)->size(), std::size_t{2});
    QVERIFY(*fixture.vault.openSecret("pseudonym", chen) == *fixture.vault.openSecret("pseudonym", wang));
    QCOMPARE(codeOf(fixture.vault.revoke(kDeidVault, UserId("wang"), chen)), std::string("ok"));
    QCOMPARE(codeOf(fixture.vault.openSecret("pseudonym", wang)), std::string("vault-not-granted"));
    QCOMPARE(codeOf(fixture.vault.revoke(kDeidVault, UserId("chen"), wang)),
             std::string("vault-not-granted"));
    QCOMPARE(codeOf(fixture.vault.revoke(kDeidVault, UserId("chen"), chen)),
             std::string("vault-last-holder"));
}

void SecretVaultTest::secretsAreNeverOverwritten() {
    IdentityFixture fixture;
    QVERIFY(fixture.vault.createVault(kDeidVault, fixture.admin).ok());
    const auto first = crypto::SecretBytes::copyOf(asBytes("first"));
    QVERIFY(fixture.vault.store(kDeidVault, "pseudonym", first, fixture.admin).ok());
    QCOMPARE(codeOf(fixture.vault.store(kDeidVault, "pseudonym",
                                        crypto::SecretBytes::copyOf(asBytes("second")), fixture.admin)),
             std::string("secret-exists"));
    QVERIFY(*fixture.vault.openSecret("pseudonym", fixture.admin) == first);
}

void SecretVaultTest::openOrMakeMakesOnce() {
    IdentityFixture fixture;
    QVERIFY(fixture.vault.createVault(kDeidVault, fixture.admin).ok());
    const auto made = fixture.vault.openOrMake(kDeidVault, "date-shift", 32, fixture.admin);
    QCOMPARE(codeOf(made), std::string("ok"));
    QCOMPARE(made->size(), std::size_t{32});
    QVERIFY(*fixture.vault.openOrMake(kDeidVault, "date-shift", 32, fixture.admin) == *made);
    fixture.add("li", {Role::Decider});
    QCOMPARE(codeOf(fixture.vault.openOrMake(kDeidVault, "date-shift", 32, fixture.unlock("li"))),
             std::string("vault-not-granted"));
}

void SecretVaultTest::alteredBoxesAreNoticed() {
    IdentityFixture fixture;
    QVERIFY(fixture.vault.createVault(kDeidVault, fixture.admin).ok());
    QVERIFY(fixture.vault.openOrMake(kDeidVault, "pseudonym", 32, fixture.admin).ok());
    QVERIFY(fixture.vault.openOrMake(kDeidVault, "date-shift", 32, fixture.admin).ok());
    QVERIFY(fixture.database.exec("DROP TRIGGER vault_secret_update").ok());
    QVERIFY(fixture.database
                .exec("UPDATE vault_secret SET box=(SELECT box FROM vault_secret WHERE name='date-shift') "
                      "WHERE name='pseudonym'")
                .ok());
    QCOMPARE(codeOf(fixture.vault.openSecret("pseudonym", fixture.admin)), std::string("sealed-box-purpose"));
    QVERIFY(fixture.database
                .exec("UPDATE vault_secret SET box=replace(box,'\"data\":\"','\"data\":\"AAAA') WHERE "
                      "name='date-shift'")
                .ok());
    QCOMPARE(codeOf(fixture.vault.openSecret("date-shift", fixture.admin)),
             std::string("sealed-box-damaged"));
    // Sealed anew under another key, as a forger would: the right vault key does not open it.
    SeededRandom random(1);
    const auto forged = crypto::sealWithKey(
        asBytes("known to the forger"), crypto::SecretBytes::random(32, random), random, "secret pseudonym");
    QVERIFY(fixture.database.run("UPDATE vault_secret SET box=? WHERE name='pseudonym'", *forged).ok());
    QCOMPARE(codeOf(fixture.vault.openSecret("pseudonym", fixture.admin)),
             std::string("identity-record-damaged"));
}

void SecretVaultTest::badNamesAreRefused() {
    IdentityFixture fixture;
    for (const std::string& name :
         {std::string(), std::string("Deid"), std::string("a b"), std::string(65, 'a'), std::string("密")})
        QCOMPARE(codeOf(fixture.vault.createVault(name, fixture.admin)), std::string("bad-option"));
}

MANGROVE_TEST(SecretVaultTest)
#include "secret_vault_test.moc"
