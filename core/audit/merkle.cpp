// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/merkle.h"

#include "crypto/sha256.h"

#include <algorithm>
#include <array>
#include <bit>

namespace mangrove::audit {

namespace {

constexpr std::uint8_t kLeafPrefix[] = {0x00};
constexpr std::uint8_t kNodePrefix[] = {0x01};

// The largest power of two smaller than n; n > 1.
std::uint64_t splitPoint(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

// MTH(D[begin:end]) out of complete subtrees; begin is a multiple of the range's largest subtree.
Result<Digest> rangeRoot(std::uint64_t begin, std::uint64_t end, const FetchNode& fetch) {
    const std::uint64_t n = end - begin;
    if (std::has_single_bit(n))
        return fetch({static_cast<unsigned>(std::countr_zero(n)), begin / n});
    const std::uint64_t k = splitPoint(n);
    MANGROVE_ASSIGN(const auto left, rangeRoot(begin, begin + k, fetch));
    MANGROVE_ASSIGN(const auto right, rangeRoot(begin + k, end, fetch));
    return hashChildren(left, right);
}

} // namespace

Digest emptyRoot() {
    return crypto::sha256(ByteView());
}

Digest hashLeaf(ByteView leaf) {
    return crypto::Sha256().update(ByteView(kLeafPrefix)).update(leaf).finish();
}

Digest hashChildren(const Digest& left, const Digest& right) {
    std::array<std::uint8_t, 65> bytes{};
    bytes[0] = kNodePrefix[0];
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 33);
    return crypto::sha256(ByteView(bytes));
}

Digest rootOf(std::span<const Digest> leaves) {
    if (leaves.empty())
        return emptyRoot();
    if (leaves.size() == 1)
        return leaves.front();
    const auto k = static_cast<std::size_t>(splitPoint(leaves.size()));
    return hashChildren(rootOf(leaves.first(k)), rootOf(leaves.subspan(k)));
}

Result<Digest> rootAt(std::uint64_t size, const FetchNode& fetch) {
    if (size == 0)
        return emptyRoot();
    return rangeRoot(0, size, fetch);
}

Result<std::vector<Node>> completedBy(std::uint64_t index, const Digest& leaf, const FetchNode& fetch) {
    std::vector<Node> completed;
    Node node{{0, index}, leaf};
    while (node.id.index % 2 == 1) {
        MANGROVE_ASSIGN(const auto left, fetch({node.id.level, node.id.index - 1}));
        node = {{node.id.level + 1, node.id.index / 2}, hashChildren(left, node.hash)};
        completed.push_back(node);
    }
    return completed;
}

Result<std::vector<Digest>> inclusionPath(std::uint64_t index, std::uint64_t size, const FetchNode& fetch) {
    // From the root down; the path is written from the leaf up.
    std::vector<Digest> path;
    std::uint64_t begin = 0;
    std::uint64_t end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + splitPoint(end - begin);
        const bool isLeft = index < middle;
        MANGROVE_ASSIGN(const auto sibling,
                        isLeft ? rangeRoot(middle, end, fetch) : rangeRoot(begin, middle, fetch));
        path.push_back(sibling);
        (isLeft ? end : begin) = middle;
    }
    return std::vector<Digest>(path.rbegin(), path.rend());
}

Result<std::vector<Digest>> consistencyPath(std::uint64_t first, std::uint64_t second,
                                            const FetchNode& fetch) {
    std::vector<Digest> path;
    if (first == second)
        return path;
    std::uint64_t begin = 0;
    std::uint64_t end = second;
    // Whether the old tree's root is one of the roots the verifier has; RFC 9162 calls it b.
    bool known = true;
    while (first != end) {
        const std::uint64_t middle = begin + splitPoint(end - begin);
        const bool isLeft = first <= middle;
        MANGROVE_ASSIGN(const auto sibling,
                        isLeft ? rangeRoot(middle, end, fetch) : rangeRoot(begin, middle, fetch));
        path.push_back(sibling);
        known = known && isLeft;
        (isLeft ? end : begin) = middle;
    }
    if (!known) {
        MANGROVE_ASSIGN(const auto own, rangeRoot(begin, end, fetch));
        path.push_back(own);
    }
    return std::vector<Digest>(path.rbegin(), path.rend());
}

bool verifyInclusion(std::uint64_t index, std::uint64_t size, const Digest& leaf,
                     std::span<const Digest> path, const Digest& root) {
    if (index >= size)
        return false;
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    Digest r = leaf;
    for (const auto& p : path) {
        if (sn == 0)
            return false;
        if (fn % 2 == 1 || fn == sn) {
            r = hashChildren(p, r);
            while (fn % 2 == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            r = hashChildren(r, p);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && r == root;
}

bool verifyConsistency(std::uint64_t first, std::uint64_t second, const Digest& firstRoot,
                       const Digest& secondRoot, std::span<const Digest> path) {
    if (first == 0 || first > second)
        return false;
    if (first == second)
        return path.empty() && firstRoot == secondRoot;
    std::vector<Digest> proof(path.begin(), path.end());
    if (std::has_single_bit(first))
        proof.insert(proof.begin(), firstRoot);
    if (proof.empty())
        return false;
    std::uint64_t fn = first - 1;
    std::uint64_t sn = second - 1;
    while (fn % 2 == 1) {
        fn >>= 1U;
        sn >>= 1U;
    }
    Digest fr = proof.front();
    Digest sr = proof.front();
    for (const auto& c : std::span(proof).subspan(1)) {
        if (sn == 0)
            return false;
        if (fn % 2 == 1 || fn == sn) {
            fr = hashChildren(c, fr);
            sr = hashChildren(c, sr);
            while (fn % 2 == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            sr = hashChildren(sr, c);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && fr == firstRoot && sr == secondRoot;
}

} // namespace mangrove::audit
