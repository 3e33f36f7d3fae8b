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
    } else if (name == "iso-week") {
        for (int year = 1895; year <= 2035; ++year)
            for (unsigned month = 1; month <= 12; ++month)
                for (unsigned day = 1; day <= 28; ++day)
                    values.push_back(std::to_string(year) + "-" + padded(month, 2) + "-" + padded(day, 2));
    } else if (name == "time-of-day") {
        for (unsigned minute = 0; minute < 1440; ++minute)
            values.push_back(padded(minute / 60, 2) + ":" + padded(minute % 60, 2));
    } else if (name == "atc") {
        for (const char group : std::string("ABCDGHJLMNPRSV"))
            for (const char* rest : {"", "01", "02", "02B", "02C", "02BC", "02BD", "02BC01", "02BC99"})
                values.push_back(group + std::string(rest));
    } else if (name == "procedure") {
        for (unsigned category = 0; category <= 99; ++category)
            for (const char* rest : {"", ".0", ".1", ".11", ".12", ".1200", ".1201", ".1200x001", ".12x01"})
                values.push_back(padded(category, 2) + rest);
    } else if (name == "amount-cny" || name == "bmi" || name == "body-measure") {
        for (int cents = 0; cents < 20'000; cents += 7)
            values.push_back(std::to_string(cents / 100) + "."
                             + padded(static_cast<unsigned>(cents % 100), 2));
        if (name == "amount-cny")
            values.insert(values.end(), {"0", "499.99", "500", "1999", "2000", "9999.9", "10000", "49999",
                                         "50000", "1000000000"});
    } else if (name == "cn-village") {
        for (const char* county : {"460105", "469003", "460321", "110101", "469025"})
            for (unsigned rest = 0; rest <= 99; ++rest)
                values.push_back(county + padded(rest * 10'007 % 1'000'000, 6));
    } else if (name == "occupation") {
        for (unsigned code = 0; code <= 9999; ++code)
            values.push_back(padded(code, 4));
    } else if (name == "education") {
        values = {"10",   "20",   "31",   "60",   "70",   "90",   "研究生",
                  "本科", "大专", "中专", "高中", "初中", "小学", "文盲"};
    } else if (name == "marital-status") {
        values = {"10", "20", "21", "22", "23", "30", "40", "90", "未婚", "已婚", "丧偶", "离婚", "未说明"};
    } else if (name == "insurance-type") {
        values = {"310", "320", "390", "391", "510", "职工", "居民", "自费", "新农合", "其他"};
    } else if (name == "hospital-level") {
        values = {"三级甲等", "三甲", "三级", "二级乙等", "二乙", "一级", "未定级", "三特"};
    } else if (name == "department") {
        values = {"心血管内科", "普外科",   "妇产科", "新生儿科", "急诊科",
                  "检验科",     "中医内科", "眼科",   "感染科",   "骨科"};
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
        add("cn-division", "469003", "469003 > 4604** > 46**** > 4***** > *"); // Danzhou before 2015
        add("cn-division", "460400", "460400 > 4604** > 46**** > 4***** > *");
        add("cn-division", "460321", "460321 > 4690** > 46**** > 4***** > *"); // Sansha is too small
        add("cn-village", "460105001002",
            "460105001002 > 460105001*** > 460105 > 4601** > 46**** > 4***** > *");
        add("atc", "a02bc01", "a02bc01 > A02BC > A02B > A02 > A > *");
        add("procedure", "51.2300x001", "51.2300x001 > 51.23 > 51.2 > 51 > 42-54 > *");
        add("time-of-day", "07:59", "07:59 > 07:00-07:59 > 夜 > *");
        add("time-of-day", "12:00:01", "12:00:01 > 12:00-12:59 > 中 > *");
        add("iso-week", "2023-01-01", "2023-01-01 > 2022-W52 > 2022 > *");
        add("amount-cny", "0.00", "0.00 > 0 > 0 > 0 > *");
        add("amount-cny", "499.99", "499.99 > [400..500) > <500 > <2000 > *");
        add("amount-cny", "50000", "50000 > [50000..50100) > >=50000 > >=50000 > *");
        add("bmi", "18.5", "18.5 > [18.5..24) > <24 > *");
        add("body-measure", "172.5", "172.5 > [170..175) > [170..180) > [160..180) > *");
        add("occupation", "2401", "2401 > 24** > 2*** > *");
        add("education", "大专", "大专 > 大学及以上 > *");
        add("marital-status", "20", "20 > 有配偶 > *");
        add("insurance-type", "310", "310 > 职工 > *");
        add("hospital-level", "三甲", "三甲 > 三级 > *");
        add("department", "儿内科", "儿内科 > 儿科 > *");
        add("department", "心血管内科", "心血管内科 > 内科 > *");
        add("presence", "主诉：咳嗽", "主诉：咳嗽 > present > *");
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
        for (const char* value : {"", "E01", "A2", "A02B1", "A02BC1", "阿莫西林"})
            add("atc", value);
        for (const char* value : {"5", "5.12", "51.", "51.12345", "51.2xx", "51,2", "E11.9"})
            add("procedure", value);
        for (const char* value : {"24:00", "7:30", "07.30", "07:60", "07:30:99", "0730"})
            add("time-of-day", value);
        for (const char* value : {"-1", "1e3", "1,000", "1000000001", "免费"})
            add("amount-cny", value);
        for (const char* value : {"大", "本科 ", "10 20", "100"})
            add("education", value);
        for (const char* value : {"四级", "三", "三级甲级等"})
            add("hospital-level", value);
        add("department", "某科");
        add("cn-village", "99010500100");
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
