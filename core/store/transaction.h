// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace mangrove::store {

class Connection; // private to the room

/// A transaction that rolls back when it is dropped without commit(). Made by Database::begin(). Inside
/// another transaction of the same database it is a savepoint: commit() joins it to the outer one, dropping
/// it undoes only its own changes. Move-only; finish the inner one first.
class Transaction {
public:
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// After an error everything since begin() is undone. kWorkspaceFull, kWorkspaceIo, kWorkspaceBusy.
    [[nodiscard]] Status commit();
    void rollback() noexcept;

private:
    friend class Database;
    Transaction(std::shared_ptr<Connection> connection, int depth);
    [[nodiscard]] bool stillOpen() const;

    std::shared_ptr<Connection> m_connection; ///< null once finished
    int m_depth = 0;                          ///< 0 = the outermost, else the savepoint's number
    std::uint64_t m_outermost = 0;            ///< which outermost transaction it belongs to
};

} // namespace mangrove::store
