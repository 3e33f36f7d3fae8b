// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/merkle.h"
#include "base/format.h"
#include "crypto/sha256.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <bit>
#include <map>
#include <nlohmann/json.hpp>

using namespace mangrove;
using namespace mangrove::audit;

namespace {

// Straight from the definitions of RFC 9162 sections 2.1.1, 2.1.3.1 and 2.1.4.1, over leaves in memory: slow,
// and written independently of the code under test.
Digest slowRoot(const std::vector<Digest>& leaves) {
    if (leaves.empty())
        return crypto::sha256(std::string_view());
    if (leaves.size() == 1)
        return leaves[0];
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    Bytes bytes{1};
    for (const auto& half : {slowRoot({leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(k)}),
                             slowRoot({leaves.begin() + static_cast<std::ptrdiff_t>(k), leaves.end()})})
        bytes.insert(bytes.end(), half.begin(), half.end());
    return crypto::sha256(bytes);
}

std::vector<Digest> slowPath(std::size_t m, const std::vector<Digest>& leaves) {
    if (leaves.size() == 1)
        return {};
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    const std::vector<Digest> left(leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(k));
    const std::vector<Digest> right(leaves.begin() + static_cast<std::ptrdiff_t>(k), leaves.end());
    auto path = m < k ? slowPath(m, left) : slowPath(m - k, right);
    path.push_back(m < k ? slowRoot(right) : slowRoot(left));
    return path;
}

std::vector<Digest> slowProof(std::size_t m, const std::vector<Digest>& leaves, bool known) {
    if (m == leaves.size())
        return known ? std::vector<Digest>() : std::vector<Digest>{slowRoot(leaves)};
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    const std::vector<Digest> left(leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(k));
    const std::vector<Digest> right(leaves.begin() + static_cast<std::ptrdiff_t>(k), leaves.end());
    auto proof = m <= k ? slowProof(m, left, known) : slowProof(m - k, right, false);
    proof.push_back(m <= k ? slowRoot(right) : slowRoot(left));
    return proof;
}

std::vector<Digest> someLeaves(std::size_t count) {
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(hashLeaf(asBytes(std::to_string(i))));
    return leaves;
}

// The stored nodes as the log keeps them.
struct NodeTable {
    std::map<NodeId, Digest> nodes;
    void append(std::uint64_t index, const Digest& leaf) {
        const auto completed = completedBy(index, leaf, fetch());
        nodes[{0, index}] = leaf;
        for (const auto& node : *completed)
            nodes[node.id] = node.hash;
    }
    [[nodiscard]] FetchNode fetch() const {
        return [this](NodeId id) -> Result<Digest> {
            const auto found = nodes.find(id);
            if (found == nodes.end())
                return Error(errors::kInternal, {format("node {}/{}", id.level, id.index)});
            return found->second;
        };
    }
};

std::optional<Digest> digestIn(const nlohmann::json& text) {
    const auto bytes = fromBase64(text.get<std::string>());
    if (!bytes || bytes->size() != 32)
        return std::nullopt;
    Digest digest{};
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

// Some cases have short texts for roots, where only their being equal matters.
std::optional<Digest> rootIn(const nlohmann::json& text) {
    const auto digest = digestIn(text);
    return digest ? digest : crypto::sha256(text.get<std::string>());
}

std::optional<std::vector<Digest>> pathIn(const nlohmann::json& test) {
    std::vector<Digest> path;
    if (test.contains("proof") && !test["proof"].is_null()) {
        for (const auto& hash : test["proof"]) {
            const auto digest = digestIn(hash);
            if (!digest)
                return std::nullopt;
            path.push_back(*digest);
        }
    }
    return path;
}

} // namespace

/// RFC 6962 / 9162 trees.
class MerkleTest : public QObject {
    Q_OBJECT
private slots:
    void publishedEmptyRootAndLeaf();
    void publishedCases_data();
    void publishedCases();
    void everySmallTreeAgreesWithTheDefinition();
    void alteredProofsFail();
    void largeTreeIsLogarithmic();
};

void MerkleTest::publishedEmptyRootAndLeaf() {
    QCOMPARE(toHex(emptyRoot()),
             std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    // RFC 6962 test tree: the leaf of no bytes
    QCOMPARE(toHex(hashLeaf({})),
             std::string("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
}

void MerkleTest::publishedCases_data() {
    QTest::addColumn<std::string>("file");
    const auto folder = test::sharedDir() / "vectors/merkle/testdata";
    if (test::sharedDir().empty() || !std::filesystem::exists(folder))
        return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".json")
            QTest::newRow(std::filesystem::relative(entry.path(), folder).c_str()) << entry.path().string();
    }
}

void MerkleTest::publishedCases() {
    if (test::sharedDir().empty())
        QSKIP("the published vectors are not beside the project");
    QFETCH(std::string, file);
    const auto test = nlohmann::json::parse(test::readAll(file));
    const bool wanted = !test["wantErr"].get<bool>();
    const auto path = pathIn(test);
    bool holds = path.has_value(); // a hash of another length is refused where it is read
    if (test.contains("leafIdx")) {
        const auto leaf = digestIn(test["leafHash"]);
        const auto root = digestIn(test["root"]);
        holds = holds && leaf && root
                && verifyInclusion(test["leafIdx"].get<std::uint64_t>(),
                                   test["treeSize"].get<std::uint64_t>(), *leaf, *path, *root);
    } else {
        const auto first = rootIn(test["root1"]);
        const auto second = rootIn(test["root2"]);
        holds = holds && first && second
                && verifyConsistency(test["size1"].get<std::uint64_t>(), test["size2"].get<std::uint64_t>(),
                                     *first, *second, *path);
    }
    QCOMPARE(holds, wanted);
}

void MerkleTest::everySmallTreeAgreesWithTheDefinition() {
    const auto all = someLeaves(40);
    NodeTable table;
    for (std::size_t size = 1; size <= all.size(); ++size) {
        table.append(size - 1, all[size - 1]);
        const std::vector<Digest> leaves(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size));
        const auto root = slowRoot(leaves);
        QVERIFY(rootOf(leaves) == root);
        QVERIFY(*rootAt(size, table.fetch()) == root);
        for (std::size_t index = 0; index < size; ++index) {
            const auto path = inclusionPath(index, size, table.fetch());
            QVERIFY(path.ok());
            QVERIFY(*path == slowPath(index, leaves));
            QVERIFY(verifyInclusion(index, size, leaves[index], *path, root));
        }
        for (std::size_t first = 1; first <= size; ++first) {
            const auto proof = consistencyPath(first, size, table.fetch());
            QVERIFY(proof.ok());
            QVERIFY(*proof == slowProof(first, leaves, true));
            const auto before = slowRoot({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first)});
            QVERIFY(verifyConsistency(first, size, before, root, *proof));
        }
    }
    QCOMPARE(table.nodes.size(), std::size_t{40} + 40 - 2); // n leaves and n - popcount(n) nodes above
}

void MerkleTest::alteredProofsFail() {
    const auto leaves = someLeaves(13);
    NodeTable table;
    for (std::size_t i = 0; i < leaves.size(); ++i)
        table.append(i, leaves[i]);
    const auto root = rootOf(leaves);
    const auto path = *inclusionPath(9, 13, table.fetch());
    QVERIFY(verifyInclusion(9, 13, leaves[9], path, root));
    for (std::uint64_t other = 0; other < 20; ++other)
        QCOMPARE(verifyInclusion(other, 13, leaves[9], path, root), other == 9);
    QVERIFY(!verifyInclusion(9, 13, leaves[8], path, root));
    for (std::size_t i = 0; i < path.size(); ++i) {
        auto altered = path;
        altered[i][0] ^= 1U;
        QVERIFY(!verifyInclusion(9, 13, leaves[9], altered, root));
    }
    const auto proof = *consistencyPath(6, 13, table.fetch());
    const auto before = rootOf(std::span(leaves).first(6));
    QVERIFY(verifyConsistency(6, 13, before, root, proof));
    QVERIFY(!verifyConsistency(5, 13, before, root, proof));
    QVERIFY(!verifyConsistency(6, 17, before, root,
                               proof)); // 12 has paths of the same shape: the checkpoint binds the size
    QVERIFY(!verifyConsistency(0, 13, emptyRoot(), root, {}));
}

void MerkleTest::largeTreeIsLogarithmic() {
    // A tree of 2^40 + 5 leaves whose nodes are made up: only the number of fetches matters.
    std::size_t fetches = 0;
    const FetchNode fetch = [&](NodeId id) -> Result<Digest> {
        ++fetches;
        return hashLeaf(asBytes(format("{}/{}", id.level, id.index)));
    };
    const std::uint64_t size = (1ULL << 40U) + 5;
    QVERIFY(rootAt(size, fetch).ok());
    QCOMPARE(fetches, std::size_t(std::popcount(size)));
    QVERIFY(inclusionPath(size / 3, size, fetch).ok());
    QVERIFY(fetches < 100);
}

MANGROVE_TEST(MerkleTest)
#include "merkle_test.moc"
