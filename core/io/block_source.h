// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/block_parser.h"
#include "io/text_block.h"

#include <memory>

namespace mangrove::io {

/// How several threads read one file: one after the other takes the next block (serial: reads, hashes, cuts
/// at record borders) and parses it on its own; the outcomes go back in any order.
class BlockSource {
public:
    virtual ~BlockSource() = default;

    /// The next block, or nullptr at the end, when the source is complete. Callers take turns (hold a lock).
    /// `recycled` = a block no longer needed, whose memory is used again; may be empty.
    [[nodiscard]] virtual Result<std::shared_ptr<TextBlock>> nextBlock(std::shared_ptr<TextBlock> recycled,
                                                                       const RunContext& context) = 0;
    /// A parser for one thread. Safe to call from several threads.
    [[nodiscard]] virtual std::unique_ptr<BlockParser> makeParser() const = 0;
    /// Takes the counts and warnings of one block, in any order of blocks. Callers take turns.
    virtual void account(const BlockOutcome& outcome) = 0;
    /// After the last account(): sorts the warnings, adds the totals and finishes the rejects file. Errors:
    /// those of writing it.
    [[nodiscard]] virtual Status finishAccounts() = 0;
};

} // namespace mangrove::io
