// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/errors.h"
#include "identity/role.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::identity;

/// Role names and what one person must not be at once.
class RoleTest : public QObject {
    Q_OBJECT
private slots:
    void namesReadBack();
    void unknownNamesAreRefused();
    void conflictsAreRefusedBothWays();
    void harmlessCombinationsPass();
};

void RoleTest::namesReadBack() {
    QCOMPARE(allRoles().size(), std::size_t{7});
    std::set<Role> all;
    for (const Role role : allRoles()) {
        QVERIFY(*parseRole(roleName(role)) == role);
        all.insert(role);
    }
    QCOMPARE(std::string(roleName(Role::PrivacyReviewer)), std::string("privacy-reviewer"));
    QCOMPARE(rolesToText(all),
             std::string("admin,applicant,auditor,custodian,data-officer,decider,privacy-reviewer"));
    QVERIFY(*rolesFromText(rolesToText(all)) == all);
    QVERIFY(rolesFromText("")->empty());
    QVERIFY(*rolesFromText("decider, admin") == std::set<Role>({Role::Admin, Role::Decider}));
}

void RoleTest::unknownNamesAreRefused() {
    for (const char* name : {"", "Admin", "root", "admin,"})
        QVERIFY2(!parseRole(name).ok(), name);
    const auto refused = rolesFromText("admin,king");
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(errors::kUnknownRole));
    QVERIFY(refused.error().message().find("privacy-reviewer") != std::string::npos);
}

void RoleTest::conflictsAreRefusedBothWays() {
    QVERIFY(roleConflicts().size() >= 9);
    for (const auto& conflict : roleConflicts()) {
        const auto refused = checkSeparation({conflict.second, conflict.first});
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().is(errors::kRolesConflict));
        QVERIFY(checkSeparation({conflict.first}).ok());
        QVERIFY(checkSeparation({conflict.second}).ok());
    }
}

void RoleTest::harmlessCombinationsPass() {
    QVERIFY(checkSeparation({}).ok());
    QVERIFY(checkSeparation({Role::Admin, Role::DataOfficer, Role::Custodian}).ok());
    QVERIFY(checkSeparation({Role::Applicant, Role::Decider}).ok()); // one request's rule, not a person's
}

MANGROVE_TEST(RoleTest)
#include "role_test.moc"
