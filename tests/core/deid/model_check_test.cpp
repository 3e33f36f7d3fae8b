// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/deid/adult_data.h"
#include "deid/apply.h"
#include "deid/apply_json.h"
#include "deid/errors.h"
#include "deid/model_check.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <map>
#include <set>

using namespace mangrove;

namespace {

constexpr const char* kCheckedRecipe = R"({"recipe":1,"attributes":[
    {"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},
    {"column":"sex","role":"quasi","hierarchy":"builtin:keep-or-suppress"},
    {"column":"ill","role":"sensitive"}],
    "models":[{"type":"k-anonymity","k":4},
      {"type":"l-diversity","variant":"distinct","l":3,"column":"ill"},
      {"type":"l-diversity","variant":"entropy","l":2,"column":"ill"},
      {"type":"t-closeness","variant":"equal","t":0.4,"column":"ill"},
      {"type":"average-risk","threshold":0.1},
      {"type":"sample-uniqueness","threshold":0.01}],"suppressionLimit":0.4})";

/// Classes by hand: sizes and, by class, the sensitive values with their counts; class 0 is suppressed.
struct MadeClasses {
    deid::WrittenClasses written;
    deid::SensitiveCounts counts;

    explicit MadeClasses(const std::vector<std::map<std::string, int>>& classes) {
        for (std::uint32_t c = 0; c < classes.size(); ++c) {
            std::uint64_t size = 0;
            for (const auto& [value, count] : classes[c]) {
                for (int i = 0; i < count; ++i)
                    counts.add({value, false}, c);
                size += static_cast<std::uint64_t>(count);
            }
            written.records += size;
            if (c == 0)
                continue;
            written.sizes.push_back(size);
            written.isTop.push_back(false);
            // Of the even classes of the tests half is released, of the small ones everybody is.
            written.populations.push_back(size < 9 ? size : 2 * size);
        }
        written.sensitive.push_back({"ill", std::nullopt, &counts});
    }
};

bool holdsOn(const std::string& model, const MadeClasses& made) {
    const auto recipe = deid::parseRecipe(
        R"({"recipe":1,"attributes":[{"column":"age","role":"quasi"},{"column":"ill","role":"sensitive"}],"subset":{"rows":[0]},"models":[)"
        + model + "]}");
    if (!recipe.ok())
        qFatal("%s", recipe.error().message().c_str());
    const auto checks = deid::checkWritten(*recipe, made.written, {});
    if (!checks.ok() || checks->size() != 1)
        qFatal("no check");
    const bool unmet = !deid::requireAll(*checks).ok();
    if (unmet == checks->front().holds)
        qFatal("the verdict and the error disagree");
    return checks->front().holds;
}

} // namespace

class ModelCheckTest : public QObject {
    Q_OBJECT

private slots:
    /// The report's checks against the written file, counted by code of its own, for one thread and several.
    void judgesWhatWasWritten() {
        test::TempDir folder;
        SeededRandom random(11);
        std::string csv = "age,sex,ill\n";
        for (int i = 0; i < 60'000; ++i)
            csv += std::to_string(20 + random.below(60)) + (random.below(2) == 0 ? ",M,d" : ",F,d")
                   + std::to_string(std::min(random.below(7), random.below(7))) + "\n";
        const auto input = folder.write("in.csv", csv);
        const auto recipe = deid::parseRecipe(kCheckedRecipe);
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : recipe.error().message().c_str());
        std::vector<deid::ModelCheck> first;
        for (const unsigned threads : {1U, 3U}) {
            deid::ApplyOptions options;
            options.threads = threads;
            options.ifExists = OutputFile::IfExists::Replace;
            const auto report =
                deid::applyRecipe(input, {}, *recipe, deid::standInKeys(), folder / "out.csv", options, {});
            QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
            QCOMPARE(report->models.size(), recipe->models.size());
            std::map<std::string, std::map<std::string, std::uint64_t>> classes;
            std::uint64_t records = 0;
            for (const auto& row : test::readPlainCsv(folder / "out.csv")) {
                if (row[0] == "age" && row[2] == "ill")
                    continue;
                ++classes[row[0] + "|" + row[1]][row[2]];
                ++records;
            }
            std::uint64_t smallest = records;
            std::uint64_t fewest = records;
            for (const auto& [key, values] : classes) {
                std::uint64_t size = 0;
                for (const auto& [value, count] : values)
                    size += count;
                smallest = std::min(smallest, size);
                fewest = std::min<std::uint64_t>(fewest, values.size());
            }
            QVERIFY(fewest >= 3);
            QCOMPARE(*report->models[0].measured, static_cast<double>(smallest));
            QCOMPARE(report->models[1].classes, std::uint64_t{classes.size()});
            QCOMPARE(*report->models[4].measured,
                     static_cast<double>(classes.size()) / static_cast<double>(records));
            for (const deid::ModelCheck& check : report->models)
                QVERIFY(check.holds && check.broken == 0);
            if (first.empty())
                first = report->models;
            QVERIFY(report->models == first);
            const auto again = deid::applyReportFromJson(deid::toJson(*report));
            QVERIFY(again.ok() && again->models == first);
        }
    }

    /// Each model on classes that hold and on ones that break it.
    void findsWhatIsBroken() {
        const MadeClasses even({{{"a", 2}}, {{"a", 3}, {"b", 3}, {"c", 3}}, {{"a", 4}, {"b", 3}, {"c", 3}}});
        const MadeClasses odd({{{"b", 2}}, {{"a", 5}, {"b", 1}}, {{"c", 1}}});
        for (const char* model :
             {R"({"type":"k-anonymity","k":5})", R"({"type":"highest-risk","threshold":0.2})",
              R"({"type":"gbt-39725"})", R"({"type":"average-risk","threshold":0.2})",
              R"({"type":"sample-uniqueness","threshold":0.05})",
              R"({"type":"population-uniqueness","threshold":0.0001,"population":1000})",
              R"({"type":"l-diversity","variant":"distinct","l":3,"column":"ill"})",
              R"({"type":"l-diversity","variant":"entropy","l":2,"column":"ill"})",
              R"({"type":"l-diversity","variant":"recursive","l":2,"c":2,"column":"ill"})",
              R"({"type":"t-closeness","variant":"equal","t":0.2,"column":"ill"})",
              R"({"type":"t-closeness","variant":"ordered","t":0.2,"column":"ill"})",
              R"({"type":"delta-disclosure","delta":0.9,"column":"ill"})",
              R"({"type":"beta-likeness","variant":"basic","beta":0.5,"column":"ill"})",
              R"({"type":"k-map","k":18})", R"({"type":"delta-presence","min":0,"max":0.5})",
              R"({"type":"km-anonymity","k":3,"m":1,"column":"ill"})"}) {
            QVERIFY2(holdsOn(model, even), model);
            QVERIFY2(!holdsOn(model, odd), model);
        }
    }

    /// Presence is limited at both ends, and a population that nobody counted proves nothing.
    void membershipNeedsThePopulation() {
        MadeClasses made({{}, {{"a", 10}}});
        QVERIFY(holdsOn(R"({"type":"delta-presence","min":0.5,"max":1})", made));
        QVERIFY(!holdsOn(R"({"type":"delta-presence","min":0.51,"max":1})", made));
        QVERIFY(holdsOn(R"({"type":"k-map","k":20})", made));
        QVERIFY(!holdsOn(R"({"type":"k-map","k":21})", made));
        made.written.populations.clear();
        auto recipe = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi"}],"subset":{"rows":[0]},
            "models":[{"type":"k-map","k":2}]})");
        QVERIFY(recipe.ok());
        QVERIFY(deid::checkWritten(*recipe, made.written, {}).error().is(errors::kModelUnmet));
        recipe->models[0].type = deid::ModelType::DeltaPresence;
        QVERIFY(deid::checkWritten(*recipe, made.written, {}).error().is(errors::kModelUnmet));
    }

    /// A class that says nothing does not count to models over all classes.
    void aClassOfStarsDoesNotCount() {
        MadeClasses made({{}, {{"a", 1}}});
        QVERIFY(!holdsOn(R"({"type":"sample-uniqueness","threshold":0.05})", made));
        made.written.isTop[0] = true;
        QVERIFY(holdsOn(R"({"type":"sample-uniqueness","threshold":0.05})", made));
    }

    /// What was counted for another table than the one with these classes is no proof.
    void countsMustFitTheClasses() {
        MadeClasses made({{{"a", 2}}, {{"a", 3}, {"b", 3}}});
        const char* model = R"({"type":"l-diversity","variant":"distinct","l":2,"column":"ill"})";
        QVERIFY(holdsOn(model, made));
        made.written.sizes[0] = 7;
        QVERIFY(!holdsOn(model, made));
    }
};

MANGROVE_TEST(ModelCheckTest)
#include "model_check_test.moc"
