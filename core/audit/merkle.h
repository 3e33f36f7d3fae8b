// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/digest.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

/// The Merkle tree of RFC 6962 section 2.1 and RFC 9162 section 2.1, as pure functions. Sizes and indices
/// count leaves from 0. A node (level, index) is the root of the complete subtree of the leaves
/// [index·2^level, (index+1)·2^level).
namespace mangrove::audit {

using crypto::Digest;

/// SHA-256 of nothing: the root of the empty tree.
[[nodiscard]] Digest emptyRoot();
/// SHA-256(0x00 || leaf).
[[nodiscard]] Digest hashLeaf(ByteView leaf);
/// SHA-256(0x01 || left || right).
[[nodiscard]] Digest hashChildren(const Digest& left, const Digest& right);

/// Where a complete subtree's hash lies.
struct NodeId {
    unsigned level = 0;
    std::uint64_t index = 0;
    friend auto operator<=>(const NodeId&, const NodeId&) = default;
};
/// Fetches the hash of a complete subtree, from memory or a table.
using FetchNode = std::function<Result<Digest>(NodeId)>;

/// Root over leaf hashes held in memory: O(n), for tests and small trees.
[[nodiscard]] Digest rootOf(std::span<const Digest> leaves);
/// Root of the first `size` leaves out of complete subtrees: O(log n) fetches.
[[nodiscard]] Result<Digest> rootAt(std::uint64_t size, const FetchNode& fetch);
/// The nodes of level 1 and above that become complete when the leaf `index` is added, with their hashes,
/// lowest first. `fetch` must know the complete nodes of the tree of size `index`.
struct Node {
    NodeId id;
    Digest hash;
};
[[nodiscard]] Result<std::vector<Node>> completedBy(std::uint64_t index, const Digest& leaf,
                                                    const FetchNode& fetch);

/// The audit path PATH(index, D[size]) of RFC 9162 section 2.1.3.1, sibling of the leaf first. Precondition:
/// index < size.
[[nodiscard]] Result<std::vector<Digest>> inclusionPath(std::uint64_t index, std::uint64_t size,
                                                        const FetchNode& fetch);
/// PROOF(first, D[second]) of RFC 9162 section 2.1.4.1; empty for equal sizes. Precondition: 0 < first <=
/// second.
[[nodiscard]] Result<std::vector<Digest>> consistencyPath(std::uint64_t first, std::uint64_t second,
                                                          const FetchNode& fetch);

/// RFC 9162 section 2.1.3.2.
[[nodiscard]] bool verifyInclusion(std::uint64_t index, std::uint64_t size, const Digest& leaf,
                                   std::span<const Digest> path, const Digest& root);
/// RFC 9162 section 2.1.4.2. Equal sizes need equal roots and an empty path. first = 0 is refused: growth
/// from nothing proves nothing.
[[nodiscard]] bool verifyConsistency(std::uint64_t first, std::uint64_t second, const Digest& firstRoot,
                                     const Digest& secondRoot, std::span<const Digest> path);

} // namespace mangrove::audit
