// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handoff/handoff_fixture.h"
#include "crypto/cms.h"
#include "handoff/readme.h"
#include "support/test_registry.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include <fstream>

using namespace mangrove;
using mangrove::test::HandoffFixture;
using mangrove::test::must;

namespace {

using PackageFiles = std::map<std::string, std::string>;

/// The commands between the two cut lines of README.txt, as a receiver would copy them.
std::string commandsOf(const PackageFiles& files) {
    const std::string& readme = files.at("README.txt");
    const std::string begin = std::string(handoff::kCommandsBegin) + "\n";
    const auto from = readme.find(begin) + begin.size();
    return readme.substr(from, readme.find(handoff::kCommandsEnd, from) - from);
}

struct ShellResult {
    int code = -1;
    std::string output;
};

ShellResult runShell(const std::filesystem::path& folder, const std::string& commands) {
    QProcess shell;
    shell.setWorkingDirectory(QString::fromStdString(folder.string()));
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start("/bin/sh", {"-c", QString::fromStdString(commands)});
    if (!shell.waitForFinished(60000))
        return {};
    return {shell.exitCode(), shell.readAll().toStdString()};
}

void put(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// About `count` positions of each file, always with the first and the last.
std::vector<std::size_t> positions(std::size_t size, std::size_t count) {
    std::vector<std::size_t> chosen;
    const std::size_t step = qEnvironmentVariableIsSet("MANGROVE_TAMPER_ALL") ? 1 : size / count + 1;
    for (std::size_t i = 0; i < size; i += step)
        chosen.push_back(i);
    if (chosen.empty() || chosen.back() + 1 != size)
        chosen.push_back(size - 1);
    return chosen;
}

} // namespace

/// Somebody who has only a POSIX shell, sha256sum and openssl.
class PackageCommandsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const char* tool : {"openssl", "sha256sum", "find", "diff", "sed", "sort"}) {
            if (QStandardPaths::findExecutable(tool).isEmpty())
                QSKIP("a tool of the commands is not installed");
        }
        m_files = test::filesOf(m_fixture.build().path);
        m_commands = commandsOf(m_files);
        m_folder = m_fixture.dir / "unpacked";
        test::writeFiles(m_folder, m_files);
    }

    void soundPackage() {
        const auto result = runShell(m_folder, m_commands);
        QVERIFY2(result.code == 0, result.output.c_str());
        QVERIFY(result.output.find("\nVERIFIED\n") != std::string::npos);
        const auto ca = m_fixture.dir.write("elsewhere.pem", m_fixture.people.caPem());
        QCOMPARE(runShell(m_folder, "CA='" + ca.string() + "'\n" + m_commands).code, 0);
        test::People others(m_fixture.clock, "Another Hospital");
        const auto wrong = m_fixture.dir.write("wrong.pem", others.caPem());
        QCOMPARE(runShell(m_folder, "CA='" + wrong.string() + "'\n" + m_commands).code, 1);
    }

    void flippedBytes() {
        int flips = 0;
        for (const auto& [path, bytes] : m_files) {
            const bool proof = path.starts_with("sig/") || path.find("manifest") != std::string::npos;
            for (const std::size_t at : positions(bytes.size(), proof ? 12 : 4)) {
                for (const int mask : proof ? std::vector{0x01, 0x20} : std::vector{0x01}) {
                    std::string changed = bytes;
                    changed[at] = static_cast<char>(changed[at] ^ mask);
                    put(m_folder / path, changed);
                    const auto result = runShell(m_folder, m_commands);
                    QVERIFY2(result.code == 1 && result.output.find("NOT VERIFIED") != std::string::npos,
                             (path + "@" + std::to_string(at) + "\n" + result.output).c_str());
                    QVERIFY2(result.output.find(path.substr(path.rfind('/') + 1)) != std::string::npos
                                 || path == "tagmanifest-sha256.txt" || path.starts_with("manifest")
                                 || path == "sig/seal.sha256",
                             (path + "\n" + result.output).c_str());
                    ++flips;
                }
            }
            put(m_folder / path, bytes);
        }
        qInfo("%d flips", flips);
        QCOMPARE(runShell(m_folder, m_commands).code, 0);
    }

    void removedFile() {
        for (const auto& [path, bytes] : m_files) {
            std::filesystem::remove(m_folder / path);
            QVERIFY2(runShell(m_folder, m_commands).code == 1, path.c_str());
            put(m_folder / path, bytes);
        }
    }

    void addedFile() {
        for (const char* path :
             {"extra", "data/extra", "data/payload/a b", "data/payload/ ", "data/a\nb", "sig/extra.pem",
              ".hidden", "data/.hidden", "sig/tagmanifest-sha256.txt", "data/tagmanifest-sha256.txt"}) {
            put(m_folder / path, "x");
            QVERIFY2(runShell(m_folder, m_commands).code == 1, path);
            std::filesystem::remove(m_folder / path);
        }
        std::filesystem::create_symlink("bagit.txt", m_folder / "data/link");
        QCOMPARE(runShell(m_folder, m_commands).code, 1);
        std::filesystem::remove(m_folder / "data/link");
        QCOMPARE(runShell(m_folder, m_commands).code, 0);
    }

    /// The list is signed anew by a colleague; the seal is mended, so that only the signer's name is left to
    /// notice it.
    void exchangedSignature_data() {
        QTest::addColumn<bool>("colleague");
        QTest::newRow("colleague") << true;
        QTest::newRow("stranger") << false;
    }

    void exchangedSignature() {
        QFETCH(bool, colleague);
        auto& f = m_fixture;
        test::People others(f.clock, "Another Hospital");
        const auto stranger = others.person("he", {});
        const auto& signer = colleague ? f.officer : stranger;
        PackageFiles files = m_files;
        files["sig/tagmanifest.p7s"] =
            asText(must(crypto::signDetachedCades(asBytes(files.at("tagmanifest-sha256.txt")),
                                                  signer.signingKey, signer.certificate, {}, f.clock.now())));
        if (!colleague)
            files["sig/ca.pem"] = others.caPem();
        std::string seal;
        for (const char* path : {"sig/ca.pem", "sig/tagmanifest.p7s"})
            seal += toHex(crypto::sha256(files.at(path))) + "  " + path + "\n";
        files["sig/seal.sha256"] = seal;
        test::writeFiles(m_folder, files);
        const auto result = runShell(m_folder, m_commands);
        test::writeFiles(m_folder, m_files);
        QVERIFY2(result.code == 1, result.output.c_str());
        QVERIFY(result.output.find("CAdES Verification successful") != std::string::npos
                || result.output.find("Verification successful") != std::string::npos);
    }

    /// What unzip unpacks is what was packed.
    void unzip() {
        if (QStandardPaths::findExecutable("unzip").isEmpty())
            QSKIP("unzip is not installed");
        const auto result =
            runShell(m_fixture.dir.path(), "unzip -q package.zip -d other && unzip -tq package.zip");
        QVERIFY2(result.code == 0, result.output.c_str());
        QCOMPARE(runShell(m_fixture.dir / "other/PK-00000001", m_commands).code, 0);
    }

private:
    HandoffFixture m_fixture;
    PackageFiles m_files;
    std::string m_commands;
    std::filesystem::path m_folder;
};

MANGROVE_TEST(PackageCommandsTest)
#include "package_commands_test.moc"
