// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/batch_sink.h"

#include "base/on_threads.h"
#include "io/block_source.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace mangrove::profile {

namespace {

constexpr std::size_t kBatchRows = 512;

/// What the threads share: they take turns at the serial part.
struct SharedReading {
    std::mutex reading;
    io::BlockSource* source = nullptr;
    std::uint64_t nextIndex = 0;
    bool stopped = false;
    std::uint64_t errorIndex = std::numeric_limits<std::uint64_t>::max();
    std::optional<Error> error;

    /// The error of the lowest block counts, so that it is the same for any number of threads. Holds
    /// `reading`.
    void fail(std::uint64_t index, const Error& what) {
        stopped = true;
        if (!error || index < errorIndex) {
            errorIndex = index;
            error = what;
        }
    }
};

void readBlocks(SharedReading& shared, BatchSink& sink, const RunContext& context) {
    const auto parser = shared.source->makeParser();
    std::shared_ptr<io::TextBlock> block;
    io::RecordBatch batch;
    for (;;) {
        {
            const std::lock_guard lock(shared.reading);
            if (shared.stopped)
                return;
            auto next = shared.source->nextBlock(std::move(block), context);
            if (!next.ok()) {
                shared.fail(shared.nextIndex, next.error());
                return;
            }
            block = std::move(next).value();
            if (block == nullptr)
                return;
            ++shared.nextIndex;
        }
        const std::uint64_t index = block->index;
        const Status started = parser->start(block);
        if (!started.ok()) {
            const std::lock_guard lock(shared.reading);
            shared.fail(index, started.error());
            return;
        }
        while (parser->next(batch, kBatchRows)) {
            if (context.cancelled())
                break;
            sink.append(batch, index);
        }
        batch.release();
        parser->release();
        const std::lock_guard lock(shared.reading);
        shared.source->account(parser->outcome());
    }
}

} // namespace

Status readInParallel(io::RecordReader& reader, std::span<BatchSink* const> sinks,
                      const RunContext& context) {
    if (reader.blocks() == nullptr) {
        io::RecordBatch batch;
        for (;;) {
            MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
            if (!more)
                return {};
            sinks[0]->append(batch, 0);
        }
    }
    SharedReading shared;
    shared.source = reader.blocks();
    onThreads(static_cast<unsigned>(sinks.size()),
              [&](unsigned thread) { readBlocks(shared, *sinks[thread], context); });
    if (shared.error)
        return *shared.error;
    MANGROVE_TRY(context.check());
    return shared.source->finishAccounts();
}

unsigned threadsFor(unsigned wanted) {
    return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

} // namespace mangrove::profile
