// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/record_journey.h"

#include <QtTest>

namespace mangrove::test {

namespace {

/// 240 visits with a name, a citizen number's stand-in and few enough combinations to reach k = 6.
std::string extract() {
    std::string csv = "姓名,性别,年龄,入院日期,住院天数,总费用\n";
    for (int i = 0; i < 240; ++i)
        csv += "病人" + std::to_string(i) + (i % 2 == 0 ? ",男," : ",女,") + std::to_string(40 + i % 10)
               + ",2024-0" + std::to_string(1 + i % 3) + "-15," + std::to_string(1 + i % 5) + ","
               + std::to_string(1000 + i) + "\n";
    return csv;
}

const char kRecipe[] = R"({"recipe":1,"attributes":[
  {"column":"姓名","role":"direct","transform":{"type":"pseudonym"}},
  {"column":"性别","role":"quasi","transform":{"type":"keep"}},
  {"column":"年龄","role":"quasi","hierarchy":"builtin:age-5y"},
  {"column":"入院日期","role":"quasi","hierarchy":"builtin:date"},
  {"column":"住院天数","role":"insensitive"},{"column":"总费用","role":"insensitive"}],
  "models":[{"type":"k-anonymity","k":21}],"suppressionLimit":0.1})";

} // namespace

RecordJourney::RecordJourney() {
    m_dir.write("visits.csv", extract());
    m_dir.write("recipe.json", kRecipe);
    for (const char* name : {"admin", "officer", "reviewer", "decider", "decider2", "custodian", "applicant"})
        m_dir.write(std::string(name) + ".pass", std::string("passphrase of ") + name + "\n");
    const auto made =
        runCli({"workspace", "new", workspace(), "--organisation", QStringLiteral("海南示例医院"), "--admin",
                "admin", "--passphrase-file", path("admin.pass"), "--json"});
    if (made.exit != 0)
        qFatal("workspace new: %s", made.out.constData());
    const QList<QStringList> users{{"officer", "data-officer"}, {"reviewer", "privacy-reviewer"},
                                   {"decider", "decider"},      {"decider2", "decider"},
                                   {"custodian", "custodian"},  {"applicant", "applicant"}};
    for (const auto& user : users) {
        const auto added = run("admin", {"user", "add", user[0], "--role", user[1], "--new-passphrase-file",
                                         path((user[0] + ".pass").toLatin1().constData())});
        if (added.exit != 0)
            qFatal("user add: %s", added.out.constData());
    }
}

QString RecordJourney::path(const char* name) const {
    return QString::fromStdString((m_dir / name).string());
}

CliResult RecordJourney::run(const QString& user, const QStringList& arguments) const {
    CliRun plain;
    plain.arguments = arguments;
    return run(user, plain);
}

CliResult RecordJourney::run(const QString& user, CliRun run) const {
    run.arguments << "--json"
                  << "--workspace" << workspace();
    if (!user.isEmpty())
        run.arguments << "--user" << user << "--passphrase-file"
                      << path((user + ".pass").toLatin1().constData());
    return runCli(run);
}

QString RecordJourney::release() {
    const auto added = run("officer", {"dataset", "add", source(), "--name", "visits", "--domain", "care"});
    const auto assessed = run("officer", {"dataset", "assess", "visits"});
    const auto made = run("officer", {"release", "new", "visits", "--recipe", path("recipe.json")});
    for (const auto& step : {added, assessed, made}) {
        if (step.exit != 0)
            qWarning("%s%s", step.out.constData(), step.err.constData());
    }
    return made.json().value("id").toString();
}

QString RecordJourney::reviewedRequest(const QString& release, const QString& applicant) {
    const auto drafted =
        run(applicant,
            {"request", "new", "--dataset", "visits", "--release", release, "--title", "Length of stay study",
             "--purpose", "Length of stay by age", "--recipient", "Study team", "--organisation",
             "Example University", "--legal-basis", "Research approval 2026-1", "--until", "2099-12-31"});
    const QString id = drafted.json().value("id").toString();
    const QList<CliResult> steps{
        drafted,
        run(applicant, {"request", "submit", id}),
        run("officer", {"request", "evidence", id, "--agreement", "DUA-2026-1", "--registration", "HN-2026-1",
                        "--accept-quality", "Study tolerates it"}),
        run("officer", {"request", "start-review", id, "--note", "complete"}),
        run("reviewer", {"request", "review", id, "--note", "risk is low"}),
    };
    for (const auto& step : steps) {
        if (step.exit != 0)
            qWarning("%s%s", step.out.constData(), step.err.constData());
    }
    return id;
}

void RecordJourney::approve(const QString& request) {
    for (const char* decider : {"decider", "decider2"}) {
        const auto decided = run(decider, {"request", "decide", request, "--approve", "--reason", "agreed"});
        if (decided.json().value("state").toString() == "active")
            return;
        if (decided.exit != 0)
            qWarning("%s%s", decided.out.constData(), decided.err.constData());
    }
}

} // namespace mangrove::test
