// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deid/adult_data.h"
#include "deid/apply_set.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <cmath>
#include <map>
#include <set>

using namespace mangrove;

namespace {

using Label = std::vector<std::string>;
using Seen = std::vector<std::set<Label>>; ///< of a person, by table

/// Two linked tables of random rows; columns pid, row, one or two quasi-identifiers v0…v7 with a hierarchy of
/// three levels of its own.
struct LinkedCase {
    test::TempDir folder;
    std::vector<std::vector<std::vector<std::string>>> rows{2}; ///< by table, as in the files
    std::map<std::string, Label> hierarchy;
    std::set<std::string> cohort; ///< persons; rows without one are named "?" and their row

    explicit LinkedCase(unsigned seed) {
        SeededRandom random(seed);
        std::string levels;
        for (int v = 0; v < 8; ++v) {
            const Label row{"v" + std::to_string(v), v < 4 ? "low" : "high", "*"};
            hierarchy[row[0]] = row;
            levels += row[0] + ";" + row[1] + ";*\n";
        }
        folder.write("v.csv", levels);
        std::string ids;
        const unsigned persons = 60 + static_cast<unsigned>(random.below(60));
        for (unsigned p = 0; p < persons; ++p) {
            if (random.below(3) != 0)
                continue;
            cohort.insert("p" + std::to_string(p));
            ids += "p" + std::to_string(p) + "\r\n";
        }
        folder.write("cohort.txt", ids + "nobody\n");
        for (std::size_t t = 0; t < 2; ++t) {
            std::string csv = t == 0 ? "pid,row,a,b\n" : "pid,row,c\n";
            for (unsigned i = 0; i < 150; ++i) {
                const unsigned p = static_cast<unsigned>(random.below(persons));
                std::vector<std::string> row{i % 29 == 7 ? "" : "p" + std::to_string(p),
                                             (t == 0 ? "a" : "b") + std::to_string(i)};
                for (std::size_t c = 0; c < 2 - t; ++c)
                    row.push_back("v" + std::to_string((p + random.below(2) * random.below(4)) % 8));
                for (std::size_t c = 0; c < row.size(); ++c)
                    csv += (c > 0 ? "," : "") + row[c];
                csv += "\n";
                rows[t].push_back(std::move(row));
            }
            folder.write(t == 0 ? "one.csv" : "two.csv", csv);
        }
    }

    void writeRecipes(const std::string& one = "", const std::string& two = "") const {
        const std::string person =
            R"({"recipe":1,"attributes":[{"column":"pid","role":"direct","transform":{"type":"pseudonym","domain":"p"}},{"column":"row","role":"insensitive"},)";
        folder.write("one.json", person + R"({"column":"a","role":"quasi","hierarchy":"v.csv"},
            {"column":"b","role":"quasi","hierarchy":"v.csv"}])"
                                     + one + "}");
        folder.write("two.json",
                     person + R"({"column":"c","role":"quasi","hierarchy":"v.csv"}])" + two + "}");
    }

    Result<deid::LinkReport> apply(const std::string& asked, const char* out = "out") const {
        const std::string set = R"({"recipeSet":1,)" + asked
                                + R"(,"tables":[{"file":"one.csv","recipe":"one.json","person":"pid"},
                                    {"file":"two.csv","recipe":"two.json","person":"pid"}]})";
        std::filesystem::create_directories(folder / out);
        MANGROVE_ASSIGN(const auto parsed,
                        deid::parseRecipeSet(set, "set.json", folder.path(), folder / out));
        deid::ApplyOptions options;
        options.threads = 2;
        return deid::applyLinked(parsed.tables, parsed.link, deid::standInKeys(), options, {});
    }

    [[nodiscard]] bool fails(const std::string& asked, const ErrorInfo& error) const {
        const auto report = apply(asked);
        return !report.ok() && report.error().is(error);
    }

    static std::string nameOf(const std::vector<std::string>& row) {
        return row[0].empty() ? "?" + row[1] : row[0];
    }
};

/// What the files of a linked release say, counted anew with maps of texts; shares no code with the engine.
struct SlowLinked {
    std::map<std::string, Seen> everybody;     ///< by person, under the levels of the release
    std::map<std::string, Seen> written;       ///< by person, labels as the files have them
    std::vector<std::set<std::string>> rowsOf; ///< by table: rows written

    SlowLinked(const LinkedCase& original, const deid::LinkReport& report, const char* out = "out") {
        std::map<std::string, std::string> personOf;
        for (std::size_t t = 0; t < 2; ++t) {
            for (const auto& row : original.rows[t]) {
                const std::string name = LinkedCase::nameOf(row);
                personOf[row[1]] = name;
                Label label;
                for (std::size_t c = 2; c < row.size(); ++c)
                    label.push_back(original.hierarchy.at(row[c])[report.tables[t].levels[c - 2]]);
                everybody[name].resize(2);
                everybody[name][t].insert(label);
            }
            const auto lines = test::readPlainCsv(original.folder / out / (t == 0 ? "one.csv" : "two.csv"));
            rowsOf.emplace_back();
            for (std::size_t i = 1; i < lines.size(); ++i) {
                rowsOf[t].insert(lines[i][1]);
                auto& seen = written[personOf.at(lines[i][1])];
                seen.resize(2);
                seen[t].insert(Label(lines[i].begin() + 2, lines[i].end()));
            }
        }
    }

    struct Class {
        double released = 0, people = 0;
    };
    /// Classes of persons that look alike; `chosen`: who may be released.
    [[nodiscard]] std::map<Seen, Class> classes(const std::set<std::string>& chosen) const {
        std::map<Seen, Class> result;
        for (const auto& [name, seen] : everybody) {
            result[seen].people += 1;
            result[seen].released += chosen.count(name) > 0 ? 1 : 0;
        }
        return result;
    }
};

struct SlowAsked {
    double k = 1, people = 0, min = 0, max = 1;
    [[nodiscard]] bool hold(const SlowLinked::Class& each) const {
        const double share = each.released / each.people;
        return each.released >= k && each.people >= people && share >= min - 1e-12 && share <= max + 1e-12;
    }
};

QByteArray codesOf(const std::vector<deid::CodedNote>& notes) {
    QByteArray codes;
    for (const deid::CodedNote& note : notes)
        codes += QByteArray::fromStdString(note.code) + ' ';
    return codes;
}

} // namespace

/// A research subset, and local recoding, in linked tables.
class LinkedSubsetTest final : public QObject {
    Q_OBJECT

private slots:
    /// Who is written, and what every model of persons says, recounted from the files.
    void releasesPersonsOfTheSubset() {
        const SlowAsked asked{2, 9, 0.1, 0.6};
        int brokenWithout = 0, widened = 0, left = 0;
        for (unsigned seed = 1; seed <= 12; ++seed) {
            const LinkedCase each(seed);
            std::set<std::string> chosen = each.cohort;
            std::string one;
            std::string who = R"("subset":{"file":"cohort.txt"},)";
            if (seed % 3 == 0) {
                // the same way as for one table: rows, and who stands in them
                chosen.clear();
                std::string list;
                for (std::size_t i = 0; i < each.rows[0].size(); i += 4) {
                    list += (list.empty() ? "" : ",") + std::to_string(i);
                    chosen.insert(LinkedCase::nameOf(each.rows[0][i]));
                }
                one = R"(,"subset":{"rows":[)" + list + "]}";
                who.clear();
            }
            each.writeRecipes(one);
            const std::string common = who + R"("suppressionLimit":0.2,"k":2)";
            const auto report = each.apply(
                common
                + R"(,"models":[{"type":"k-map","k":9},{"type":"delta-presence","min":0.1,"max":0.6}])");
            QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
            const SlowLinked slow(each, *report);
            double persons = 0, suppressed = 0, fewest = 1e9, most = 0, least = 1, atRisk = 0, expected = 0;
            for (const auto& [seen, group] : slow.classes(chosen)) {
                persons += group.released;
                if (!asked.hold(group)) {
                    suppressed += group.released;
                    continue;
                }
                fewest = std::min(fewest, group.people);
                most = std::max(most, group.released / group.people);
                least = std::min(least, group.released / group.people);
                atRisk += 1 / group.people > 0.2 ? group.released : 0;
                expected += group.released / group.people;
            }
            left += suppressed > 0 ? 1 : 0;
            // every row of whoever stays, in both tables, and of nobody else; with the labels of the levels
            const auto classes = slow.classes(chosen);
            for (std::size_t t = 0; t < 2; ++t) {
                std::set<std::string> expectedRows;
                for (const auto& row : each.rows[t]) {
                    const std::string name = LinkedCase::nameOf(row);
                    if (chosen.count(name) > 0 && asked.hold(classes.at(slow.everybody.at(name))))
                        expectedRows.insert(row[1]);
                }
                QVERIFY(slow.rowsOf[t] == expectedRows);
                QCOMPARE(report->tables[t].rowsOut, std::uint64_t{expectedRows.size()});
            }
            for (const auto& [name, seen] : slow.written)
                QVERIFY(seen == slow.everybody.at(name));
            QCOMPARE(static_cast<double>(report->persons), persons);
            QCOMPARE(static_cast<double>(report->personsSuppressed), suppressed);
            QVERIFY(suppressed <= 0.2 * persons);
            QCOMPARE(report->personsOnlyPopulation + report->persons, std::uint64_t{slow.everybody.size()});
            QCOMPARE(report->models.size(), std::size_t{3});
            QCOMPARE(report->models[0].model, std::string("k-anonymity"));
            QCOMPARE(*report->models[1].measured, fewest);
            QCOMPARE(*report->models[2].measured, most);
            QCOMPARE(*report->models[2].measuredLeast, least);
            const deid::PopulationRisk& population = *report->joined.population;
            QCOMPARE(population.journalist->highest, 1 / fewest);
            QVERIFY(std::abs(population.journalist->recordsAtRisk - atRisk / (persons - suppressed)) < 1e-12);
            QVERIFY(std::abs(population.marketer->expected - expected) < 1e-9);
            const bool byRows = seed % 3 == 0;
            QCOMPARE(codesOf(report->notes), QByteArray(byRows ? "" : "persons-absent "));
            widened += codesOf(report->tables[0].notes).contains("rows-of-subset-persons") ? 1 : 0;
            QVERIFY(!codesOf(report->tables[1].notes).contains("rows-of-subset-persons"));

            // Its twin without models of persons keeps classes that break them.
            const auto twin = each.apply(common, "twin");
            QVERIFY2(twin.ok(), twin.ok() ? "" : twin.error().message().c_str());
            const SlowAsked alone{2};
            for (const auto& [seen, group] : SlowLinked(each, *twin, "twin").classes(chosen)) {
                if (alone.hold(group) && !asked.hold(group)) {
                    ++brokenWithout;
                    break;
                }
            }
        }
        QVERIFY(brokenWithout > 6);
        QCOMPARE(widened, 4);
        QVERIFY(left > 3);
    }

    /// k-map in a table's recipe is one of persons, too, and of its rows.
    void modelsOfATableCountForPersons() {
        const LinkedCase each(21);
        std::string rows;
        for (int i = 0; i < 150; i += 3)
            rows += (i > 0 ? "," : "") + std::to_string(i);
        each.writeRecipes(R"(,"suppressionLimit":0.2,"subset":{"rows":[)" + rows
                          + R"(]},"models":[{"type":"k-map","k":12}])");
        const auto report = each.apply(R"("suppressionLimit":0.2,"k":1)");
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(report->models[1].model, std::string("k-map"));
        const SlowLinked slow(each, *report);
        std::map<Seen, double> people;
        for (const auto& [name, seen] : slow.everybody)
            people[seen] += 1;
        double fewest = 1e9;
        for (const auto& [name, seen] : slow.written)
            fewest = std::min(fewest, people.at(seen));
        QVERIFY(fewest >= 12);
        QCOMPARE(*report->models[1].measured, fewest);
        // rows of the table that the labels of its file fit
        std::map<Label, double> fit;
        for (const auto& row : each.rows[0])
            fit[{each.hierarchy.at(row[2])[report->tables[0].levels[0]],
                 each.hierarchy.at(row[3])[report->tables[0].levels[1]]}] += 1;
        double fewestRows = 1e9;
        for (const auto& [name, seen] : slow.written) {
            for (const Label& label : seen[0])
                fewestRows = std::min(fewestRows, fit.at(label));
        }
        QCOMPARE(*report->tables[0].models[0].measured, fewestRows);
    }

    void refusesWhatIsSaidTwiceOrNowhere() {
        const LinkedCase each(3);
        each.writeRecipes();
        QVERIFY(each.fails(R"("k":2,"models":[{"type":"k-map","k":4}])", errors::kRecipeSetInvalid));
        QVERIFY(each.fails(R"("k":2,"models":[{"type":"k-anonymity","k":4}])", errors::kRecipeSetInvalid));
        QVERIFY(each.fails(R"("k":2,"subset":{})", errors::kRecipeSetInvalid));
        QVERIFY(each.fails(R"("k":2,"subset":{"persons":[""]})", errors::kRecipeField));
        // nobody in the population is enough
        QVERIFY(each.fails(R"("k":2,"subset":{"file":"cohort.txt"},"models":[{"type":"k-map","k":500}])",
                           errors::kLinkUnmet));
        each.writeRecipes(R"(,"subset":{"rows":[1,2]})");
        QVERIFY(each.fails(R"("k":2,"subset":{"file":"cohort.txt"})", errors::kRecipeSetInvalid));
        each.writeRecipes(R"(,"subset":{"rows":[1,2]})", R"(,"subset":{"rows":[1,2]})");
        QVERIFY(each.fails(R"("k":2)", errors::kRecipeSetInvalid));
        each.writeRecipes(R"(,"subset":{"rows":[1,150]})");
        QVERIFY(each.fails(R"("k":2)", errors::kSubsetBeyond));
        each.writeRecipes("", R"(,"recoding":"local")");
        QVERIFY(each.fails(R"("k":2,"subset":{"file":"cohort.txt"})", errors::kRecipeSetInvalid));
        QVERIFY(std::filesystem::is_empty(each.folder / "out"));
    }

    /// No column of a table is a level higher than the joined view needs it to be.
    void raisesNoColumnWithoutNeed() {
        int raised = 0, needed = 0;
        for (unsigned seed = 51; seed < 59; ++seed) {
            const LinkedCase each(seed);
            each.writeRecipes();
            const auto report = each.apply(R"("suppressionLimit":0.15,"k":3)");
            QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
            std::set<std::string> everybody;
            std::uint64_t steps = 0;
            const SlowLinked chosen(each, *report);
            for (const auto& entry : chosen.everybody)
                everybody.insert(entry.first);
            for (std::size_t t = 0; t < 2; ++t) {
                for (std::size_t q = 0; q < 2 - t; ++q) {
                    steps += report->tables[t].levels[q];
                    if (report->tables[t].levels[q] == 0)
                        continue;
                    ++raised;
                    deid::LinkReport lower = *report;
                    --lower.tables[t].levels[q];
                    double left = 0;
                    for (const auto& [seen, group] : SlowLinked(each, lower).classes(everybody))
                        left += group.people < 3 ? group.people : 0;
                    needed += left > std::floor(0.15 * static_cast<double>(everybody.size())) ? 1 : 0;
                }
            }
            QCOMPARE(report->raisedLevels, steps); // alone the tables need none
        }
        QVERIFY(raised > 8);
        QCOMPARE(needed, raised);
    }

    /// The reader takes exactly the keys of the published schema.
    void schemaOfSetsKeepsStep() {
        const LinkedCase each(1);
        each.writeRecipes();
        const auto schema = QJsonDocument::fromJson(QByteArray::fromStdString(
            test::readAll(test::sourceDir() / "resources" / "schemas" / "recipe-set.schema.json")));
        QVERIFY(schema.isObject());
        const QJsonObject table{{"file", "one.csv"}, {"recipe", "one.json"}, {"person", "pid"}, {"out", "o"}};
        const QJsonObject presence{{"type", "delta-presence"}, {"min", 0}, {"max", 1}};
        const QJsonObject set{{"recipeSet", 1},
                              {"k", 3},
                              {"suppressionLimit", 0.1},
                              {"subset", QJsonObject{{"file", "cohort.txt"}}},
                              {"models", QJsonArray{QJsonObject{{"type", "k-map"}, {"k", 4}}, presence}},
                              {"tables", QJsonArray{table}}};
        const auto keysOf = [](const QJsonValue& of) { return of.toObject().keys(); };
        QCOMPARE(set.keys(), keysOf(schema["properties"]));
        QCOMPARE(table.keys(), keysOf(schema["properties"]["tables"]["items"]["properties"]));
        const QJsonValue models = schema["properties"]["models"]["items"]["oneOf"];
        QCOMPARE(presence.keys(), keysOf(models.toArray()[1].toObject()["properties"]));
        const auto parses = [folder = each.folder.path()](const QJsonObject& object) {
            const std::string text = QJsonDocument(object).toJson().toStdString();
            return deid::parseRecipeSet(text, "set.json", folder, folder).ok();
        };
        QVERIFY(parses(set));
        QJsonObject more = set;
        more["other"] = 1;
        QVERIFY(!parses(more));
        for (const QJsonValue& key : schema["required"].toArray()) {
            QJsonObject less = set;
            less.remove(key.toString());
            QVERIFY(!parses(less));
        }
    }

    /// Tables with levels that differ from row to row: k of the joined view, counted from the files.
    void localRecodingHoldsOnTheJoinedView() {
        const char* const local =
            R"(,"recoding":"local","models":[{"type":"k-anonymity","k":4}],"search":{"seconds":0.05})";
        int mixed = 0, alone = 0;
        for (unsigned seed = 31; seed < 39; ++seed) {
            const LinkedCase each(seed);
            each.writeRecipes(local, seed % 2 == 0 ? local : "");
            const auto report = each.apply(R"("suppressionLimit":0.1,"k":4)");
            QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
            std::map<std::string, Seen> written;
            std::map<std::string, std::vector<std::string>> original;
            std::set<std::string> persons;
            for (std::size_t t = 0; t < 2; ++t) {
                for (const auto& row : each.rows[t]) {
                    original[row[1]] = row;
                    persons.insert(LinkedCase::nameOf(row));
                }
                std::map<Label, int> sizes;
                std::vector<std::set<std::size_t>> levels(2);
                const auto lines = test::readPlainCsv(each.folder / "out" / (t == 0 ? "one.csv" : "two.csv"));
                for (std::size_t i = 1; i < lines.size(); ++i) {
                    const auto& before = original.at(lines[i][1]);
                    const Label label(lines[i].begin() + 2, lines[i].end());
                    auto& seen = written[LinkedCase::nameOf(before)];
                    seen.resize(2);
                    seen[t].insert(label);
                    ++sizes[label];
                    for (std::size_t c = 0; c < label.size(); ++c) {
                        const Label& path = each.hierarchy.at(before[c + 2]);
                        const auto level = std::find(path.begin(), path.end(), label[c]) - path.begin();
                        QVERIFY(level < 3);
                        levels[c].insert(static_cast<std::size_t>(level));
                    }
                }
                for (std::size_t c = 0; c + t < 2; ++c)
                    mixed += levels[c].size() > 1 ? 1 : 0;
                std::uint64_t smallest = UINT64_MAX;
                for (const auto& entry : sizes)
                    smallest = std::min(smallest, static_cast<std::uint64_t>(entry.second));
                QCOMPARE(report->tables[t].after.smallestGroup, smallest);
                QCOMPARE(report->tables[t].after.classes, std::uint64_t{sizes.size()});
            }
            std::map<Seen, std::uint64_t> alike;
            for (const auto& [name, seen] : written)
                ++alike[seen];
            std::uint64_t fewest = UINT64_MAX;
            for (const auto& entry : alike)
                fewest = std::min(fewest, entry.second);
            QVERIFY(fewest >= 4);
            QCOMPARE(report->joined.smallestGroup, fewest);
            QCOMPARE(report->persons, std::uint64_t{persons.size()});
            QCOMPARE(report->personsSuppressed, std::uint64_t{persons.size() - written.size()});
            alone += report->raisedLevels > 0 ? 1 : 0;
        }
        QVERIFY(mixed > 0); // levels do differ from row to row
        QVERIFY(alone > 4); // the tables' own clusters were not enough
    }
};

MANGROVE_TEST(LinkedSubsetTest)
#include "linked_subset_test.moc"
