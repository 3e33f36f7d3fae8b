// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/canonical_json.h"
#include "crypto/errors.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::crypto;

/// RFC 8785.
class CanonicalJsonTest : public QObject {
    Q_OBJECT
private slots:
    void publishedExamples_data();
    void publishedExamples();
    void publishedNumbers_data();
    void publishedNumbers();
    void refused_data();
    void refused();
    void canonicalStaysCanonical();
};

void CanonicalJsonTest::publishedExamples_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("canonical");
    const auto row = [](const char* name, std::string text, std::string canonical) {
        QTest::newRow(name) << text << canonical;
    };
    // RFC 8785 section 3.2.2 / 3.2.3
    row("values",
        "{\n \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\n"
        " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n \"literals\": [null, "
        "true, false]\n}",
        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
        "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    row("sorting",
        "{\"\\u20ac\": \"Euro Sign\", \"\\r\": \"Carriage Return\", \"\\ufb33\": \"Hebrew Letter Dalet With "
        "Dagesh\", \"1\": \"One\","
        "\"\\ud83d\\ude00\": \"Emoji: Grinning Face\", \"\\u0080\": \"Control\", \"\\u00f6\": \"Latin Small "
        "Letter O With Diaeresis\"}",
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\",\"\xC3\xB6\":\"Latin Small "
        "Letter O With Diaeresis\","
        "\"\xE2\x82\xAC\":\"Euro Sign\",\"\xF0\x9F\x98\x80\":\"Emoji: Grinning "
        "Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
    row("empty", " { } ", "{}");
    row("nested", "[[],{\"b\":{},\"a\":[{}]}]", "[[],{\"a\":[{}],\"b\":{}}]");
    row("escapes", "\"\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f/\"", "\"\\b\\f\\n\\r\\t\\u0000\\u001f\x7F/\"");
    row("largest integer", "[9007199254740991,-9007199254740991]", "[9007199254740991,-9007199254740991]");
    row("same name at two depths", "{\"a\":{\"a\":1}}", "{\"a\":{\"a\":1}}");
    row("same name in two objects", "[{\"a\":1},{\"a\":2}]", "[{\"a\":1},{\"a\":2}]");
    row("brackets in a text", "\"" + std::string(100, '[') + "\"", "\"" + std::string(100, '[') + "\"");
}

void CanonicalJsonTest::publishedExamples() {
    QFETCH(std::string, text);
    QFETCH(std::string, canonical);
    const auto done = canonicalJson(text);
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().message().c_str());
    QCOMPARE(QByteArray::fromStdString(*done), QByteArray::fromStdString(canonical));
}

void CanonicalJsonTest::publishedNumbers_data() {
    // RFC 8785 appendix B, written as decimal text with 17 digits
    QTest::addColumn<std::string>("number");
    QTest::addColumn<std::string>("canonical");
    const auto row = [](const char* number, const char* canonical) {
        QTest::newRow(number) << std::string(number) << std::string(canonical);
    };
    row("0.0", "0");
    row("-0.0", "0");
    row("4.9406564584124654e-324", "5e-324");
    row("-4.9406564584124654e-324", "-5e-324");
    row("1.7976931348623157e308", "1.7976931348623157e+308");
    row("-1.7976931348623157e308", "-1.7976931348623157e+308");
    row("9007199254740992.0", "9007199254740992");
    row("295147905179352830000.0", "295147905179352830000");
    row("9.999999999999997e22", "9.999999999999997e+22");
    row("1e23", "1e+23");
    row("1.0000000000000001e23", "1.0000000000000001e+23");
    row("999999999999999700000.0", "999999999999999700000");
    row("999999999999999900000.0", "999999999999999900000");
    row("1e21", "1e+21");
    row("9.999999999999997e-7", "9.999999999999997e-7");
    row("0.000001", "0.000001");
    row("333333333.3333332", "333333333.3333332");
    row("333333333.33333325", "333333333.33333325");
    row("333333333.3333334", "333333333.3333334");
    row("-0.0000033333333333333333", "-0.0000033333333333333333");
    row("1424953923781206.2", "1424953923781206.2");
}

void CanonicalJsonTest::publishedNumbers() {
    QFETCH(std::string, number);
    QFETCH(std::string, canonical);
    QCOMPARE(*canonicalJson(number), canonical);
}

void CanonicalJsonTest::refused_data() {
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, std::string text) { QTest::newRow(name) << text; };
    row("empty", "");
    row("half", "{\"a\":");
    row("two values", "1 2");
    row("comma", "[1,]");
    row("comment", "[1/*one*/]");
    row("not a number", "[NaN]");
    row("infinite", "[1e400]");
    row("twice the same member", "{\"a\":1,\"b\":2,\"a\":3}");
    row("twice, once escaped", "{\"a\":1,\"\\u0061\":2}");
    row("twice deep down", "[{\"x\":{\"a\":1,\"a\":1}}]");
    row("integer too large", "[9007199254740992]");
    row("integer too small", "[-9007199254740992]");
    row("integer beyond 64 bits", "{\"a\":18446744073709551615}");
    row("no UTF-8", "\"\xFF\"");
    row("lone surrogate", "\"\\ud800\"");
    row("byte order mark", "\xEF\xBB\xBF{}");
    row("control character", std::string("\"a\nb\""));
    row("too deep", std::string(65, '[') + std::string(65, ']'));
    row("far too deep", std::string(1U << 20U, '['));
    row("too long", "\"" + std::string(17U << 20U, 'x') + "\"");
}

void CanonicalJsonTest::refused() {
    QFETCH(std::string, text);
    const auto done = canonicalJson(text);
    QVERIFY(!done.ok());
    QVERIFY(done.error().is(errors::kJsonNotCanonical));
    QVERIFY(canonicalJson(std::string(64, '[') + std::string(64, ']')).ok());
}

void CanonicalJsonTest::canonicalStaysCanonical() {
    for (const char* text : {"{\"b\":[1.5,\"\\u4e2d\"],\"a\":null}", "[1e21,1e-7,0.1]"}) {
        const auto once = canonicalJson(text);
        QCOMPARE(*canonicalJson(*once), *once);
    }
    QCOMPARE(canonicalJsonString("a\"\n"), std::string("\"a\\\"\\n\""));
}

MANGROVE_TEST(CanonicalJsonTest)
#include "canonical_json_test.moc"
