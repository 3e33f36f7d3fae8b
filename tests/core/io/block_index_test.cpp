// SPDX-License-Identifier: GPL-3.0-or-later
// The fast paths against parseRecord(), the plain reference: cutter and index must agree with it on every
// text.
#include "base/random.h"
#include "io/block_index.h"
#include "io/csv_dialect.h"
#include "io/record_cutter.h"
#include "io/text_block.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <string>
#include <vector>

namespace {

/// Texts full of what matters: quotes in and out of place, all line ends, runs long enough to fill vector
/// registers.
std::string indexRandomText(mangrove::SeededRandom& random, std::size_t size, int flavour) {
    std::string text;
    while (text.size() < size) {
        const auto pick = random.below(flavour == 0 ? 9 : 100);
        if (flavour == 2 && pick >= 50) {
            text.append(random.below(90), 'x');
            continue;
        }
        switch (pick) {
        case 0:
            text += '"';
            break;
        case 1:
            text += flavour == 0 ? "\"\"" : "\"a,b\",";
            break;
        case 2:
            text += ',';
            break;
        case 3:
            text += '\n';
            break;
        case 4:
            text += '\r';
            break;
        case 5:
            text += "\r\n";
            break;
        case 7:
            text += "\\";
            break;
        case 6:
            text += flavour == 0 ? "ab" : ",\"x\"\"y\"\n";
            break;
        default:
            text += pick % 5 == 0 ? "," : "z";
            break;
        }
    }
    return text;
}

struct IndexReference {
    std::vector<std::size_t> ends; ///< of records, behind the line end
    std::vector<std::size_t> fields;
    bool closed = true;
};

IndexReference indexReference(const std::string& text, mangrove::io::ScanSyntax syntax) {
    IndexReference reference;
    for (std::size_t at = 0; at < text.size();) {
        const auto record = mangrove::io::parseRecord(text, at, syntax);
        reference.closed = record.closed;
        reference.ends.push_back(at);
        reference.fields.push_back(record.cells.size());
    }
    return reference;
}

} // namespace

class BlockIndexTest : public QObject {
    Q_OBJECT

private slots:
    void indexAgreesWithReference_data() { flavours(); }
    void indexAgreesWithReference() {
        QFETCH(int, flavour);
        QFETCH(std::size_t, kernel);
        QFETCH(bool, backslash);
        const mangrove::io::ScanSyntax syntax{',', backslash};
        mangrove::SeededRandom random(17 + static_cast<std::uint64_t>(flavour));
        mangrove::io::BlockIndex index(mangrove::io::allScanKernels()[kernel]);
        int compared = 0;
        for (int round = 0; round < 3000; ++round) {
            const std::string text = indexRandomText(random, 1 + random.below(400), flavour);
            const IndexReference reference = indexReference(text, syntax);
            if (!reference.closed)
                continue;
            ++compared;
            mangrove::io::TextBlock block;
            block.reserve(text.size());
            std::copy(text.begin(), text.end(), block.data.get());
            block.size = text.size();
            index.build(block.data.get(), block.size, syntax);
            QCOMPARE(index.recordEnds().size(), reference.ends.size());
            std::size_t before = 0;
            for (std::size_t r = 0; r < reference.ends.size(); ++r) {
                const std::size_t last = index.recordEnds()[r];
                QCOMPARE(last - before, reference.fields[r]);
                before = last;
                // The mark of the last cell is the first byte of the line end, or the end of the text.
                std::size_t lineEnd = reference.ends[r];
                if (lineEnd > 0 && text[lineEnd - 1] == '\n' && lineEnd > 1 && text[lineEnd - 2] == '\r')
                    lineEnd -= 2;
                else if (text[lineEnd - 1] == '\n' || text[lineEnd - 1] == '\r')
                    lineEnd -= 1;
                QCOMPARE(std::size_t{index.marks()[last - 1]}, lineEnd);
            }
        }
        QVERIFY(compared > 500);
    }

    void cutterAgreesWithReference_data() { flavours(); }
    void cutterAgreesWithReference() {
        QFETCH(int, flavour);
        QFETCH(std::size_t, kernel);
        QFETCH(bool, backslash);
        const mangrove::io::ScanSyntax syntax{',', backslash};
        mangrove::SeededRandom random(99 + static_cast<std::uint64_t>(flavour));
        for (int round = 0; round < 3000; ++round) {
            const std::string text = indexRandomText(random, 1 + random.below(300), flavour);
            const IndexReference reference = indexReference(text, syntax);
            std::size_t expected = 0;
            for (const std::size_t end : reference.ends) {
                // A CR at the very end may still get its LF, so it is not certain.
                if (end < text.size() || text.back() == '\n')
                    expected = end;
            }
            if (!reference.closed)
                expected = reference.ends.size() > 1 ? reference.ends[reference.ends.size() - 2] : 0;
            mangrove::io::RecordCutter cutter(syntax, 1, mangrove::io::allScanKernels()[kernel]);
            std::size_t at = 0;
            while (at < text.size()) {
                const std::size_t to = std::min(text.size(), at + 1 + random.below(150));
                cutter.scan(text.data(), at, to);
                at = to;
            }
            QCOMPARE(cutter.lastEnd(), expected);
            QCOMPARE(cutter.insideQuotes(), !reference.closed);
            std::uint64_t line = 1;
            for (std::size_t i = 0; i < expected; ++i)
                line += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))
                            ? 1
                            : 0;
            QCOMPARE(cutter.lineAtLastEnd(), line);
        }
    }

    /// Quotes out of place and line ends inside quotes: what the automaton finds byte by byte.
    void indexAgreesWithAutomaton_data() { flavours(); }
    void indexAgreesWithAutomaton() {
        QFETCH(int, flavour);
        QFETCH(std::size_t, kernel);
        QFETCH(bool, backslash);
        const mangrove::io::ScanSyntax syntax{',', backslash};
        mangrove::SeededRandom random(5 + static_cast<std::uint64_t>(flavour));
        mangrove::io::BlockIndex index(mangrove::io::allScanKernels()[kernel]);
        std::size_t strays = 0;
        for (int round = 0; round < 2000; ++round) {
            std::string text = indexRandomText(random, 1 + random.below(500), flavour) + "\n";
            mangrove::io::ScanState state;
            std::vector<std::uint32_t> stray;
            std::vector<std::uint32_t> quotedLineEnds;
            for (std::size_t i = 0; i < text.size(); ++i) {
                const auto masks = mangrove::io::scanBytes(text.data() + i, 1, syntax, state);
                if (masks.stray != 0)
                    stray.push_back(static_cast<std::uint32_t>(i));
                if (masks.allEnds != 0 && masks.ends == 0)
                    quotedLineEnds.push_back(static_cast<std::uint32_t>(i));
            }
            strays += stray.size();
            index.build(text.data(), text.size(), syntax);
            QCOMPARE(index.strayQuotes(), stray);
            QCOMPARE(index.quotedLineEnds(), quotedLineEnds);
        }
        QVERIFY(strays > 50);
    }

    void cutterCountsAcrossCuts() {
        const std::string text = "a,b\r\n\"x\r\ny\",2\r\n3,4\r\n";
        mangrove::io::RecordCutter cutter({','});
        cutter.scan(text.data(), 0, 6);
        QCOMPARE(cutter.lastEnd(), std::size_t{5});
        QCOMPARE(cutter.lineAtLastEnd(), std::uint64_t{2});
        cutter.rebase(5);
        const std::string rest = text.substr(5);
        cutter.scan(rest.data(), 1, rest.size());
        QCOMPARE(cutter.lastEnd(), rest.size());
        QCOMPARE(cutter.lineAtLastEnd(), std::uint64_t{5});
    }

private:
    static void flavours() {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<std::size_t>("kernel");
        QTest::addColumn<bool>("backslash");
        const auto kernels = mangrove::io::allScanKernels();
        for (std::size_t kernel = 0; kernel < kernels.size(); ++kernel) {
            const char* name = kernels[kernel].name;
            QTest::addRow("dense/%s", name) << 0 << kernel << false;
            QTest::addRow("like a table/%s", name) << 1 << kernel << false;
            QTest::addRow("long runs/%s", name) << 2 << kernel << false;
            QTest::addRow("dense with backslashes/%s", name) << 0 << kernel << true;
            QTest::addRow("long runs with backslashes/%s", name) << 2 << kernel << true;
        }
    }
};

MANGROVE_TEST(BlockIndexTest)
#include "block_index_test.moc"
