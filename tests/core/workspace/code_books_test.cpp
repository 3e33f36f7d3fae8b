// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/code_books.h"

#include <QtTest>
#include <set>

using namespace mangrove;
using test::codeOf;
using test::WorkspaceFixture;

namespace {

constexpr const char* kVisit = "就诊流水号";

/// The first cell of each line; these files need no quotes.
std::vector<std::string> firstCells(const std::filesystem::path& file) {
    std::vector<std::string> cells;
    const std::string text = test::readAll(file);
    for (const std::string_view line : split(text, '\n'))
        cells.emplace_back(line.substr(0, line.find(',')));
    cells.pop_back(); // behind the last line feed
    return cells;
}

/// A release whose visit numbers are reversible pseudonyms.
Result<catalog::Release> reversibleRelease(WorkspaceFixture& f) {
    MANGROVE_ASSIGN(const auto dataset, f.registerExtract("visits", 300));
    auto options = WorkspaceFixture::recipe();
    for (auto& attribute : options.recipe.attributes) {
        if (attribute.column == kVisit)
            attribute.transform->reversible = true;
    }
    options.recipe.suppressionLimit = 1;
    return workspace::applyRecipe(f.ws(), f.as("officer"), dataset.id, options, {});
}

class CodeBooksTest : public QObject {
    Q_OBJECT
private slots:
    void resolvesForTheCustodianAndSaysSo() {
        WorkspaceFixture f;
        const auto release = reversibleRelease(f);
        QVERIFY2(release.ok(), test::wordsOf(release).c_str());
        const auto rows = firstCells(release->path);
        const auto sealed = f.filesFolder() / "codes" / (release->id.text() + ".codes");
        QVERIFY(std::filesystem::exists(sealed));
        const std::string boxes = test::readAll(sealed);
        const auto sourceRows = firstCells(f.dir / "visits.csv");
        const std::string original = sourceRows[1];
        QVERIFY(!original.empty() && boxes.find(original) == std::string::npos);

        // The officer who made it may; what comes back is in the source.
        std::vector<std::string> codes(rows.begin() + 1, rows.end());
        codes.emplace_back("P-0000000000000000");
        const auto before = f.eventCount();
        const auto found =
            workspace::resolveCodes(f.ws(), f.as("officer"), release->id, kVisit, codes, "复诊召回");
        QVERIFY2(found.ok(), test::wordsOf(found).c_str());
        QCOMPARE(f.eventCount(), before + 1);
        const std::set<std::string> source(sourceRows.begin() + 1, sourceRows.end());
        for (std::size_t i = 0; i + 1 < found->size(); ++i)
            QVERIFY((*found)[i].has_value() && source.count(*(*found)[i]) == 1);
        QVERIFY(!found->back().has_value());

        // The custodian needs the vault; the reviewer never may.
        const auto resolve = [&](const char* who, const std::string& reason = "复诊召回",
                                 const char* column = kVisit) {
            return codeOf(
                workspace::resolveCodes(f.ws(), f.as(who), release->id, column, {codes[0]}, reason));
        };
        QCOMPARE(resolve("custodian"), std::string("vault-not-granted"));
        QVERIFY(workspace::shareDeidKeys(f.ws(), f.as("officer"), f.as("custodian")).ok());
        QCOMPARE(resolve("custodian"), std::string("ok"));
        QCOMPARE(resolve("reviewer"), std::string("role-not-allowed"));
        QCOMPARE(resolve("custodian", " "), std::string("reason-missing"));
        QCOMPARE(resolve("custodian", "x", "姓名"), std::string("column-not-found"));
    }

    void thereIsNoIndexWithoutReversiblePseudonyms() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 300);
        auto options = WorkspaceFixture::recipe();
        options.recipe.suppressionLimit = 1;
        const auto release = workspace::applyRecipe(f.ws(), f.as("officer"), dataset->id, options, {});
        QVERIFY2(release.ok(), test::wordsOf(release).c_str());
        QCOMPARE(codeOf(workspace::resolveCodes(f.ws(), f.as("officer"), release->id, kVisit, {}, "x")),
                 std::string("code-index-missing"));
        QVERIFY(!std::filesystem::exists(f.filesFolder() / "codes"));
    }
};

} // namespace

MANGROVE_TEST(CodeBooksTest)
#include "code_books_test.moc"
