// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/cell_date.h"
#include "deid/hierarchy.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <map>
#include <set>

using namespace mangrove;

namespace {

/// Every value of `domain` has a full path; equal labels at a level have equal labels above; the top is one
/// `*`.
QByteArray findFlaw(const deid::Hierarchy& hierarchy, const std::vector<std::string>& domain) {
    std::vector<std::map<std::string, std::string>> above(hierarchy.levels());
    for (const std::string& value : domain) {
        const auto path = hierarchy.path(value);
        if (path.size() != hierarchy.levels())
            return QByteArray::fromStdString("no full path for " + value);
        if (path.front() != value || path.back() != "*")
            return QByteArray::fromStdString("wrong ends of the path of " + value);
        for (std::size_t level = 0; level + 1 < path.size(); ++level) {
            const auto [found, isNew] = above[level].emplace(path[level], path[level + 1]);
            if (!isNew && found->second != path[level + 1])
                return QByteArray::fromStdString("not monotone at " + value);
            if (hierarchy.generalise(value, static_cast<std::uint32_t>(level)) != path[level])
                return QByteArray::fromStdString("path and generalise disagree at " + value);
        }
    }
    return {};
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : " > ") + part;
    return text;
}

std::string padded(unsigned number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

std::vector<std::string> domainOf(const std::string& name) {
    std::vector<std::string> values;
    if (name == "age-5y" || name == "age-stage") {
        for (int age = 0; age <= 130; ++age)
            values.push_back(std::to_string(age));
    } else if (name == "length-of-stay") {
        for (int days = 0; days <= 9999; ++days)
            values.push_back(std::to_string(days));
    } else if (name == "interval") {
        for (const int width : {1, 5, 10, 20})
            for (int from = 0; from < 200; from += width)
                values.push_back("[" + std::to_string(from) + "-" + std::to_string(from + width) + ")");
    } else if (name == "cn-division") {
        for (const unsigned province : {11U, 15U, 21U, 33U, 46U, 54U, 65U, 71U, 82U})
            for (unsigned rest = 0; rest <= 9999; ++rest)
                values.push_back(std::to_string(province) + padded(rest, 4));
    } else if (name == "postcode") {
        for (unsigned code = 1; code <= 999'999; code += 7)
            values.push_back(padded(code, 6));
    } else if (name == "ethnic-group") {
        for (unsigned code = 1; code <= 56; ++code)
            values.push_back(padded(code, 2));
        values.insert(values.end(), {"97", "98", "汉族", "黎族", "苗族"});
    } else if (name == "icd10") {
        for (char letter = 'A'; letter <= 'Z'; ++letter)
            for (unsigned number = 0; number <= 99; ++number)
                for (const char* detail : {"", ".0", ".9", ".x00", ".901", "01"})
                    values.push_back(letter + padded(number, 2) + detail);
    } else if (name == "icd9") {
        for (unsigned number = 1; number <= 999; ++number)
            for (const char* detail : {"", ".0", ".83"})
                values.push_back(padded(number, 3) + detail);
        for (unsigned number = 1; number <= 91; ++number)
            values.push_back("V" + padded(number, 2));
        for (unsigned number = 0; number <= 999; ++number)
            values.push_back("E" + padded(number, 3));
    } else if (name == "date") {
        for (int year = 1895; year <= 2035; year += 1)
            for (unsigned month = 1; month <= 12; ++month)
                for (const unsigned day : {1U, 15U, 28U})
                    values.push_back(std::to_string(year) + "-" + padded(month, 2) + "-" + padded(day, 2));
    } else {
        values = {"a", "b", "", "男"};
    }
    return values;
}

} // namespace

class HierarchyTest : public QObject {
    Q_OBJECT

private slots:
    void builtinsAreMonotoneAndComplete_data() {
        QTest::addColumn<QString>("name");
        for (const auto& each : deid::builtinHierarchies())
            QTest::newRow(std::string(each.name).c_str()) << QString::fromStdString(std::string(each.name));
    }
    void builtinsAreMonotoneAndComplete() {
        QFETCH(QString, name);
        const auto hierarchy = deid::Hierarchy::builtin(name.toStdString());
        QVERIFY(hierarchy.ok());
        const auto domain = domainOf(name.mid(8).toStdString());
        const QByteArray flaw = findFlaw(*hierarchy, domain);
        QVERIFY2(flaw.isEmpty(), flaw.constData());
    }

    void knowsTheseValues_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("path");
        const auto add = [](const char* name, const char* value, const char* path) {
            QTest::addRow("%s %s", name, value) << name << value << path;
        };
        add("age-5y", "0", "0 > 0 > 0-9 > 0-19 > *");
        add("age-5y", "4", "4 > 1-4 > 0-9 > 0-19 > *");
        add("age-5y", "85", "85 > 85-89 > 80-89 > 80+ > *");
        add("age-5y", "104岁", "104岁 > 90+ > 90+ > 80+ > *");
        add("age-stage", "13", "13 > 6-13 > 0-17 > *");
        add("age-stage", "14", "14 > 14-17 > 0-17 > *");
        add("age-stage", "60", "60 > 60-79 > 60+ > *");
        add("interval", "[70-80)", "[70-80) > [60-80) > [40-80) > *");
        add("length-of-stay", "8", "8 > 8-14 > 8+ > *");
        add("date", "2024-05-31", "2024-05-31 > 2024-05 > 2024-Q2 > 2024 > 2020-2024 > 2020-2029 > *");
        add("date", "2025/1/9 08:30",
            "2025/1/9 08:30 > 2025-01 > 2025-Q1 > 2025 > 2025-2029 > 2020-2029 > *");
        add("cn-division", "460105", "460105 > 4601** > 46**** > 4***** > *");
        add("cn-division", "469025", "469025 > 4690** > 46**** > 4***** > *");
        add("postcode", "571000", "571000 > 5710** > 571*** > 57**** > *");
        add("ethnic-group", "01", "01 > 汉族 > *");
        add("ethnic-group", "黎族", "黎族 > 少数民族 > *");
        add("icd10", "E11.901", "E11.901 > E11.9 > E11 > E10-E14 > IV > *");
        add("icd10", "e119", "e119 > E11.9 > E11 > E10-E14 > IV > *");
        add("icd10", "I10.x00x002", "I10.x00x002 > I10.X > I10 > I10-I15 > IX > *");
        add("icd10", "D50", "D50 > D50 > D50 > D50-D53 > III > *");
        add("icd10", "H60.1", "H60.1 > H60.1 > H60 > H60-H62 > VIII > *");
        add("icd10", "X85.0", "X85.0 > X85.0 > X85 > X85-Y09 > XX > *");
        add("icd10", "Y05", "Y05 > Y05 > Y05 > X85-Y09 > XX > *");
        add("icd10", "U07.1", "U07.1 > U07.1 > U07 > U00-U49 > XXII > *");
        add("icd10", "A17.0†", "A17.0† > A17.0 > A17 > A15-A19 > I > *");
        add("icd10", "M1A.0", "M1A.0 > M1A.0 > M1A > M05-M14 > XIII > *");
        add("icd9", "250.83", "250.83 > 250 > 249-259 > 240-279 > *");
        add("icd9", "8", "8 > 008 > 001-009 > 001-139 > *");
        add("icd9", "V57", "V57 > V57 > V50-V59 > V01-V91 > *");
        add("icd9", "E909", "E909 > E909 > E900-E909 > E000-E999 > *");
        add("keep-or-suppress", "anything", "anything > *");
    }
    void knowsTheseValues() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, path);
        const auto hierarchy = deid::Hierarchy::builtin(name.toStdString());
        QCOMPARE(QString::fromStdString(joined(hierarchy->path(value.toStdString()))), path);
        QVERIFY(hierarchy->knows(value.toStdString()));
    }

    void refusesToGuess_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto add = [](const char* name, const char* value) {
            QTest::addRow("%s %s", name, value) << name << value;
        };
        for (const char* value : {"", "131", "-1", "4.5", " 5", "unknown", "0040"})
            add("age-5y", value);
        for (const char* value : {"[70-80]", "70-80", "[5-15)", "[80-70)", "[a-b)", "[70-70)"})
            add("interval", value);
        for (const char* value :
             {"03/04/2024", "2024-13-01", "2023-02-29", "2024", "20240230", "2024-05-31x", "24-05-31"})
            add("date", value);
        for (const char* value : {"4601", "990101", "46010x", "4601051"})
            add("cn-division", value);
        for (const char* value : {"57100", "000000", "57100a"})
            add("postcode", value);
        for (const char* value : {"57", "00", "族", "foreign"})
            add("ethnic-group", value);
        for (const char* value : {"M8000/0", "E1", "11", "E11.", "E11-9", "糖尿病"})
            add("icd10", value);
        for (const char* value : {"0", "1000", "250.", "250.833", "E90", "V5", "?"})
            add("icd9", value);
    }
    void refusesToGuess() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto hierarchy = deid::Hierarchy::builtin(name.toStdString());
        QVERIFY(!hierarchy->knows(value.toStdString()));
        QVERIFY(!hierarchy->generalise(value.toStdString(), 1));
    }

    void readsArxFiles() {
        const auto hierarchy = deid::Hierarchy::fromCsv("\xEF\xBB\xBF"
                                                        "1;0-4;*\r\n2;0-4;*\r\n\"5;\"\"6\";5-9;*\r\n\r\n",
                                                        "h");
        QVERIFY(hierarchy.ok());
        QCOMPARE(hierarchy->levels(), 3U);
        QCOMPARE(hierarchy->domainSize(), std::uint64_t{3});
        QCOMPARE(hierarchy->generalise("5;\"6", 1), std::optional<std::string>("5-9"));
        QCOMPARE(hierarchy->generalise("3", 1), std::nullopt);
        QCOMPARE(hierarchy->generalise("1", 3), std::nullopt);
        QCOMPARE(QString::fromStdString(hierarchy->version()).left(7), QString("sha256:"));
        QVERIFY(hierarchy->version() != deid::Hierarchy::fromCsv("1;0-4;*\n", "h")->version());
    }

    void refusesBadFiles_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<quint64>("line");
        QTest::newRow("empty") << QByteArray() << "hierarchy-malformed" << quint64{1};
        QTest::newRow("uneven") << QByteArray("a;x;*\nb;*\n") << "hierarchy-malformed" << quint64{2};
        QTest::newRow("twice") << QByteArray("a;*\nb;*\na;*\n") << "hierarchy-malformed" << quint64{3};
        QTest::newRow("not monotone")
            << QByteArray("a;x;1\nb;y;2\nc;x;2\n") << "hierarchy-not-monotone" << quint64{3};
        QTest::newRow("unclosed quote") << QByteArray("a;*\n\"b;*\n") << "hierarchy-malformed" << quint64{2};
        QTest::newRow("not UTF-8") << QByteArray("a;*\n\xC4\xFA;*\n") << "hierarchy-malformed" << quint64{2};
    }
    void refusesBadFiles() {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFETCH(quint64, line);
        const auto hierarchy = deid::Hierarchy::fromCsv(text.toStdString(), "h.csv");
        QVERIFY(!hierarchy.ok());
        QCOMPARE(QString::fromStdString(std::string(hierarchy.error().code())), code);
        QCOMPARE(hierarchy.error().at().line, std::uint64_t{line});
    }

    void namesWhatThereIs() {
        const auto unknown = deid::Hierarchy::open("builtin:zodiac", {});
        QVERIFY(!unknown.ok() && unknown.error().is(errors::kHierarchyUnknown));
        QVERIFY(unknown.error().message().find("builtin:icd10") != std::string::npos);
        const auto absent = deid::Hierarchy::open("none.csv", "/nowhere");
        QVERIFY(!absent.ok() && absent.error().kind() == ErrorKind::NotFound);
    }

    void readsAndShiftsDates_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("shifted");
        const auto add = [](const char* text, int days, const char* shifted) {
            QTest::addRow("%s %d", text, days) << text << days << shifted;
        };
        add("2024-02-28", 1, "2024-02-29");
        add("2023-02-28", 1, "2023-03-01");
        add("2024-01-01", -1, "2023-12-31");
        add("2024/1/9", 1, "2024/1/10");
        add("2024/01/09", 1, "2024/01/10");
        add("2024.12.31 23:59:59.5", 1, "2025.01.01 23:59:59.5");
        add("2024年3月1日", -1, "2024年2月29日");
        add("20240301", -1, "20240229");
        add("20240301235959", -1, "20240229235959");
        add("2024-03-01T08:30:00+08:00", 10, "2024-03-11T08:30:00+08:00");
        add("1969-12-31", 1, "1970-01-01");
        add("9999-12-31", 55, "9999-12-31");
    }
    void readsAndShiftsDates() {
        QFETCH(QString, text);
        QFETCH(int, days);
        QFETCH(QString, shifted);
        const std::string cell = text.toStdString();
        const auto date = deid::parseCellDate(cell);
        QVERIFY(date.has_value());
        QCOMPARE(QString::fromStdString(deid::shiftCellDate(*date, days)), shifted);
        QCOMPARE(QString::fromStdString(deid::shiftCellDate(*date, 0)), text);
    }
};

MANGROVE_TEST(HierarchyTest)
#include "hierarchy_test.moc"
