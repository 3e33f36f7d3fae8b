// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "base/format.h"
#include "store/connection.h"
#include "store/errors.h"

#include <utility>

#include <sqlite3.h>

namespace mangrove::store {

namespace {

int bindOne(sqlite3_stmt* statement, int index, const Value::Variant& value) {
    // SQLITE_TRANSIENT is a C cast of -1 to a function pointer; this is the same value without the old-style
    // cast.
    static const auto copy = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(statement, index, *integer);
    if (const auto* real = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, index, *real);
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        const char* data = text->data() != nullptr ? text->data() : "";
        return sqlite3_bind_text64(statement, index, data, text->size(), copy, SQLITE_UTF8);
    }
    if (const auto* blob = std::get_if<ByteView>(&value)) {
        if (blob->empty())
            return sqlite3_bind_zeroblob(statement, index, 0);
        return sqlite3_bind_blob64(statement, index, blob->data(), blob->size(), copy);
    }
    return sqlite3_bind_null(statement, index);
}

} // namespace

Statement::Statement(std::shared_ptr<Connection> connection, sqlite3_stmt* handle)
    : m_connection(std::move(connection)), m_handle(handle) {}

Statement::Statement(Statement&& other) noexcept
    : m_connection(std::move(other.m_connection)), m_handle(std::exchange(other.m_handle, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    if (this != &other) {
        sqlite3_finalize(m_handle);
        m_connection = std::move(other.m_connection);
        m_handle = std::exchange(other.m_handle, nullptr);
    }
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(m_handle);
}

Status Statement::bind(std::span<const Value> values) {
    sqlite3_reset(m_handle);
    const int expected = sqlite3_bind_parameter_count(m_handle);
    if (std::cmp_not_equal(expected, values.size()))
        return Error(errors::kDatabaseStatement, {format("{} parameters for {} places in: {}", values.size(),
                                                         expected, sqlite3_sql(m_handle))});
    int index = 0;
    for (const auto& value : values) {
        if (const int code = bindOne(m_handle, ++index, value.get()); code != SQLITE_OK)
            return m_connection->toError(code);
    }
    return {};
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_handle);
        return false;
    }
    Error error = m_connection->toError(code);
    sqlite3_reset(m_handle);
    return error;
}

Status Statement::run() {
    while (true) {
        MANGROVE_ASSIGN(const bool more, step());
        if (!more)
            return {};
    }
}

int Statement::columns() const {
    return sqlite3_column_count(m_handle);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_handle, column);
}

std::string Statement::text(int column) const {
    return std::string(textView(column));
}

Bytes Statement::blob(int column) const {
    const ByteView view = blobView(column);
    return {view.begin(), view.end()};
}

Instant Statement::instant(int column) const {
    return Instant(std::chrono::milliseconds(integer(column)));
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const {
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

std::optional<std::string> Statement::optionalText(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<Instant> Statement::optionalInstant(int column) const {
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}

std::string_view Statement::textView(int column) const {
    const auto* bytes = sqlite3_column_text(m_handle, column);
    if (bytes == nullptr)
        return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

ByteView Statement::blobView(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_handle, column));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

} // namespace mangrove::store
