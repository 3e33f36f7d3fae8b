// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transaction.h"

#include "base/format.h"
#include "store/connection.h"
#include "store/errors.h"

#include <utility>

namespace mangrove::store {

Transaction::Transaction(std::shared_ptr<Connection> connection, int depth)
    : m_connection(std::move(connection)), m_depth(depth), m_outermost(m_connection->outermost) {}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::move(other.m_connection)), m_depth(other.m_depth), m_outermost(other.m_outermost) {
    other.m_connection.reset();
}

Transaction::~Transaction() {
    rollback();
}

bool Transaction::stillOpen() const {
    // After a full disk SQLite undoes the whole transaction by itself; another one may have been begun since.
    return m_connection != nullptr && m_connection->inTransaction() && m_connection->outermost == m_outermost;
}

Status Transaction::commit() {
    if (!stillOpen()) {
        if (m_connection == nullptr)
            return Error(errors::kDatabaseStatement, {"commit of a finished transaction"});
        const std::string file = m_connection->path().string();
        rollback();
        return Error(errors::kWorkspaceIo, {file, "an earlier step of this change failed"});
    }
    const Status done = m_connection->exec(m_depth == 0 ? "COMMIT" : format("RELEASE mangrove_{}", m_depth));
    if (!done.ok()) {
        rollback();
        return done;
    }
    m_connection->depth = m_depth;
    m_connection.reset();
    return {};
}

void Transaction::rollback() noexcept {
    if (m_connection == nullptr)
        return;
    if (stillOpen()) {
        // A rollback cannot fail in a way that leaves the changes: at worst closing the file undoes them.
        if (m_depth == 0)
            static_cast<void>(m_connection->exec("ROLLBACK"));
        else
            static_cast<void>(
                m_connection->exec(format("ROLLBACK TO mangrove_{0}; RELEASE mangrove_{0}", m_depth)));
    }
    if (m_connection->outermost == m_outermost)
        m_connection->depth = m_depth;
    m_connection.reset();
}

} // namespace mangrove::store
