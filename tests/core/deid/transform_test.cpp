// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/number.h"
#include "base/text.h"
#include "deid/apply.h"
#include "deid/cell_function.h"
#include "deid/cell_worker.h"
#include "deid/number_cell.h"
#include "deid/recipe.h"
#include "deid/resident_id.h"
#include "deid/survey.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <map>
#include <set>

using namespace mangrove;

namespace {

deid::Keys transformKeys(std::uint8_t seed) {
    const Bytes key(32, seed);
    return {crypto::SecretBytes::copyOf(key), crypto::SecretBytes::copyOf(key)};
}

/// The transform as a recipe writes it, or its error.
Result<deid::Transform> parsedTransform(const std::string& transform, const char* role = "insensitive") {
    MANGROVE_ASSIGN(const auto recipe,
                    deid::parseRecipe("{\"recipe\":1,\"attributes\":[{\"column\":\"c\",\"role\":\""
                                      + std::string(role) + "\",\"transform\":" + transform + "}]}"));
    return *recipe.attributes[0].transform;
}

deid::CellFunctionPtr functionOf(const std::string& transform, std::uint8_t key = 1,
                                 const std::string& recipient = "", const std::string& column = "c") {
    const auto made = parsedTransform(transform);
    if (!made.ok())
        qFatal("%s", made.error().message().c_str());
    const auto keys = transformKeys(key);
    return deid::makeCellFunction({*made, column, recipient, keys}).value();
}

/// The transformed text; "!" for unreadable, "0" for emptied, "?" without a person.
std::string applied(const deid::CellFunctionPtr& function, const std::string& text, std::uint64_t row = 0) {
    std::string out;
    deid::CellInput cell;
    cell.text = text;
    cell.row = row;
    switch (function->apply(cell, out)) {
    case deid::CellFate::Written:
        return out;
    case deid::CellFate::Emptied:
        return "0";
    case deid::CellFate::Unreadable:
        return "!";
    case deid::CellFate::PersonMissing:
        break;
    }
    return "?";
}

} // namespace

class TransformTest : public QObject {
    Q_OBJECT

private slots:
    void everyTransformIsDescribed() {
        std::set<std::string_view> names;
        for (const deid::TransformInfo& info : deid::transformInfos()) {
            QCOMPARE(&deid::describe(info.type), &info);
            QVERIFY(names.insert(info.name).second);
            QCOMPARE(deid::transformFromName(info.name), std::optional(info.type));
            QVERIFY(!info.effect.empty() && !info.reversibleBy.empty());
            std::set<std::string_view> parameters;
            for (const auto& parameter : info.parameters)
                QVERIFY(parameters.insert(parameter.name).second && !parameter.meaning.empty());
        }
        QCOMPARE(names.size(), std::size_t{17});
        QVERIFY(deid::transformInfosJson().find("\"name\":\"permute\"") != std::string::npos);
        QVERIFY(!deid::transformFromName("shred"));
    }

    void givesThese_data() {
        QTest::addColumn<QString>("transform");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("wanted");
        const auto add = [](const char* transform, const char* cell, const char* wanted) {
            QTest::addRow("%s %s", transform, cell) << transform << cell << wanted;
        };
        const char* const ends = R"({"type":"mask","keepFirst":1,"keepLast":1})";
        add(ends, "王小明", "王*明");
        add(ends, "王明", "**");
        add(ends, "", "");
        add(ends, "𠮷野家👍🏽", "𠮷***🏽");
        add(R"({"type":"mask","hide":"digits","keepLast":2})", "0898-6666 8888", "****-**** **88");
        add(R"({"type":"mask","hide":"letters-digits","with":"x"})", "a.b@c.cn", "x.x@x.xx");
        const char* const phone = R"({"type":"mask","pattern":"###****####"})";
        add(phone, "13812345678", "138****5678");
        add(phone, "1381234567", "**********");
        add(phone, "138123456789", "************");
        add(R"({"type":"mask","pattern":"(##) ****"})", "(12) 3456", "(12) ****");
        add(R"({"type":"mask","pattern":"(##) ****"})", "[12] 3456", "*********");

        add(R"({"type":"bin","width":5})", "34", "[30..35)");
        add(R"({"type":"bin","width":5})", "35", "[35..40)");
        add(R"({"type":"bin","width":5})", "-1", "[-5..0)");
        add(R"({"type":"bin","width":5,"origin":2})", "1.5", "[-3..2)");
        add(R"({"type":"bin","width":0.1})", "0.3", "[0.3..0.4)");
        add(R"({"type":"bin","width":0.1})", "0.7", "[0.7..0.8)");
        add(R"({"type":"bin","width":0.1})", "2.2999", "[2.2..2.3)");
        const char* const edges = R"({"type":"bin","edges":[0,18,60.5]})";
        add(edges, "-0.1", "<0");
        add(edges, "0", "[0..18)");
        add(edges, "18", "[18..60.5)");
        add(edges, "60.5", ">=60.5");
        add(edges, "6e1", "!");
        add(edges, "约60", "!");
        add(edges, " 60", "!");
        add(edges, "9999999999999999", "!");

        add(R"({"type":"limit","min":1,"max":90})", "90", ">=90");
        add(R"({"type":"limit","min":1,"max":90})", "89.99", "89.99");
        add(R"({"type":"limit","min":1,"max":90})", "-5", "<=1");
        add(R"({"type":"limit","max":90,"as":"bound"})", "104", "90");
        add(R"({"type":"limit","max":90})", "old", "!");
        add(R"({"type":"round","to":100})", "1250", "1300");
        add(R"({"type":"round","to":100})", "-1250", "-1300");
        add(R"({"type":"round","to":0.5})", "37.26", "37.5");
        add(R"({"type":"round","to":0.1})", "0.25", "0.3");
        add(R"({"type":"round","to":10})", "-4", "0");

        add(R"({"type":"truncate-date","unit":"year"})", "2024-02-29 08:30", "2024");
        add(R"({"type":"truncate-date","unit":"half-year"})", "2024/7/1", "2024-H2");
        add(R"({"type":"truncate-date","unit":"quarter"})", "20240331", "2024-Q1");
        add(R"({"type":"truncate-date","unit":"month"})", "2024年3月1日", "2024-03");
        const char* const week = R"({"type":"truncate-date","unit":"week"})";
        add(week, "2024-01-01", "2024-W01");
        add(week, "2023-01-01", "2022-W52");
        add(week, "2020-12-31", "2020-W53");
        add(week, "2019-12-30", "2020-W01");
        add(week, "1969-12-29", "1970-W01");
        add(week, "1962-01-07", "1962-W01");
        add(week, "9999-12-31", "9999-12-31");
        add(week, "31.12.2024", "!");

        const char* const cells = R"({"type":"suppress-cells","values":["HIV",""],"min":0,"max":9})";
        add(cells, "HIV", "0");
        add(cells, "HIV+", "HIV+");
        add(cells, "", "0");
        add(cells, "9", "9");
        add(cells, "9.01", "0");
        add(cells, "-1", "0");
    }
    void givesThese() {
        QFETCH(QString, transform);
        QFETCH(QString, cell);
        QFETCH(QString, wanted);
        const auto function = functionOf(transform.toStdString());
        QCOMPARE(QString::fromStdString(applied(function, cell.toStdString())), wanted);
    }

    void refusesTheseParameters_data() {
        QTest::addColumn<QString>("transform");
        for (const char* transform : {R"({"type":"shred"})",
                                      R"({"type":"mask","keepFirst":1,"pattern":"#*"})",
                                      R"({"type":"bin"})",
                                      R"({"type":"bin","width":0})",
                                      R"({"type":"bin","width":-1})",
                                      R"({"type":"bin","width":1,"quantiles":4})",
                                      R"({"type":"bin","edges":[2,1]})",
                                      R"({"type":"bin","edges":["1"]})",
                                      R"({"type":"bin","quantiles":1})",
                                      R"({"type":"limit"})",
                                      R"({"type":"limit","min":2,"max":2})",
                                      R"({"type":"round"})",
                                      R"({"type":"round","to":-1})",
                                      R"({"type":"truncate-date"})",
                                      R"({"type":"truncate-date","unit":"day"})",
                                      R"({"type":"noise"})",
                                      R"({"type":"noise","scale":1,"min":3,"max":1})",
                                      R"({"type":"micro-aggregate"})",
                                      R"({"type":"micro-aggregate","k":1})",
                                      R"({"type":"suppress-cells"})",
                                      R"({"type":"suppress-cells","fewerThan":1})",
                                      R"({"type":"surrogate"})",
                                      R"({"type":"surrogate","kind":"dog"})",
                                      R"({"type":"encrypt","format":"custom","alphabet":"a"})",
                                      R"({"type":"encrypt","format":"custom","alphabet":"aba"})",
                                      R"({"type":"encrypt","alphabet":"ab"})",
                                      R"({"type":"encrypt","format":"cn-resident-id","keepFirst":6})",
                                      R"({"type":"pseudonym","hash":"md5"})",
                                      R"({"type":"redact-text","with":"shift-dates"})",
                                      R"({"type":"permute","k":3})"})
            QTest::newRow(transform) << QString(transform);
    }
    void refusesTheseParameters() {
        QFETCH(QString, transform);
        const auto refused = parsedTransform(transform.toStdString());
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().is(errors::kRecipeField) || refused.error().is(errors::kRecipeInvalid));
    }

    void refusesCodesAsQuasiIdentifiers() {
        for (const char* transform : {R"({"type":"pseudonym"})", R"({"type":"encrypt"})",
                                      R"({"type":"surrogate","kind":"cn-name"})"}) {
            QVERIFY(!parsedTransform(transform, "quasi").ok());
            QVERIFY(parsedTransform(transform, "direct").ok());
        }
        QVERIFY(parsedTransform(R"({"type":"bin","width":5})", "quasi").ok());
    }

    void encryptsFormats_data() {
        QTest::addColumn<QString>("transform");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("kept"); ///< regular expression of what the code looks like
        const auto add = [](const char* transform, const char* cell, const char* kept) {
            QTest::addRow("%s %s", transform, cell) << transform << cell << kept;
        };
        add(R"({"type":"encrypt","keepFirst":3})", "13812345678", "138\\d{8}");
        add(R"({"type":"encrypt"})", "0898-6666 8888", "\\d{4}-\\d{4} \\d{4}");
        add(R"({"type":"encrypt","format":"letters-digits","keepLast":1})", "AbC-99x7", "\\w{3}-\\w{3}7");
        add(R"({"type":"encrypt","format":"upper-digits"})", "H46010699999 号", "[0-9A-Z]{12} 号");
        add(R"({"type":"encrypt","format":"custom","alphabet":"甲乙丙丁戊己庚辛壬癸"})", "甲甲乙丙丁戊",
            "[甲乙丙丁戊己庚辛壬癸]{6}");
        add(R"({"type":"encrypt","format":"cn-resident-id"})", "46010519900307123X", "460105\\d{11}[\\dX]");
    }
    void encryptsFormats() {
        QFETCH(QString, transform);
        QFETCH(QString, cell);
        QFETCH(QString, kept);
        const auto function = functionOf(transform.toStdString());
        std::string input = cell.toStdString();
        if (transform.contains("resident"))
            input = deid::ResidentId::text("460105", 32'938'123);
        const QString code = QString::fromStdString(applied(function, input));
        QVERIFY2(QRegularExpression("^" + kept + "$").match(code).hasMatch(), qPrintable(code));
        QVERIFY(code.toStdString() != input);
        QCOMPARE(QString::fromStdString(applied(function, input)), code);
        // another key, another recipient, another domain: another code
        for (const auto& other :
             {functionOf(transform.toStdString(), 2), functionOf(transform.toStdString(), 1, "B"),
              functionOf(transform.toStdString(), 1, "", "other")})
            QVERIFY(applied(other, input) != code.toStdString());
        // the key's holder gets it back
        const auto made = parsedTransform(transform.toStdString());
        const auto keys = transformKeys(1);
        const auto key = deid::recipientKey(keys.pseudonymKey, deid::KeyPurpose::Encrypt, "");
        const auto cipher =
            deid::FormatCipher::make(*key, made->format, made->keepFirst, made->keepLast, "c");
        QCOMPARE(cipher->decrypt(code.toStdString()), std::optional(input));
    }

    void encryptsIdentityNumbersOneToOne() {
        const auto function = functionOf(R"({"type":"encrypt","format":"cn-resident-id"})");
        std::set<std::string> codes;
        for (std::uint32_t i = 0; i < 2000; ++i) {
            const std::string code = applied(function, deid::ResidentId::text("460105", i * 36'500));
            QVERIFY(deid::ResidentId::parse(code).has_value());
            QCOMPARE(code.substr(0, 6), std::string("460105"));
            codes.insert(code);
        }
        QCOMPARE(codes.size(), std::size_t{2000});
        for (const char* wrong : {"460105199003071234", "46010519900230123X", "4601051990030712", ""})
            QCOMPARE(applied(function, wrong), std::string("!"));
    }

    void refusesToEncryptShortCells() {
        const auto function = functionOf(R"({"type":"encrypt","keepFirst":3})");
        QCOMPARE(applied(function, "13812345"), std::string("!"));
        QCOMPARE(applied(function, "—"), std::string("!"));
        QVERIFY(applied(function, "138123456") != "!");
        QCOMPARE(applied(function, std::string(5000, '1')), std::string("!"));
    }

    void makesSurrogatesThatAreNobodys() {
        const auto id = functionOf(R"({"type":"surrogate","kind":"cn-resident-id"})");
        const auto phone = functionOf(R"({"type":"surrogate","kind":"cn-mobile"})");
        const auto email = functionOf(R"({"type":"surrogate","kind":"email"})");
        const auto name = functionOf(R"({"type":"surrogate","kind":"cn-name"})");
        const auto english = functionOf(R"({"type":"surrogate","kind":"en-name"})");
        std::set<std::string> ids, names;
        for (int i = 0; i < 3000; ++i) {
            const std::string value = "值" + std::to_string(i);
            const std::string made = applied(id, value);
            const auto read = deid::ResidentId::parse(made); // so its check character is right
            QVERIFY(read.has_value());
            QCOMPARE(made.substr(0, 2), std::string("77"));
            QVERIFY(made.substr(6, 4) >= "1901" && made.substr(6, 4) <= "1919");
            ids.insert(made);
            QVERIFY(applied(phone, value).starts_with("154"));
            QCOMPARE(applied(phone, value).size(), std::size_t{11});
            QVERIFY(applied(email, value).ends_with("@example.invalid"));
            const std::string person = applied(name, value);
            QVERIFY(codePointCount(person) == 2 || codePointCount(person) == 3);
            names.insert(person);
            QVERIFY(applied(english, value).find(' ') != std::string::npos);
            QCOMPARE(applied(name, value), person);
        }
        QVERIFY(ids.size() > 2995);
        QVERIFY(names.size() > 2700);
        QVERIFY(applied(name, "王一")
                != applied(functionOf(R"({"type":"surrogate","kind":"cn-name"})", 2), "王一"));
    }

    void pseudonymsHangOnTheHash() {
        const auto sha = functionOf(R"({"type":"pseudonym"})");
        const auto sm3 = functionOf(R"({"type":"pseudonym","hash":"sm3"})");
        QVERIFY(applied(sha, "A") != applied(sm3, "A"));
        QCOMPARE(applied(sm3, "A").size(), std::size_t{18});
        // The definition, written out with the room's HMAC.
        const auto master = crypto::Hmac::make(transformKeys(1).pseudonymKey, crypto::HmacHash::Sm3);
        const auto derived = master->compute(std::string("mangrove pseudonym 1\0B", 22));
        const auto mine = crypto::Hmac::make(crypto::SecretBytes::copyOf(derived), crypto::HmacHash::Sm3);
        const auto digest = mine->compute(std::string("c\0A", 3));
        const std::string code = applied(functionOf(R"({"type":"pseudonym","hash":"sm3"})", 1, "B"), "A");
        constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        QCOMPARE(code[2], kSymbols[digest[0] >> 3U]);
        QCOMPARE(code[17], kSymbols[digest[9] & 31U]);
    }

    /// The noise has the distribution it says, is the same again, differs by row, and keeps its bounds.
    void noiseIsWhatItSays() {
        const auto laplace = functionOf(R"({"type":"noise","scale":2})");
        const auto uniform = functionOf(R"({"type":"noise","shape":"uniform","scale":2})");
        double sum = 0, absolute = 0, beyond = 0, uniformSum = 0;
        constexpr int kRows = 20'000;
        for (int row = 0; row < kRows; ++row) {
            const double x = *parseDouble(applied(laplace, "100.000000", row)) - 100;
            sum += x;
            absolute += std::abs(x);
            beyond += std::abs(x) > 2 * std::log(10.0) ? 1 : 0;
            const double u = *parseDouble(applied(uniform, "100.000000", row)) - 100;
            QVERIFY(std::abs(u) <= 2);
            uniformSum += std::abs(u);
        }
        QVERIFY(std::abs(sum / kRows) < 0.08);            // mean 0, standard error 0.02
        QVERIFY(std::abs(absolute / kRows - 2) < 0.06);   // E|x| = scale
        QVERIFY(std::abs(beyond / kRows - 0.1) < 0.01);   // P(|x| > scale·ln 10) = 0.1
        QVERIFY(std::abs(uniformSum / kRows - 1) < 0.03); // E|u| = scale / 2
        QCOMPARE(applied(laplace, "100.00", 7), applied(laplace, "100.00", 7));
        QVERIFY(applied(laplace, "100.00", 7) != applied(laplace, "100.00", 8));
        QVERIFY(applied(laplace, "100.00", 7)
                != applied(functionOf(R"({"type":"noise","scale":2})", 2), "100.00", 7));
        const auto bounded = functionOf(R"({"type":"noise","scale":50,"min":0,"max":120})");
        int atBound = 0;
        for (int row = 0; row < 2000; ++row) {
            const std::string text = applied(bounded, "3", row);
            const double value = *parseDouble(text);
            QVERIFY(value >= 0 && value <= 120 && text.find('.') == std::string::npos);
            atBound += value == 0 || value == 120 ? 1 : 0;
        }
        QVERIFY(atBound < 60); // drawn again, not heaped up at the bounds
        QCOMPARE(applied(bounded, "x"), std::string("!"));
    }

    void workersRememberWithoutChangingAnything() {
        for (const char* transform : {R"({"type":"pseudonym"})", R"({"type":"mask","keepLast":1})"}) {
            const auto function = functionOf(transform);
            deid::CellWorker worker(*function);
            for (int i = 0; i < 60'000; ++i) { // distinct values: remembering stops midway
                const std::string value = "value " + std::to_string(i);
                std::string_view out;
                QVERIFY(worker.apply(value, {}, 0, out) == deid::CellFate::Written);
                if (i % 997 == 0 || (i > 19'990 && i < 20'010))
                    QCOMPARE(std::string(out), applied(function, value));
            }
        }
    }

    void survivesHostileCells() {
        const std::string huge(3'000'000, '9');
        const std::string odd = "\u202Eabc\u0000\u200D👩‍👩‍👧‍👦ß\uFEFF";
        for (const char* transform :
             {R"({"type":"mask","keepFirst":2})", R"({"type":"mask","pattern":"##**"})",
              R"({"type":"pseudonym"})", R"({"type":"encrypt"})",
              R"({"type":"encrypt","format":"cn-resident-id"})", R"({"type":"surrogate","kind":"cn-name"})",
              R"({"type":"bin","width":0.001})", R"({"type":"limit","max":5})",
              R"({"type":"round","to":0.01})", R"({"type":"truncate-date","unit":"week"})",
              R"({"type":"noise","scale":1})", R"({"type":"suppress-cells","max":3})"}) {
            const auto function = functionOf(transform);
            for (const std::string& cell :
                 {huge, odd, std::string(), std::string("-"), std::string("."), std::string("-.5"),
                  std::string("1."), std::string("+5"), std::string("1e400"), std::string("nan"),
                  std::string("-999999999999999"), std::string("0.000000000000000000000000000000000001")}) {
                const std::string out = applied(function, cell);
                QVERIFY(findInvalidUtf8(out) == std::string::npos);
            }
        }
    }

    void numbersAreReadAndWrittenExactly() {
        QCOMPARE(deid::numberText(2.675, 2), std::string("2.68"));
        QCOMPARE(deid::numberText(-0.001, 2), std::string("0.00"));
        QCOMPARE(deid::numberText(1e14 + 0.5, 1), std::string("100000000000000.5"));
        QCOMPARE(deid::decimalsOf(0.25), 2U);
        QCOMPARE(deid::decimalsOf(100), 0U);
        QCOMPARE(deid::parseCellNumber("12.50")->decimals, 2U);
        QVERIFY(!deid::parseCellNumber("1,000") && !deid::parseCellNumber("0x10")
                && !deid::parseCellNumber("--1"));
    }

    void keysAreNeeded() {
        const deid::Keys none;
        for (const char* text : {R"({"type":"pseudonym"})", R"({"type":"encrypt"})",
                                 R"({"type":"noise","scale":1})", R"({"type":"surrogate","kind":"email"})"}) {
            const auto transform = parsedTransform(text);
            QVERIFY(deid::needsKey(*transform));
            const auto made = deid::makeCellFunction({*transform, "c", "", none});
            QVERIFY(!made.ok() && made.error().is(errors::kKeyMissing));
        }
        const auto mask = parsedTransform(R"({"type":"mask"})");
        QVERIFY(!deid::needsKey(*mask) && deid::makeCellFunction({*mask, "c", "", none}).ok());
        const auto redact = parsedTransform(R"({"type":"redact-text"})");
        QVERIFY(!deid::needsKey(*redact));
        const auto made = deid::makeCellFunction({*redact, "c", "", none});
        QVERIFY(!made.ok() && made.error().is(errors::kTextFinderMissing));
    }
};

MANGROVE_TEST(TransformTest)
#include "transform_test.moc"
