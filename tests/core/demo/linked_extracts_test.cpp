// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/apply_set.h"
#include "demo/generator.h"
#include "io/record_reader.h"
#include "profile/table_links.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>
#include <map>
#include <set>

using namespace mangrove;

namespace {

using Combinations = std::set<std::vector<std::string>>;

table::Table tableOf(const std::filesystem::path& file) {
    auto reader = io::RecordReader::open(file);
    return table::Table::read(**reader, {}).value();
}

std::string cellOf(const table::Table& table, const char* column, std::uint64_t row) {
    return std::string(table.cell(*table.columnIndex(column), row).value_or(""));
}

/// How many persons at least have the same combinations in all files, counted from the files.
std::size_t fewestAlike(const std::vector<std::pair<std::filesystem::path, std::vector<const char*>>>& files,
                        const std::vector<const char*>& person) {
    std::map<std::string, std::vector<Combinations>> seen;
    std::size_t nameless = 0;
    for (std::size_t f = 0; f < files.size(); ++f) {
        const table::Table table = tableOf(files[f].first);
        for (std::uint64_t row = 0; row < table.rows(); ++row) {
            std::string name = cellOf(table, person[f], row);
            if (name.empty())
                name = "nameless " + std::to_string(nameless++);
            auto& mine = seen[name];
            mine.resize(files.size());
            std::vector<std::string> combination;
            for (const char* column : files[f].second)
                combination.push_back(cellOf(table, column, row));
            mine[f].insert(combination);
        }
    }
    std::map<std::vector<Combinations>, std::size_t> alike;
    for (const auto& [name, mine] : seen)
        ++alike[mine];
    std::size_t fewest = seen.size();
    for (const auto& [mine, count] : alike)
        fewest = std::min(fewest, count);
    return fewest;
}

const char* const kVisits = R"({"recipe":1,"attributes":[
 {"column":"就诊流水号","role":"direct","transform":{"type":"pseudonym","domain":"visit"}},
 {"column":"性别","role":"quasi","unmatched":"suppress"},
 {"column":"年龄","role":"quasi","hierarchy":"builtin:age-5y","unmatched":"suppress"},
 {"column":"入院时间","role":"insensitive","unmatched":"suppress",
  "transform":{"type":"date-shift","person":"就诊流水号","domain":"visit","days":60}},
 {"column":"出院时间","role":"insensitive","unmatched":"suppress",
  "transform":{"type":"date-shift","person":"就诊流水号","domain":"visit","days":60}},
 {"column":"住院天数","role":"insensitive"}]})";
const char* const kSettlements = R"({"recipe":1,"attributes":[
 {"column":"MDTRT_ID","role":"direct","transform":{"type":"pseudonym","domain":"visit"}},
 {"column":"INSUTYPE","role":"quasi","hierarchy":"builtin:insurance-type","unmatched":"suppress"},
 {"column":"MEDFEE_SUMAMT","role":"quasi","hierarchy":"builtin:amount-cny","unmatched":"suppress"},
 {"column":"BEGNTIME","role":"insensitive","unmatched":"suppress",
  "transform":{"type":"date-shift","person":"MDTRT_ID","domain":"visit","days":60}}]})";
const char* const kDispensing = R"({"recipe":1,"attributes":[
 {"column":"MDTRT_ID","role":"direct","transform":{"type":"pseudonym","domain":"visit"}},
 {"column":"CNT","role":"quasi","unmatched":"suppress","hierarchy":"builtin:keep-or-suppress"},
 {"column":"FEE_OCUR_TIME","role":"insensitive","unmatched":"suppress",
  "transform":{"type":"date-shift","person":"MDTRT_ID","domain":"visit","days":60}}]})";

const char* const kSet = R"({"recipeSet":1,"k":5,"suppressionLimit":0.1,"tables":[
 {"person":"就诊流水号","recipe":"v.json","file":"@v"},
 {"person":"MDTRT_ID","recipe":"s.json","file":"@s"},
 {"person":"MDTRT_ID","recipe":"d.json","file":"@d"}]})";

class LinkedExtractsTest : public QObject {
    Q_OBJECT
private slots:
    /// What `mangrove relations` finds: the columns by which the generator links the three domains.
    void theThreeDomainsAreLinked() {
        test::TempDir folder;
        demo::DemoOptions options;
        options.visits = 800;
        const auto files = demo::generateDemoData(folder.path(), options, {}).value();
        std::vector<profile::TableKeys> tables;
        for (const auto& [name, path] :
             std::vector<std::pair<std::string, std::filesystem::path>>{{"visits", files.visits},
                                                                        {"settlements", files.settlements},
                                                                        {"dispensing", files.dispensing}})
            tables.push_back(profile::sketchTable(name, path, {}, {}, {}).value());
        const auto links = profile::linkTables(tables, {}, {}).value();
        std::set<std::string> found;
        for (const auto& link : links.links) {
            const auto name = [&](const profile::LinkEnd& end) {
                return tables[end.table].name + "." + tables[end.table].columns[end.column];
            };
            if (link.from.containment >= 0.95)
                found.insert(name(link.from) + ">" + name(link.to));
        }
        for (const char* expected :
             {"settlements.MDTRT_ID>visits.就诊流水号", "settlements.MDTRT_ID>dispensing.MDTRT_ID",
              "settlements.PSN_NO>dispensing.PSN_NO", "settlements.IPT_OTP_NO>visits.病案号"})
            QVERIFY2(found.contains(expected), expected);
        QVERIFY(!found.contains("settlements.GEND>visits.性别"));
    }

    /// The three extracts of the made-up hospital, linked by stay: k over the joined view, counted again from
    /// the files written, with one code and one offset for each stay.
    void staysAreKAnonymousOverAllExtracts() {
        test::TempDir dir;
        demo::DemoOptions options;
        options.visits = 1500;
        const auto made = demo::generateDemoData(dir / "data", options, {});
        QVERIFY(made.ok());
        const auto name = [](const std::filesystem::path& file) { return file.filename().string(); };
        dir.write("data/v.json", kVisits);
        dir.write("data/s.json", kSettlements);
        dir.write("data/d.json", kDispensing);
        std::filesystem::create_directories(dir / "out");
        std::string set = kSet;
        for (const auto& [mark, file] : {std::pair("@v", made->visits), std::pair("@s", made->settlements),
                                         std::pair("@d", made->dispensing)})
            set.replace(set.find(mark), 2, name(file));
        const auto parsed = deid::parseRecipeSet(set, "set.json", dir / "data", dir / "out");
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().message().c_str());
        const Bytes key(32, 7);
        const deid::Keys keys{crypto::SecretBytes::copyOf(key), crypto::SecretBytes::copyOf(key)};
        const auto report = deid::applyLinked(parsed->tables, parsed->link, keys, {}, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());

        const auto visits = dir / "out" / name(made->visits);
        const auto settlements = dir / "out" / name(made->settlements);
        const auto dispensing = dir / "out" / name(made->dispensing);
        const std::size_t fewest = fewestAlike(
            {{visits, {"性别", "年龄"}}, {settlements, {"INSUTYPE", "MEDFEE_SUMAMT"}}, {dispensing, {"CNT"}}},
            {"就诊流水号", "MDTRT_ID", "MDTRT_ID"});
        QVERIFY2(fewest >= 5, QByteArray::number(qulonglong(fewest)).constData());
        QCOMPARE(report->joined.smallestGroup, std::uint64_t{fewest});
        // The twin: the extracts as they are single stays out.
        QCOMPARE(fewestAlike({{made->visits, {"性别", "年龄"}},
                              {made->settlements, {"INSUTYPE", "MEDFEE_SUMAMT"}},
                              {made->dispensing, {"CNT"}}},
                             {"就诊流水号", "MDTRT_ID", "MDTRT_ID"}),
                 std::size_t{1});

        // Admission stands in two extracts; both moved by the same days.
        const table::Table v = tableOf(visits);
        const table::Table s = tableOf(settlements);
        std::map<std::string, std::string> admission;
        for (std::uint64_t row = 0; row < v.rows(); ++row)
            admission[cellOf(v, "就诊流水号", row)] = cellOf(v, "入院时间", row).substr(0, 10);
        std::size_t same = 0, other = 0;
        for (std::uint64_t row = 0; row < s.rows(); ++row) {
            const auto found = admission.find(cellOf(s, "MDTRT_ID", row));
            if (found == admission.end() || found->second.empty() || cellOf(s, "BEGNTIME", row).empty())
                continue;
            ++(found->second == cellOf(s, "BEGNTIME", row).substr(0, 10) ? same : other);
        }
        QVERIFY(same > 500);
        QVERIFY(other * 20 < same); // planted defects
    }
};

} // namespace

MANGROVE_TEST(LinkedExtractsTest)
#include "linked_extracts_test.moc"
