// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/adult_data.h"
#include "deid/apply_set.h"
#include "deid/cell_date.h"
#include "deid/person_view.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <map>
#include <set>

using namespace mangrove;

namespace {

deid::Keys linkKeys() {
    const Bytes key(32, 3);
    return {crypto::SecretBytes::copyOf(key), crypto::SecretBytes::copyOf(key)};
}

using Tuples = std::set<std::vector<std::string>>;

/// For each person as the files name her, which combinations of the columns stand in her rows of each file.
std::map<std::string, std::vector<Tuples>> recount(const std::vector<std::filesystem::path>& files,
                                                   std::size_t person,
                                                   const std::vector<std::vector<std::size_t>>& quasi) {
    std::map<std::string, std::vector<Tuples>> persons;
    for (std::size_t f = 0; f < files.size(); ++f) {
        const auto rows = test::readPlainCsv(files[f]);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            auto& seen = persons[rows[i][person]];
            seen.resize(files.size());
            std::vector<std::string> tuple;
            for (const std::size_t column : quasi[f])
                tuple.push_back(rows[i][column]);
            seen[f].insert(tuple);
        }
    }
    return persons;
}

std::size_t fewestAlike(const std::map<std::string, std::vector<Tuples>>& persons) {
    std::map<std::vector<Tuples>, std::size_t> alike;
    for (const auto& [person, seen] : persons)
        ++alike[seen];
    std::size_t fewest = persons.size();
    for (const auto& [seen, count] : alike)
        fewest = std::min(fewest, count);
    return fewest;
}

const char* const kVisits = R"({"recipe":1,"attributes":[
 {"column":"pid","role":"direct","transform":{"type":"pseudonym","domain":"patient"}},
 {"column":"row","role":"insensitive"},
 {"column":"day","role":"insensitive","transform":{"type":"date-shift","person":"pid","domain":"patient","days":90}},
 {"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},
 {"column":"place","role":"quasi","hierarchy":"builtin:cn-division"}],
 "models":[{"type":"k-anonymity","k":3}],"suppressionLimit":0.2})";
const char* const kBills = R"({"recipe":1,"attributes":[
 {"column":"patient","role":"direct","transform":{"type":"pseudonym","domain":"patient"}},
 {"column":"row","role":"insensitive"},
 {"column":"paid","role":"insensitive","transform":{"type":"date-shift","person":"patient","domain":"patient","days":90}},
 {"column":"fee","role":"quasi","hierarchy":"builtin:amount-cny"}]})";

struct LinkedFiles {
    test::TempDir folder;
    std::map<std::string, std::pair<std::string, std::string>> original; ///< row -> person, date

    explicit LinkedFiles(const char* bills = kBills) {
        SeededRandom random(11);
        std::string visits = "pid,row,day,age,place\n";
        std::string paid = "patient,row,paid,fee\n";
        for (int i = 0; i < 600; ++i) {
            const int person = static_cast<int>(random.below(250));
            const std::string name = i % 97 == 0 ? "" : "p" + std::to_string(person);
            const std::string day =
                "2024-0" + std::to_string(1 + random.below(9)) + "-1" + std::to_string(random.below(9));
            visits += name + ",v" + std::to_string(i) + "," + (name.empty() ? "" : day) + ","
                      + std::to_string(20 + person % 60) + ",46010" + std::to_string(5 + person % 4) + "\n";
            if (!name.empty())
                original["v" + std::to_string(i)] = {name, day};
            if (i % 3 != 0 && !name.empty()) {
                paid += name + ",b" + std::to_string(i) + "," + day + "," + std::to_string(random.below(9000))
                        + "\n";
                original["b" + std::to_string(i)] = {name, day};
            }
        }
        folder.write("visits.csv", visits);
        folder.write("bills.csv", paid);
        folder.write("visits.json", kVisits);
        folder.write("bills.json", bills);
    }

    Result<deid::LinkReport> apply(int k, const char* limit, const char* out) const {
        const std::string set = "{\"recipeSet\":1,\"k\":" + std::to_string(k)
                                + ",\"suppressionLimit\":" + limit
                                + R"(,"tables":[{"file":"visits.csv","recipe":"visits.json","person":"pid"},
                                  {"file":"bills.csv","recipe":"bills.json","person":"patient"}]})";
        std::filesystem::create_directories(folder / out);
        MANGROVE_ASSIGN(const auto parsed,
                        deid::parseRecipeSet(set, "set.json", folder.path(), folder / out));
        deid::ApplyOptions options;
        options.threads = 2;
        return deid::applyLinked(parsed.tables, parsed.link, linkKeys(), options, {});
    }
};

} // namespace

class LinkTest : public QObject {
    Q_OBJECT

private slots:
    void joinedViewIsKAnonymous_data() {
        QTest::addColumn<int>("k");
        QTest::addColumn<QByteArray>("limit");
        QTest::newRow("5, 10 %") << 5 << QByteArray("0.1");
        QTest::newRow("3, 0 %") << 3 << QByteArray("0");
        QTest::newRow("12, 30 %") << 12 << QByteArray("0.3");
    }
    void joinedViewIsKAnonymous() {
        QFETCH(int, k);
        QFETCH(QByteArray, limit);
        const LinkedFiles files;
        const auto report = files.apply(k, limit.constData(), "out");
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        const std::vector<std::filesystem::path> outputs{files.folder / "out" / "visits.csv",
                                                         files.folder / "out" / "bills.csv"};
        // Rows without a person are persons of their own; name them apart.
        auto persons = recount(outputs, 0, {{3, 4}, {3}});
        const auto nameless = persons.find("");
        if (nameless != persons.end()) {
            int number = 0;
            const auto rows = test::readPlainCsv(outputs[0]);
            for (std::size_t i = 1; i < rows.size(); ++i) {
                if (rows[i][0].empty()) {
                    persons["?" + std::to_string(number++)] = {{{rows[i][3], rows[i][4]}}, {}};
                }
            }
            persons.erase(nameless);
        }
        QVERIFY(fewestAlike(persons) >= static_cast<std::size_t>(k));
        QCOMPARE(report->joined.smallestGroup, std::uint64_t{fewestAlike(persons)});
        QCOMPARE(report->persons - report->personsSuppressed, std::uint64_t{persons.size()});
        QVERIFY(static_cast<double>(report->personsSuppressed)
                <= limit.toDouble() * static_cast<double>(report->persons));
        QCOMPARE(report->tables[0].rowsOut + report->tables[0].rowsSuppressed, std::uint64_t{600});
        QVERIFY(deid::toJson(*report).find("\"personsSuppressed\"") != std::string::npos);
    }

    /// The check can fail: without linking, tables that are each k-anonymous single people out together.
    void tablesAloneAreNotEnough() {
        const LinkedFiles files;
        for (const char* name : {"visits", "bills"}) {
            const auto recipe =
                deid::parseRecipe(test::readAll(files.folder / (std::string(name) + ".json")));
            QVERIFY(deid::applyRecipe(files.folder / (std::string(name) + ".csv"), {}, *recipe, linkKeys(),
                                      files.folder / (std::string(name) + ".out"), {}, {})
                        .ok());
        }
        auto persons = recount({files.folder / "visits.out", files.folder / "bills.out"}, 0, {{3, 4}, {3}});
        persons.erase("");
        QCOMPARE(fewestAlike(persons), std::size_t{1});
    }

    void linksHoldAndOffsetsAreOnePerPerson() {
        const LinkedFiles files;
        const auto report = files.apply(5, "0.2", "out");
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        std::map<std::string, std::set<int>> offsets;
        std::map<std::string, std::set<std::string>> codes;
        int compared = 0;
        for (const char* name : {"visits.csv", "bills.csv"}) {
            const auto rows = test::readPlainCsv(files.folder / "out" / name);
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const auto found = files.original.find(rows[i][1]);
                if (found == files.original.end())
                    continue;
                const auto& [person, day] = found->second;
                codes[person].insert(rows[i][0]);
                offsets[person].insert(deid::parseCellDate(rows[i][2])->day - deid::parseCellDate(day)->day);
                ++compared;
            }
        }
        QVERIFY(compared > 500);
        std::set<std::string> all;
        for (const auto& [person, mine] : codes) {
            QCOMPARE(mine.size(), std::size_t{1});
            QVERIFY(all.insert(*mine.begin()).second);
            QCOMPARE(offsets[person].size(), std::size_t{1});
            QVERIFY(*offsets[person].begin() != 0);
        }
    }

    void isDeterministic() {
        const LinkedFiles files;
        const auto one = files.apply(5, "0.1", "1");
        const auto two = files.apply(5, "0.1", "2");
        QVERIFY(one.ok() && two.ok());
        QCOMPARE(deid::toJson(*one), deid::toJson(*two));
        for (const char* name : {"visits.csv", "bills.csv"})
            QVERIFY(test::readAll(files.folder / "1" / name) == test::readAll(files.folder / "2" / name));
    }

    void refusesWhatDoesNotLink() {
        std::string other = kBills;
        other.replace(other.find("\"days\":90"), 9, "\"days\":91");
        const LinkedFiles ranges(other.c_str());
        const auto refused = ranges.apply(5, "0.1", "out");
        QVERIFY(!refused.ok() && refused.error().is(errors::kRecipeSetInvalid));
        other = kBills;
        other.replace(other.find("\"domain\":\"patient\""), 18, "\"domain\":\"payer\"");
        const LinkedFiles domains(other.c_str());
        const auto apart = domains.apply(5, "0.1", "out");
        QVERIFY(!apart.ok() && apart.error().is(errors::kRecipeSetInvalid));
        // nothing reaches so many
        const LinkedFiles files;
        const auto unmet = files.apply(400, "0", "out");
        QVERIFY(!unmet.ok());
        QVERIFY(std::filesystem::is_empty(files.folder / "out"));
    }

    /// A table's own models are judged on the rows that stay, and met by coarser levels; the twin without the
    /// model is finer and breaks it.
    void tablesMeetTheirOwnModels() {
        std::string diverse = kBills;
        diverse.insert(diverse.find("\"fee\",\"role\":\"quasi\"") - 10,
                       R"({"column":"kind","role":"sensitive"},)");
        std::string plain = diverse;
        diverse.replace(diverse.rfind("}"), 1,
                        R"(,"models":[{"type":"k-anonymity","k":2},
                        {"type":"l-diversity","variant":"entropy","l":2.5,"column":"kind"},
                        {"type":"t-closeness","variant":"equal","t":0.35,"column":"kind"}],"suppressionLimit":0.9})");
        std::uint32_t level = 0;
        std::map<std::string, std::map<std::string, double>> classes;
        for (const std::string& recipe : {plain, diverse}) {
            const LinkedFiles files(recipe.c_str());
            // Small fees are of few kinds, so that fine levels break the models.
            SeededRandom random(19);
            std::string bills;
            bool first = true;
            for (const auto& row : test::readPlainCsv(files.folder / "bills.csv")) {
                const std::uint64_t fee = first ? 0 : std::stoull(row[3]);
                const std::uint64_t kind = random.below(fee < 2000 ? 2 : 5);
                bills += row[0] + "," + row[1] + "," + row[2] + "," + row[3]
                         + (first ? ",kind" : ",k" + std::to_string(kind)) + "\n";
                first = false;
            }
            files.folder.write("bills.csv", bills);
            const auto report = files.apply(4, "0.6", "out");
            QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
            const bool judged = recipe == diverse;
            QCOMPARE(report->tables[0].models.size(), std::size_t{1});
            QCOMPARE(report->tables[1].models.size(), judged ? std::size_t{3} : std::size_t{0});
            classes.clear();
            for (const auto& row : test::readPlainCsv(files.folder / "out" / "bills.csv")) {
                if (row[1] != "row")
                    classes[row[3]][row[4]] += 1;
            }
            double least = 1e9;
            for (const auto& [label, counts] : classes) {
                double n = 0, entropy = 0;
                for (const auto& [value, count] : counts)
                    n += count;
                for (const auto& [value, count] : counts)
                    entropy -= count / n * std::log(count / n);
                least = std::min(least, std::exp(entropy));
            }
            QCOMPARE(least >= 2.5, judged);
            if (judged) {
                QVERIFY(std::abs(*report->tables[1].models[1].measured - least) < 1e-9);
                for (const deid::ModelCheck& check : report->tables[1].models)
                    QVERIFY(check.holds && check.broken == 0);
                QVERIFY(report->tables[1].levels[0] > level);
            }
            level = report->tables[1].levels[0];
        }
        // With all levels at their bounds it is refused, and no file appears.
        std::string impossible = diverse;
        impossible.replace(impossible.find("\"l\":2.5"), 7, "\"l\":5.5");
        impossible.replace(impossible.find("\"suppressionLimit\":0.9"), 22, "\"suppressionLimit\":1");
        const LinkedFiles files(impossible.c_str());
        std::string bills;
        for (const auto& row : test::readPlainCsv(files.folder / "bills.csv"))
            bills +=
                row[0] + "," + row[1] + "," + row[2] + "," + row[3] + (bills.empty() ? ",kind\n" : ",k\n");
        files.folder.write("bills.csv", bills);
        const auto refused = files.apply(4, "0.6", "out");
        QVERIFY(!refused.ok());
        QVERIFY(std::filesystem::is_empty(files.folder / "out"));
    }

    void viewsAreSetsPerTable() {
        deid::PersonView view(2);
        for (int repeat = 0; repeat < 3; ++repeat)
            view.add(0, "A", 0);
        view.add(0, "A", 1);
        view.add(0, "B", 1);
        view.add(0, "B", 0);
        view.add(1, "C", 0);
        view.add(0, "C", 0);
        view.add(0, std::nullopt, 0);
        view.finish();
        QCOMPARE(view.persons(), std::uint64_t{4});
        const std::vector<std::vector<std::uint32_t>> fine{{0, 1}, {0}};
        const auto classes = view.classes(fine);
        QCOMPARE(classes.sizes.size(), std::size_t{3}); // A and B alike, C, the nameless one
        QCOMPARE(classes.broken({2, 0, {}}), std::uint64_t{2});
        const std::vector<std::vector<std::uint32_t>> coarse{{0, 0}, {0}};
        QCOMPARE(view.classes(coarse).sizes.size(), std::size_t{2});
        QCOMPARE(view.nameless(0).size(), std::size_t{1});
        QVERIFY(view.find("A") && !view.find("D"));
    }
};

MANGROVE_TEST(LinkTest)
#include "link_test.moc"
